// 也更新公司资料？ What a form says otherwise than the company's profile is offered back to it; only what is ticked goes.

import {button, el, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';

const SOME = 4;

export class Offers {
  /** profile: the JSON of GET /api/applications/{no}/profile, null where nothing is open */
  constructor(no, profile) {
    this.no = no;
    this.ticked = new Map();
    this.node = el('div', {class: 'ob-offers'});
    this.draw(profile);
  }

  draw(profile) {
    this.profile = profile;
    const offers = profile?.offers ?? [];
    // what is new there is wanted, as a rule; what says otherwise may do so on purpose
    offers.filter(({place}) => !this.ticked.has(place)).forEach(({place, added, now}) => this.ticked.set(place, added && now));
    this.node.hidden = !offers.length;
    show(this.node, el('section', {class: 'ob-section'}, el('h3', {}, '也更新公司资料？'),
        el('p', {class: 'ob-help'}, '勾选的内容在提交时存入“车场方资料”，下一份申请就不用再填。不勾选的只用在这份申请里。'),
        offers.length > SOME && this.all(offers), el('div', {class: 'ob-offered'}, offers.map(offer => this.line(offer)))));
  }

  /** Ticks all, or none where all are ticked. */
  all(offers) {
    const every = offers.every(({place}) => this.ticked.get(place));
    return button(every ? '全部不选' : '全部选上', () => {
      offers.forEach(({place}) => this.ticked.set(place, !every));
      this.draw(this.profile);
    }, 'small');
  }

  line({place, label, before, after, note}) {
    const box = el('input', {type: 'checkbox', checked: this.ticked.get(place), on: {change: ({target}) => this.ticked.set(place, target.checked)}});
    return el('label', {class: 'ob-check', 'data-offer': place}, box, el('span', {}, el('strong', {}, label), '：',
        before === null ? '' : [el('del', {}, before), ' → '], el('ins', {}, after), note && el('small', {}, note)));
  }

  /** Once more, after something was saved. */
  async refresh() {
    if (this.profile) await get(`/api/applications/${this.no}/profile`).then(profile => this.draw(profile), () => {});
  }

  /** What goes with the submission; null for nothing. */
  chosen() {
    const places = (this.profile?.offers ?? []).map(({place}) => place).filter(place => this.ticked.get(place));
    return places.length ? {version: this.profile.version, places} : null;
  }
}
