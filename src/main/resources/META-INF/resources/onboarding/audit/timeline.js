// 时间线: everything that happened to an application, day by day, narrowed to what is asked.

import {dayInput} from '/onboarding/dates.js';
import {button, el, link} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {failed} from '/onboarding/audit/frame.js';
import {entries} from '/onboarding/audit/entries.js';
import {pager} from '/onboarding/audit/pager.js';
import {asked, go, moment, query} from '/onboarding/audit/place.js';
import {KINDS, QUESTIONS} from '/onboarding/audit/words.js';

const SIZE = 50;

export async function timeline({api, header, here}) {
  const at = Object.fromEntries(asked());
  const wanted = {...at, from: at.from && moment(at.from), to: at.to && moment(at.to, 1), page: at.page || 1, size: SIZE};
  const to = change => here('', {...at, page: '', ...change});
  const asking = [questions(at, to), narrowing(at, header, to)];
  let found;
  try {
    found = await get(`${api}/timeline?${query(wanted)}`);
  } catch (problem) {
    // what was asked can be put right only where it is asked
    if (problem.status !== 400) throw problem;
    return [...asking, failed(problem)];
  }
  return [...asking,
    found.rows.length ? entries(found.rows, header) : el('p', {class: 'ob-empty'}, '没有符合条件的记录。', link(here(''), '显示全部')),
    pager(found, '条', page => to({page}))];
}

function questions({kind = ''}, to) {
  return el('nav', {class: 'ob-questions', 'aria-label': '常用筛选'}, QUESTIONS.map(([label, kinds]) =>
      link(to({kind: kinds.join(',')}), label, {class: 'ob-choice-link', 'aria-current': kinds.join(',') === kind ? 'true' : null})));
}

/** Everything else that entries can be narrowed by. */
function narrowing(at, header, to) {
  const chosen = (at.kind ?? '').split(',').filter(Boolean);
  const lot = el('select', {id: 'ob-audit-lot'}, el('option', {value: ''}, '全部停车场'), header.lots.map(({code, name}) => el('option', {value: code}, name)));
  lot.value = at.lot ?? '';
  const who = el('input', {type: 'search', id: 'ob-audit-who', value: at.who ?? '', placeholder: '姓名、用户名或角色', maxlength: 100});
  const from = dayInput({id: 'ob-audit-day-from', value: at.from ?? ''});
  const until = dayInput({id: 'ob-audit-day-to', value: at.to ?? ''});
  const kinds = Object.entries(KINDS).map(([code, [label]]) => ({code, label, input: el('input', {type: 'checkbox', value: code, checked: chosen.includes(code)})}));
  const preset = QUESTIONS.some(([, listed]) => listed.join(',') === (at.kind ?? ''));
  const submit = event => {
    event.preventDefault();
    go(to({kind: kinds.filter(({input}) => input.checked).map(({code}) => code), lot: lot.value, who: who.value.trim(), from: from.value, to: until.value}));
  };
  return el('details', {class: 'ob-section ob-narrowing', open: !preset || Boolean(at.lot || at.who || at.from || at.to)}, el('summary', {}, '按停车场、人员、日期或类别筛选'),
      el('form', {on: {submit}},
          el('div', {class: 'ob-grid'}, labelled('停车场', lot), labelled('人员', who), labelled('日期（自）', from), labelled('日期（至）', until)),
          el('fieldset', {class: 'ob-ticks'}, el('legend', {class: 'ob-label'}, '类别'), kinds.map(({label, input}) => el('label', {class: 'ob-check'}, input, label))),
          el('div', {class: 'ob-actions'}, button('清空', () => go(to({kind: '', lot: '', who: '', from: '', to: ''}))), el('button', {type: 'submit', class: 'ob-button primary'}, '筛选'))));
}

function labelled(label, input) {
  return el('div', {class: 'ob-field'}, el('label', {class: 'ob-label', for: input.id}, label), input);
}
