// A list of lots to tick; those that cannot be chosen say why.

import {el, notice, show} from '/onboarding/dom.js';
import {lotPlace, placed} from '/onboarding/lot-place.js';

export class LotChoice {
  constructor(lots, several) {
    this.problem = el('p', {class: 'ob-error', role: 'alert', hidden: true});
    this.boxes = lots.map(lot => {
      const {selectable, reason} = lot;
      const place = lot.place && selectable && lotPlace(lot, () => { this.problem.hidden = true; });
      const box = el('input', {type: several ? 'checkbox' : 'radio', name: 'ob-lot', value: lot.code, disabled: !selectable,
        checked: several && lot.chosen, on: {change: () => this.arrange()}});
      return {lot, box, place, node: el('div', {}, el('label', {class: `ob-choice ${selectable ? '' : 'closed'}`}, box, el('span', {},
          el('strong', {}, lot.name), el('small', {}, [lot.code, lot.address, `${lot.spaceCount} 个车位`].join(' · ')),
          reason && el('small', {class: 'ob-why'}, `不能选择：${reason}`))), place)};
    });
    this.arrange();
    this.node = lots.length
      ? el('div', {}, el('div', {class: 'ob-choices', role: several ? 'group' : 'radiogroup', 'aria-label': '停车场'}, this.boxes.map(entry => entry.node)), this.problem)
      : el('div', {}, notice('warn', '还没有登记的停车场', '请联系运营公司登记停车场后再来。'), this.problem);
  }

  /** Where a lot is matters once it is chosen. */
  arrange() {
    this.problem.hidden = true;
    this.boxes.forEach(({box, place}) => { if (place) place.hidden = !box.checked; });
  }

  chosen() {
    return this.boxes.filter(({box}) => box.checked).map(({box}) => box.value);
  }

  complete() {
    const lacking = this.lacking();
    this.problem.hidden = !lacking;
    show(this.problem, lacking);
    if (lacking) {
      this.problem.scrollIntoView({block: 'center'});
      this.boxes.find(({box}) => !box.disabled)?.box.focus({preventScroll: true});
    }
    return !lacking;
  }

  lacking() {
    const chosen = this.boxes.filter(({box}) => box.checked);
    if (!chosen.length) return '请至少选择一个停车场。';
    const unknown = chosen.find(({lot}) => !placed(lot));
    return unknown ? `请填写“${unknown.lot.name}”的经纬度和客服电话，并点“保存位置和电话”。` : null;
  }
}
