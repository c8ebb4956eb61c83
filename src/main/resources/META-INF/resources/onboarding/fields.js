// Draws a channel's field catalogue: groups of inputs with help, remarks and messages beside each.
// Nothing here knows a channel: another one only brings its catalogue.

import {dayInput} from '/onboarding/dates.js';
import {el, show} from '/onboarding/dom.js';
import {controls, describe, lead} from '/onboarding/keyboard.js';
import {paperInput} from '/onboarding/papers.js';

const INPUTS = {email: 'email', phone: 'tel', landlineOrPhone: 'tel'};
const CHOSEN = ['choice', 'lot', 'receivingAccount'];
const OTHER = 'ob-other';
const WIDE = ['longText', 'paper', 'lots'];

export const isPaper = field => field.type === 'paper';

/** Whether a condition holds for what was chosen: {owner: ['false']}; none always holds. */
function holds(condition, values) {
  return Object.entries(condition ?? {}).every(([key, wanted]) => wanted.includes(values[key] ?? ''));
}

/** A field that is required, or shown, only when something was chosen is not there otherwise; one of an earlier form never. */
export const isShown = (field, values) => !field.former && holds(field.requiredWhen ?? field.shownWhen, values);
export const isRequired = (field, values) => field.required || Boolean(field.requiredWhen && holds(field.requiredWhen, values));

export const allFields = catalogue => catalogue.groups.flatMap(group => group.fields);

/** The value as a person reads it; where nothing was chosen, what is meant. */
export function spoken(field, said) {
  const value = said || field.otherwise;
  if (value === undefined || value === null || value === '') return '—';
  const label = one => field.options?.find(option => option.value === one)?.label ?? one;
  return field.type === 'lots' ? value.split(',').map(label).join('、') : label(value);
}

/**
 * The editor over a catalogue.
 * given: {catalogue, values, papers: {key: [document]}, remarks: {key: text}, openFields: [key] or null for all, number(),
 * taken: [key] of what comes from the company's profile, accounts: [{label, values: {key: value}}] to choose from,
 * own(field): the value of a field that is not open, null for its words; closed(field): what stands beside it}
 */
export class Editor {
  /** `changed(key)` is called for each change. */
  constructor(given, changed) {
    Object.assign(this, given);
    this.changed = changed;
    this.rows = new Map();
    this.groups = this.catalogue.groups.map(group => this.group(group));
    this.node = el('div', {class: 'ob-editor'}, this.groups.map(({node}) => node));
    this.arrange();
  }

  group(group) {
    const fields = group.fields.filter(field => !field.former).map(field => this.row(field));
    const node = el('fieldset', {class: 'ob-group'}, group.label && el('legend', {}, group.label),
        group.help && el('p', {class: 'ob-help'}, group.help), this.accountChoice(group), el('div', {class: 'ob-grid'}, fields));
    return {label: group.label, keys: fields.map(row => row.dataset.field), node};
  }

  /** A company with several settlement accounts takes one of them, instead of typing it. */
  accountChoice(group) {
    const number = group.fields.find(field => field.profile === 'account.number')?.key;
    if (!number || !this.accounts?.length || (this.accounts.length === 1 && this.accounts[0].values[number] === this.values[number])) return null;
    const options = this.accounts.map(({label, values}, at) => ({value: String(at), label, selected: values[number] === this.values[number]}));
    const select = choice({options}, options.find(({selected}) => selected)?.value ?? '', 'ob-settlement');
    select.addEventListener('input', () => this.fill(this.accounts[select.value]?.values ?? {}));
    return el('div', {class: 'ob-field ob-settlement'}, el('label', {class: 'ob-label', for: 'ob-settlement'}, '从公司资料选择'), select);
  }

  /** Puts values into inputs that are open, as if they were typed. */
  fill(values) {
    for (const [key, value] of Object.entries(values)) {
      const row = this.rows.get(key);
      if (row?.open) {
        this.values[key] = value;
        const fresh = this.input(row.field);
        row.input.replaceWith(fresh);
        row.input = fresh;
        describe(fresh, ...row.said);
        this.touched(key);
      }
    }
  }

  row(field) {
    const open = !this.openFields || this.openFields.includes(field.key);
    const mark = el('i', {class: 'ob-required'});
    const error = el('p', {class: 'ob-error', role: 'alert', id: `ob-${field.key}-error`, hidden: true});
    const remark = this.remarks?.[field.key] && el('p', {class: 'ob-remark', id: `ob-${field.key}-remark`}, '退回原因：', this.remarks[field.key]);
    const help = open && field.help && el('p', {class: 'ob-help', id: `ob-${field.key}-help`}, field.help);
    const taken = open && this.taken?.includes(field.key) && el('span', {class: 'ob-taken'}, '来自公司资料');
    const input = open ? this.input(field) : el('div', {class: 'ob-fixed'}, this.own?.(field) ?? this.fixed(field));
    const node = el('div', {class: `ob-field ${WIDE.includes(field.type) ? 'wide' : ''} ${open ? '' : 'closed'}`, 'data-field': field.key},
        labelOf(field, open, mark, taken), remark, input, error, help, !open && this.closed?.(field));
    const said = [error, remark, help];
    if (open) describe(input, ...said);
    this.rows.set(field.key, {field, node, mark, error, open, input, taken, said, was: this.now(field)});
    return node;
  }

  /** What stands in a field: a value, or the stored paper. */
  now(field) {
    return isPaper(field) ? this.papers[field.key]?.[0]?.id : this.values[field.key];
  }

  fixed(field) {
    return isPaper(field) ? `${(this.papers[field.key] ?? []).length} 份，不需要更正` : spoken(field, this.values[field.key]);
  }

  input(field) {
    if (isPaper(field)) {
      this.papers[field.key] ??= [];
      return paperInput(field, this.papers[field.key], this.number, () => this.touched(field.key));
    }
    if (field.type === 'lots') return this.lotsInput(field);
    if (field.type === 'date' || field.type === 'dateOrLongTerm') return this.dateInput(field);
    if (field.type === 'regionCode') return this.regionInput(field);
    if (field.suggestions) return this.suggestedInput(field);
    const value = this.values[field.key] || (field.otherwise ?? '');
    const id = `ob-${field.key}`;
    const node = CHOSEN.includes(field.type) ? choice(field, value, id) : entry(field, value, id);
    node.addEventListener('input', () => this.set(field.key, node.value));
    return node;
  }

  /** One of the usual values, or another one in one's own words. */
  suggestedInput(field) {
    const value = this.values[field.key] ?? '';
    const own = value !== '' && !field.suggestions.includes(value);
    const text = entry(field, own ? value : '', `ob-${field.key}-other`);
    text.setAttribute('aria-label', `${field.label}（其他）`);
    text.hidden = !own;
    const options = field.suggestions.map(one => ({value: one, label: one}));
    const select = choice({options: [...options, {value: OTHER, label: '其他（自行填写）'}]}, own ? OTHER : value, `ob-${field.key}`);
    select.addEventListener('input', () => {
      text.hidden = select.value !== OTHER;
      this.set(field.key, select.value === OTHER ? text.value : select.value);
      this.bring(field.fills, select.value);
      if (!text.hidden) text.focus();
    });
    text.addEventListener('input', () => this.set(field.key, text.value));
    return el('div', {class: 'ob-suggested'}, select, text);
  }

  /** What goes with a suggestion is filled in; what went with another one goes. */
  bring(fills, chosen) {
    if (!fills) return;
    const known = fills.values[chosen];
    if (known || Object.values(fills.values).includes(this.values[fills.field])) this.fill({[fills.field]: known ?? ''});
  }

  /** A city, by its province. A code that is not in the list, or a county's, stays until another city is chosen. */
  regionInput(field) {
    const value = this.values[field.key] ?? '';
    const cities = (field.options ?? []).map(({value: code, label}) => ({code, province: label.split(' ')[0], city: label.split(' ')[1]}));
    const now = cities.find(({code}) => code === value) ?? cities.find(({code}) => value && code === `${value.slice(0, 4)}00`);
    const provinces = [...new Set(cities.map(({province}) => province))].map(province => ({value: province, label: province}));
    const province = choice({options: provinces}, now?.province ?? '', `ob-${field.key}`);
    province.setAttribute('aria-label', `${field.label}：省`);
    const place = el('span');
    const city = of => {
      const options = cities.filter(one => one.province === of).map(({code, city: label}) => ({value: code, label}));
      const chosen = of === now?.province ? now.code : (options.length === 1 ? options[0].value : '');
      const select = choice({options: !of && value ? [{value, label: value}] : options}, !of && value ? value : chosen, `ob-${field.key}-city`);
      select.setAttribute('aria-label', `${field.label}：市`);
      select.addEventListener('input', () => this.set(field.key, select.value));
      show(place, select);
      return select.value;
    };
    city(now?.province ?? '');
    province.addEventListener('input', () => this.set(field.key, city(province.value)));
    return el('div', {class: 'ob-region'}, province, place);
  }

  /** A date, with 长期 where the catalogue allows it. */
  dateInput(field) {
    const value = this.values[field.key] ?? '';
    const forever = el('input', {type: 'checkbox', checked: value === '长期'});
    const date = dayInput({id: `ob-${field.key}`, value: value === '长期' ? '' : value, disabled: value === '长期'},
        field.type === 'date' ? null : () => forever.click());
    date.addEventListener('input', () => this.set(field.key, date.value));
    if (field.type === 'date') return date;
    forever.addEventListener('change', () => {
      date.disabled = forever.checked;
      this.set(field.key, forever.checked ? '长期' : date.value);
    });
    return el('div', {class: 'ob-date'}, date, el('label', {}, forever, ' 长期'));
  }

  /** The company's own lots, several to tick. */
  lotsInput(field) {
    const chosen = new Set((this.values[field.key] ?? '').split(',').filter(Boolean));
    const box = ({value, label}) => el('label', {class: 'ob-choice'}, el('input', {type: 'checkbox', value, checked: chosen.has(value), on: {change: event => {
      if (event.target.checked) chosen.add(value);
      else chosen.delete(value);
      this.set(field.key, (field.options ?? []).map(option => option.value).filter(code => chosen.has(code)).join(','));
    }}}), el('span', {}, label));
    return el('div', {class: 'ob-choices', id: `ob-${field.key}`, role: 'group', 'aria-labelledby': `ob-${field.key}-label`}, (field.options ?? []).map(box),
        !field.options?.length && el('p', {class: 'ob-empty'}, '还没有登记的停车场，请联系运营公司登记。'));
  }

  set(key, value) {
    this.values[key] = value;
    this.touched(key);
  }

  touched(key) {
    this.say(key, null);
    const row = this.rows.get(key);
    if (row?.taken) row.taken.hidden = this.now(row.field) !== row.was;
    this.arrange();
    this.changed(key);
  }

  /** Shows what applies to the choices made so far. */
  arrange() {
    for (const {field, node, mark, open, input} of this.rows.values()) {
      node.hidden = !isShown(field, this.values);
      this.arrangeOptions(field, node);
      const required = isRequired(field, this.values);
      mark.textContent = required ? '必填' : '';
      if (open && input.matches('input, select, textarea')) input.setAttribute('aria-required', String(required));
    }
    this.groups.forEach(({node, keys}) => { node.hidden = keys.every(key => this.rows.get(key).node.hidden); });
  }

  /** Whether something stands in a field. */
  isFilled(key) {
    return Boolean(this.now(this.rows.get(key).field));
  }

  /** Leads to a field; one that does not apply is shown all the same. */
  lead(key) {
    const {node} = this.rows.get(key);
    node.hidden = node.closest('.ob-group').hidden = false;
    lead(node);
  }

  /** An answer that does not go with the other answers cannot be given. */
  arrangeOptions(field, node) {
    for (const option of field.options ?? []) {
      const shown = [...node.querySelectorAll('option')].find(({value}) => value === option.value);
      if (shown) shown.disabled = shown.hidden = !holds(option.shownWhen, this.values);
    }
  }

  say(key, message) {
    const row = this.rows.get(key);
    if (!row) return;
    row.error.hidden = !message;
    row.node.classList.toggle('faulty', Boolean(message));
    show(row.error, message);
    if (row.open) controls(row.input).forEach(control => control.setAttribute('aria-invalid', message ? 'true' : 'false'));
  }

  /** The first of these on the page; undefined if none is there. */
  first(fields) {
    return [...this.rows.keys()].find(key => fields[key]);
  }

  /** Messages beside the fields, with a way to the first; returns those that belong to no field on the page. */
  sayAll(fields) {
    const elsewhere = this.sayEach(fields);
    const first = this.first(fields);
    if (first) this.lead(first);
    return elsewhere;
  }

  /** Messages beside the fields; returns those that belong to no field on the page. */
  sayEach(fields) {
    this.rows.forEach((_, key) => this.say(key, fields[key]));
    return Object.entries(fields).filter(([key]) => !this.rows.has(key)).map(([, message]) => message);
  }
}

/** What is ticked in a group, or is not to be changed, has no one input that its name could lead to. */
function labelOf(field, open, ...more) {
  return open && field.type !== 'lots'
    ? el('label', {class: 'ob-label', for: `ob-${field.key}`}, field.label, more)
    : el('span', {class: 'ob-label', id: `ob-${field.key}-label`}, field.label, more);
}

function choice(field, value, id) {
  const options = (field.options ?? []).map(option => el('option', {value: option.value, selected: option.value === value}, option.label));
  return el('select', {id}, !field.otherwise && el('option', {value: '', selected: value === ''}, '请选择'), options);
}

/** Room for what is typed or pasted with blanks and signs between; the server tidies and counts. */
const room = field => (field.maxLength ? 2 * field.maxLength + 20 : null);

function entry(field, value, id) {
  if (field.type === 'longText') return el('textarea', {id, rows: 2, maxlength: room(field), value});
  return el('input', {id, type: INPUTS[field.type] ?? 'text', maxlength: room(field), value, autocomplete: 'off', spellcheck: 'false'});
}
