// 车场方资料: what every channel asks of a company, kept once. Section by section; a section that is being edited stays as it is.

import {button, el, moment, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {AccountsSection, FactsSection} from '/onboarding/profile-facts.js';
import {PapersSection, PhotosSection} from '/onboarding/profile-papers.js';
import {page} from '/onboarding/shell.js';

page('车场方资料', async main => {
  const companies = await get('/api/profile/companies');
  const asked = new URLSearchParams(location.search).get('company');
  const {company} = companies.find(known => known.company === asked) ?? companies[0];
  const profile = new Profile(company);
  await profile.load();
  show(main, companies.length > 1 && choice(companies, company), profile.node);
  window.addEventListener('beforeunload', event => profile.sections.some(section => section.dirty) && event.preventDefault());
});

/** Whoever works for several companies. */
function choice(companies, current) {
  const select = el('select', {id: 'ob-company'}, companies.map(({company, name}) => el('option', {value: company, selected: company === current}, name)));
  select.addEventListener('change', () => location.assign(`/profile?company=${encodeURIComponent(select.value)}`));
  return el('div', {class: 'ob-filter'}, el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '公司'), select));
}

class Profile {
  constructor(company) {
    this.company = company;
    this.head = el('div');
    this.said = el('div', {role: 'status'});
    this.body = el('div');
    this.sections = [];
    this.node = el('div', {}, this.head, this.said, this.body);
  }

  async load() {
    const view = await get(`/api/profile?company=${encodeURIComponent(this.company)}`);
    const group = key => view.form.groups.find(known => known.key === key);
    this.sections = [
      ...view.form.groups.filter(({stage}) => stage === 'facts').map(facts => new FactsSection(this, facts)),
      new AccountsSection(this, group('account')), new PapersSection(this, group('papers')), new PhotosSection(this, group('photos'))];
    show(this.body, this.sections.map(({node}) => node));
    this.update(view);
  }

  /** What the server has now; every answer to a change is the whole. */
  update(view) {
    this.view = view;
    show(this.head, el('header', {class: 'ob-heading'}, el('h2', {}, view.companyName),
        el('p', {class: 'ob-help'}, '新的申请由这里的资料预先填好；在申请里填了新的，提交时可以选择存回来。改这里不影响已经开始的申请。'),
        view.version > 0 && el('p', {class: 'ob-help'}, `最近更新：${view.changedBy}，${moment(view.changedAt)}`)), ends(view));
    this.sections.forEach(section => section.update(view));
  }

  /** Runs a change and shows what came of it; a refusal goes to `refused({key: message})` first, which returns what it placed nowhere. */
  async change(act, saved, refused = fields => Object.values(fields)) {
    try {
      const view = await act(this.view.version);
      const doubts = Object.values(view.warnings ?? {});
      show(this.said, notice(doubts.length ? 'warn' : 'good', saved, doubts.map(doubt => `${doubt}。`)));
      this.update(view);
      return true;
    } catch (refusal) {
      const fields = Object.keys(refusal.fields ?? {}).length;
      const elsewhere = fields ? refused(refusal.fields) : [refusal.message];
      show(this.said, elsewhere.length > 0 && notice('bad', '没有保存', elsewhere,
          refusal.status === 409 && button('重新载入', () => location.reload())));
      if (elsewhere.length) this.said.scrollIntoView({block: 'center', behavior: 'smooth'});
      return false;
    }
  }
}

/** What has ended, or soon will: it does not go into new applications any more. */
function ends(view) {
  const label = key => view.form.groups.flatMap(({fields}) => fields).find(field => field.key === key)?.label ?? key;
  const papers = view.papers.filter(({validity}) => validity !== 'VALID').map(({place, about, validUntil, daysLeft}) =>
      `${label(place)}${about && `（${about}）`}：${daysLeft < 0 ? '已过期' : `还有 ${daysLeft} 天到期`}（${validUntil}）`);
  const lines = [...Object.values(view.faults), ...papers];
  return lines.length > 0 && notice('warn', '请更新这些资料', el('ul', {}, lines.map(line => el('li', {}, line))), '过期的不会带入新的申请。');
}
