// Chooses one colleague from a list that can be searched by name and user id. Arrow keys move within the list, as in every group of radio buttons.

import {el, show} from '/onboarding/dom.js';

const FEW = 6;
let made = 0;

export class ColleaguePicker {
  /** colleagues: [{userId, name, away}]; away says when they are not there, '' or nothing for those who are */
  constructor(label, colleagues) {
    const id = `ob-colleagues-${++made}`;
    this.rows = colleagues.map(one => ({...one, node: this.row(one, id)}));
    this.none = el('p', {class: 'ob-empty', hidden: true}, '没有姓名或用户名含有这些字的同事。');
    this.error = el('p', {class: 'ob-error', role: 'alert', hidden: true});
    const search = el('input', {type: 'search', placeholder: '按姓名或用户名查找', 'aria-label': '查找同事', autocomplete: 'off', spellcheck: 'false', on: {input: event => this.find(event.target.value)}});
    this.node = el('fieldset', {class: 'ob-field ob-picker', 'data-field': 'to'}, el('legend', {class: 'ob-label'}, label, el('i', {class: 'ob-required'}, '必填')),
        colleagues.length > FEW && search, el('div', {class: 'ob-picker-list'}, this.rows.map(({node}) => node), this.none), this.error);
    if (colleagues.length === 1) this.choose(colleagues[0].userId);
  }

  row({userId, name, away}, group) {
    return el('label', {}, el('input', {type: 'radio', name: group, value: userId, on: {change: () => this.choose(userId)}}),
        el('span', {}, name, el('small', {}, userId), away && el('small', {class: 'ob-away'}, away)));
  }

  choose(userId) {
    this.value = userId;
    this.rows.forEach(row => { row.node.querySelector('input').checked = row.userId === userId; });
    this.say('');
  }

  /** What is chosen stays in sight, whatever is looked for. */
  find(typed) {
    const wanted = typed.normalize('NFKC').trim().toLowerCase();
    const found = this.rows.filter(({userId, name}) => name.toLowerCase().includes(wanted) || userId.toLowerCase().includes(wanted));
    this.rows.forEach(row => { row.node.hidden = !found.includes(row) && row.userId !== this.value; });
    this.none.hidden = found.length > 0;
  }

  say(message) {
    show(this.error, message);
    this.error.hidden = !message;
    this.node.classList.toggle('faulty', Boolean(message));
  }

  /** The user id; null after saying that nobody is chosen. */
  chosen() {
    if (!this.value) this.say('请选择一位同事。');
    return this.value ?? null;
  }

  name() {
    return this.rows.find(({userId}) => userId === this.value)?.name;
  }
}
