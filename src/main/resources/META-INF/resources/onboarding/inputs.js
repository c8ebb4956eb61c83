// A few labelled inputs with the server's messages beside them, for forms that are no field catalogue.

import {el, show} from '/onboarding/dom.js';
import {controls, describe, lead} from '/onboarding/keyboard.js';

export class Inputs {
  /** fields: {key: {label, node, help, optional, wide}} */
  constructor(fields) {
    this.rows = new Map(Object.entries(fields).map(([key, field]) => [key, {...field, error: el('p', {class: 'ob-error', role: 'alert', hidden: true})}]));
    this.node = el('div', {class: 'ob-grid'}, [...this.rows].map(([key, row]) => {
      row.node.id ||= `ob-${key}`;
      row.node.addEventListener('input', () => this.say(key, null));
      row.error.id = `${row.node.id}-error`;
      const help = row.help && el('p', {class: 'ob-help', id: `${row.node.id}-help`}, row.help);
      const single = row.node.matches('input, select, textarea');
      row.box = el('div', {class: `ob-field ${row.wide ? 'wide' : ''}`, 'data-field': key},
          el(single ? 'label' : 'span', {class: 'ob-label', for: single ? row.node.id : null}, row.label, !row.optional && el('i', {class: 'ob-required'}, '必填')),
          row.node, row.error, help);
      describe(row.node, row.error, help);
      if (single) row.node.setAttribute('aria-required', String(!row.optional));
      return row.box;
    }));
  }

  /** {key: value} of what is typed */
  values() {
    return Object.fromEntries([...this.rows].filter(([, {node}]) => node.value !== undefined).map(([key, {node}]) => [key, node.value.trim()]));
  }

  fill(values) {
    for (const [key, value] of Object.entries(values)) {
      const {node} = this.rows.get(key) ?? {};
      if (node) node.value = value ?? '';
      this.say(key, null);
    }
  }

  say(key, message) {
    const row = this.rows.get(key);
    if (!row) return;
    row.error.hidden = !message;
    // what is chosen from a list is not filled in
    const fitting = row.node.tagName === 'SELECT' ? message?.replace(/^请填写/, '请选择') : message;
    row.box.classList.toggle('faulty', Boolean(message));
    controls(row.node).forEach(control => control.setAttribute('aria-invalid', message ? 'true' : 'false'));
    show(row.error, fitting);
  }

  /** Messages beside the inputs; returns those that belong to none. */
  sayAll(fields) {
    this.rows.forEach((_, key) => this.say(key, fields[key]));
    const first = [...this.rows.values()].find(row => !row.error.hidden);
    if (first) lead(first.box);
    return Object.entries(fields).filter(([key]) => !this.rows.has(key)).map(([, message]) => message);
  }
}

export const text = (attributes = {}) => el('input', {type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes});
