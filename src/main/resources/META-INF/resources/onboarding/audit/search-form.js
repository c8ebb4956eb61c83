// What applications are searched by. Asking changes the address; the page follows it.

import {dayInput} from '/onboarding/dates.js';
import {button, el} from '/onboarding/dom.js';
import {address, go} from '/onboarding/audit/place.js';

const RUNNING = {code: 'RUNNING', name: '办理中（全部）'};
const ENDED = {code: 'ENDED', name: '已结束（全部）'};

/** at: what the address asks for; choices: {channels, states, outcomes, marks}, each [{code, name}] */
export function searchForm(at, choices) {
  const text = (name, label, placeholder) => field(name, label, el('input', {type: 'search', placeholder, maxlength: 100}));
  const chosen = (name, label, all, options) => field(name, label, el('select', {}, el('option', {value: ''}, all),
      options.map(({code, name: word}) => el('option', {value: code}, word))));
  const day = (name, label) => field(name, label, dayInput());
  const first = [text('number', '申请编号', '如 WX20261122'), text('company', '车场方', '名称或统一社会信用代码'),
    text('lot', '停车场', '名称或编号'), text('plate', '车牌', '如 浙A12345')];
  const more = [chosen('channel', '渠道', '全部渠道', choices.channels), chosen('state', '办到哪一步', '不限', [RUNNING, ...choices.states, ENDED]), chosen('outcome', '结果', '不限', choices.outcomes),
    text('person', '经手人', '姓名或用户名'), text('bill', '账单号', '完整的账单号'), text('transaction', '交易流水号', '渠道、商户订单或退款单号'),
    day('from', '申请日期（自）'), day('to', '申请日期（至）')];
  const fields = [...first, ...more];
  fields.forEach(one => { one.input.value = at.get(one.name) ?? ''; });
  const ticks = choices.marks.map(({code, name: label}) => ({code, label: `有${label}`, input: el('input', {type: 'checkbox', value: code, checked: (at.get('with') ?? '').split(',').includes(code)})}));
  const used = more.some(({input}) => input.value) || ticks.some(({input}) => input.checked);
  const submit = () => go(address('', {...Object.fromEntries(fields.map(({name, input}) => [name, input.value.trim()])),
    with: ticks.filter(({input}) => input.checked).map(({code}) => code), sort: at.get('sort')}));
  return el('form', {class: 'ob-section ob-search', role: 'search', on: {submit: event => { event.preventDefault(); submit(); }}},
      el('div', {class: 'ob-grid'}, first.map(({node}) => node)),
      el('details', {open: used || window.matchMedia('(min-width: 900px)').matches}, el('summary', {}, '更多条件'),
          el('div', {class: 'ob-grid'}, more.map(({node}) => node)),
          el('fieldset', {class: 'ob-ticks'}, el('legend', {class: 'ob-label'}, '经历'), ticks.map(({label, input}) => el('label', {class: 'ob-check'}, input, label)))),
      el('div', {class: 'ob-actions'}, button('清空条件', () => go(address('', {sort: at.get('sort')}))), el('button', {type: 'submit', class: 'ob-button primary'}, '查询')));
}

function field(name, label, input) {
  input.id = `ob-audit-${name}`;
  input.name = name;
  return {name, input, node: el('div', {class: 'ob-field'}, el('label', {class: 'ob-label', for: input.id}, label), input)};
}
