// Which channel this page is about, its words, and the commands that a record offers.
import { action, call, el, tag } from './desk.js';

const code = new URLSearchParams(location.search).get('channel') || location.pathname.split('/')[3];

// {code, name, states, agreements, fields, operations: [{name, words, faults: [{code, name}]}]}
export const at = await call(`/${code}/words`);

export const ask = (path, method, body) => call(`/${code}${path}`, method, body);

export const address = (path) => `/demo/api/${code}${path}`;

const TONES = { plain: '', good: 'good', bad: 'bad', wait: 'wait' };

export const state = (record) => tag(record.words, TONES[record.tone]);

// The buttons of a record, each with what it wants to know. Long ones (complaints) are drawn by whoever shows the record.
export function commands(record, path, refresh) {
  const short = record.actions.filter((one) => !isLong(one) && !isRare(one));
  return el('div', { class: 'row' }, short.flatMap((one) => command(one, path, refresh)));
}

// What is neither the next step nor an end, and wants to know something: behind a fold.
export function rareCommands(record, path, refresh) {
  const rare = record.actions.filter((one) => isRare(one) && !isLong(one));
  return rare.length === 0 ? null : el('details', {}, el('summary', {}, '其他办法'),
    el('div', { class: 'row' }, rare.flatMap((one) => command(one, path, refresh))));
}

export const isLong = (one) => one.inputs.some((input) => input.form === 'complaints');

const isRare = (one) => one.kind === 'OTHER' && one.inputs.length > 0;

function command(one, path, refresh) {
  const fields = one.inputs.map((input) => [input.name, field(input)]);
  const button = action(one.words, async () => {
    await ask(`${path}/${one.name}`, 'POST', Object.fromEntries(fields.map(([name, box]) => [name, box.value])));
    await refresh();
    return '已办：' + one.words + '。';
  }, { NEXT: 'main', BAD: 'bad' }[one.kind] || '');
  if (fields.length === 0) return [button];
  const labelled = one.inputs.map((input, i) => el('label', {}, input.words, fields[i][1]));
  return [el('span', { class: 'command' }, labelled, button)];
}

export function field(input) {
  if (input.form === 'choice') {
    const list = el('select', { 'aria-label': input.words }, input.choices.map((one) => el('option', { value: one.code }, one.words)));
    list.value = input.initial;
    return list;
  }
  return el('input', { type: input.form === 'date' ? 'date' : 'text', value: input.initial, size: Math.max(12, Math.min(38, input.initial.length * 2)),
    placeholder: input.words, 'aria-label': input.words });
}

export function options(choices, value, label) {
  const list = el('select', { 'aria-label': label }, choices.map(([key, text]) => el('option', { value: key }, text)));
  if (value) list.value = value;
  return list;
}
