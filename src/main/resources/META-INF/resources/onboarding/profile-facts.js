// The typed part of a company's profile: groups of facts, and its settlement accounts. Read first, edited on demand.

import {sure} from '/onboarding/ask.js';
import {button, el, facts, show} from '/onboarding/dom.js';
import {get, post, put, remove} from '/onboarding/api.js';
import {Editor, isShown, spoken} from '/onboarding/fields.js';

/** A group that is read until somebody edits it. */
class Editing {
  constructor(profile, group) {
    this.profile = profile;
    this.group = group;
    this.dirty = false;
    this.node = el('section', {class: 'ob-section', 'data-section': group.key});
  }

  /** Opens inputs with these values in full; `save(values)` keeps them. */
  edit(values, save) {
    this.editor = new Editor({catalogue: {groups: [{...this.group, label: null, help: null}]}, values, papers: {}}, () => { this.dirty = true; });
    const done = el('div', {class: 'ob-actions'}, button('取消', () => this.close()), button('保存', () => this.save(save), 'primary'));
    show(this.place ?? this.node, this.title(), this.editor.node, done);
    this.editor.node.querySelector('input, select, textarea')?.focus();
  }

  async save(save) {
    const values = Object.fromEntries(this.group.fields.map(({key}) => [key, this.editor.values[key] ?? '']));
    const editor = this.editor;
    // the answer is drawn at once: by then this group is read again
    this.editor = null;
    const saved = await this.profile.change(version => save({company: this.profile.company, version, values}), `${this.group.label}已保存`, fields => editor.sayAll(fields));
    if (saved) this.close();
    else this.editor = editor;
  }

  close() {
    this.editor = null;
    this.dirty = false;
    this.update(this.profile.view);
  }

  title(action) {
    return el('div', {class: 'ob-titled'}, el('h3', {}, this.group.label), action);
  }
}

export class FactsSection extends Editing {
  update(view) {
    // nobody's typing is drawn over
    if (this.editor) return;
    const {fields, help} = this.group;
    const shown = fields.filter(field => isShown(field, view.values));
    this.node.hidden = !shown.length;
    show(this.node, this.title(button('修改', () => this.open(), 'small')), help && el('p', {class: 'ob-help'}, help),
        facts(shown.map(field => [field.label, fact(field, view)])));
  }

  async open() {
    const values = await get(`/api/profile/values?company=${encodeURIComponent(this.profile.company)}`);
    this.edit(values, body => put('/api/profile/values', body));
  }
}

function fact(field, {values, faults}) {
  const fault = faults[field.key];
  return el('span', {}, values[field.key] || field.otherwise ? spoken(field, values[field.key]) : el('span', {class: 'ob-none'}, '未填'),
      fault && el('small', {class: 'ob-error'}, fault.replace(field.label, '')));
}

/** One card for each account, and one more while another is added. */
export class AccountsSection extends Editing {
  constructor(profile, group) {
    super(profile, group);
    this.list = el('div');
    this.place = el('div');
  }

  update(view) {
    if (this.editor) return;
    show(this.place);
    show(this.list, !view.accounts.length && el('p', {class: 'ob-empty'}, '还没有结算账户。'), view.accounts.map(account => this.card(account)));
    const add = button('新增结算账户', () => this.edit({}, body => post('/api/profile/accounts', body)), 'small');
    show(this.node, super.title(add), el('p', {class: 'ob-help'}, '可以有多个；每份申请用其中一个，在申请里可以换。'), this.list, this.place);
  }

  card(account) {
    const shown = this.group.fields.filter(({key}) => account.values[key]);
    return el('article', {class: 'ob-card-of'}, el('strong', {}, account.label), facts(shown.map(field => [field.label, spoken(field, account.values[field.key])])),
        el('div', {class: 'ob-row'}, button('修改', () => this.open(account), 'small'), button('删除', () => this.discard(account), 'small danger')));
  }

  title() {
    return el('h3', {}, '结算账户资料');
  }

  async open({no}) {
    const values = await get(`/api/profile/accounts/${no}?company=${encodeURIComponent(this.profile.company)}`);
    this.edit(values, body => put(`/api/profile/accounts/${no}`, body));
    this.place.scrollIntoView({block: 'center', behavior: 'smooth'});
  }

  async discard({no, label}) {
    if (!await sure(`删除结算账户“${label}”？已经提交的申请不受影响。`, '删除结算账户')) return;
    await this.profile.change(version => remove(`/api/profile/accounts/${no}?company=${encodeURIComponent(this.profile.company)}&version=${version}`), '结算账户已删除');
  }
}
