// 主数据: the companies, lots and vendors, and making new ones.

import {badge, button, el, link, notice, show, table} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {ledHere} from '/onboarding/led-here.js';
import {KINDS, address, newForm} from '/onboarding/masterdata-forms.js';
import {pagedList} from '/onboarding/paged-list.js';
import {page} from '/onboarding/shell.js';
import {tell} from '/onboarding/told.js';
import {exports, importLink} from '/onboarding/transfer.js';

const asked = new URLSearchParams(location.search);
const kind = KINDS[asked.get('kind')] ? asked.get('kind') : 'companies';
const of = KINDS[kind];

page('主数据', async (main, session) => {
  const list = await pagedList({path: `/api/masterdata/${kind}`, name: kind, noun: of.noun, placeholder: of.find,
    states: {ACTIVE: '正常', ENDED: of.end.ended}, draw: ROWS[kind]});
  const place = el('div');
  show(main, el('div', {class: 'ob-title'}, el('h1', {}, '主数据'), session.roles.includes('ops-supervisor') && doings(place, session)),
      el('nav', {class: 'ob-tabs', 'aria-label': '主数据'}, Object.entries(KINDS).map(([key, {title}]) =>
          el('a', {href: `/masterdata?kind=${key}`, 'aria-current': key === kind ? 'page' : null}, title))),
      place, list);
});

function doings(place, session) {
  const led = ledHere('company');
  let known = led ?? {};
  const open = button(`新建${of.unit}`, async () => {
    open.disabled = true;
    const close = () => { show(place); open.disabled = false; };
    try {
      show(place, creation(await get('/api/masterdata/choices'), known, close));
      known = {};
      place.querySelector('input')?.focus();
    } catch (problem) {
      close();
      show(place, notice('bad', '没能打开', problem.message));
    }
  }, 'primary');
  // led here from another record: at once, with what is known
  if (led) open.click();
  return el('span', {class: 'ob-row'}, exports(kind, kind), importLink(kind, session), open);
}

/** What is usually done next. */
const NEXT = {
  companies: '接着可以新建停车场、邀请人员。',
  lots: '接着可以指定技术方。',
  vendors: '接着可以邀请人员；在停车场的页面指定这家技术方。',
};

function creation(choices, known, close) {
  if (kind === 'lots' && !choices.companies.length) {
    return notice('info', '请先建立公司', '停车场属于一家公司。', link('/masterdata?kind=companies', '去建立公司'));
  }
  const form = newForm(kind, choices);
  form.fill(known);
  const problem = el('div');
  const save = button('保存', async () => {
    save.disabled = true;
    try {
      const made = await post(`/api/masterdata/${kind}`, {...form.values(), version: 0});
      tell(`${of.unit}“${made.name}”已建立`, NEXT[kind]);
      location.assign(address(kind, made[of.id]));
    } catch (refusal) {
      save.disabled = false;
      show(problem, notice('bad', '没有保存', ...messages(refusal, form)));
    }
  }, 'primary');
  return el('section', {class: 'ob-section'}, el('h3', {}, `新建${of.unit}`), form.node, problem, el('div', {class: 'ob-actions'}, button('取消', close), save));
}

function messages(refusal, form) {
  const elsewhere = form.sayAll(refusal.fields);
  return Object.keys(refusal.fields).length ? ['请更正标出的内容。', ...elsewhere] : [refusal.message];
}

const state = ({endedAt}) => (endedAt ? badge(of.end.ended) : badge('正常', 'good'));
const named = (row, note) => el('div', {}, link(address(kind, row[of.id]), row.name), el('small', {}, note));
const empty = filtered => (filtered ? `没有符合条件的${of.unit}。` : `还没有${of.unit}。`);

const ROWS = {
  companies: (rows, filtered) => table(['公司', '统一社会信用代码', '联系人', '邮箱', '停车场', '人员', '状态'],
      rows.map(row => [named(row, row.tenant), row.uscc, row.contactPerson, row.contactEmail, row.lots, row.people, state(row)]), empty(filtered)),
  lots: (rows, filtered) => table(['停车场', '公司', '地址', '泊位', '技术方', '状态'],
      rows.map(row => [named(row, row.code), link(address('companies', row.tenant), row.company), row.address, row.spaces,
        row.plannedFrom ? el('div', {}, row.vendor || '—', el('small', {}, `自 ${row.plannedFrom} 起更换`)) : row.vendor, state(row)]), empty(filtered)),
  vendors: (rows, filtered) => table(['技术方', '联系人', '邮箱', '停车场', '人员', '状态'],
      rows.map(row => [named(row, row.group.replace(/^vendor-/, '')), row.contactPerson, row.contactEmail, row.lots, row.people, state(row)]), empty(filtered)),
};
