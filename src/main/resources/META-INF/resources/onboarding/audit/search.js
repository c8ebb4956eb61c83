// 申请: finds applications of all channels and versions, running and finished, by whatever an auditor knows of them.

import {badge, el, link, minute, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {fill} from '/onboarding/audit/frame.js';
import {pager} from '/onboarding/audit/pager.js';
import {address, asked, query} from '/onboarding/audit/place.js';
import {searchForm} from '/onboarding/audit/search-form.js';
import {APPLICATION_STATES, words} from '/onboarding/words.js';

const SIZE = 20;
const API = '/api/audit/applications';
const NEWEST = '-begun';

/** How the list can be sorted: {column: what the API calls it}. */
const SORTED = {'申请编号': 'number', '车场方': 'company', '渠道': 'channel', '开始': 'begun', '结束': 'ended'};

/** What makes an application worth a look, and how that looks. */
const MARKS = {INCIDENT: 'bad', DISPUTE: 'bad', REFUND: 'wait', INTERVENTION: 'watch'};

export async function search(main) {
  const at = asked();
  const {page = 1, ...wanted} = Object.fromEntries(at);
  const found = el('section', {'aria-label': '查询结果'});
  show(main, el('h1', {}, '申请审计'), searchForm(at, await choices()), found);
  await fill(found, async () => results(await get(`${API}?${query({...wanted, page, size: SIZE})}`), at, wanted));
}

let offered;

/** Channels, states, outcomes and marks by name; asked for once. */
function choices() {
  offered ??= get('/api/audit/choices').catch(problem => {
    offered = undefined;
    throw problem;
  });
  return offered;
}

function results(page, at, wanted) {
  const here = change => address('', {...Object.fromEntries(at), ...change});
  return [
    el('div', {class: 'ob-titled'}, el('div', {role: 'status'}, el('h2', {}, `找到 ${page.total} 份申请`)),
        page.total > 0 && link(`${API}.csv?${query(wanted)}`, '导出 CSV（全部结果）', {download: '', class: 'ob-button small'})),
    page.rows.length ? list(page.rows, wanted.sort || NEWEST, here) : nothing(page, here),
    pager(page, '份申请', number => here({page: number}))];
}

function nothing({total}, here) {
  return total
    ? el('p', {class: 'ob-empty'}, '这一页没有内容。', link(here({page: ''}), '回到第一页'))
    : el('p', {class: 'ob-empty'}, '没有符合条件的申请。请减少条件，或者只填编号、车牌的一部分再试。');
}

function list(rows, sort, here) {
  const heads = ['申请编号', '车场方', '渠道', '停车场', '结果', '开始', '结束', '经历'];
  return el('div', {class: 'ob-table'}, el('table', {},
      el('thead', {}, el('tr', {}, heads.map(label => head(label, sort, here)))),
      el('tbody', {}, rows.map(row => el('tr', {}, cells(row).map((cell, i) => el('td', {'data-head': heads[i]}, cell)))))));
}

function head(label, sort, here) {
  const name = SORTED[label];
  if (!name) return el('th', {scope: 'col'}, label);
  const falls = sort === `-${name}`;
  const mine = falls || sort === name;
  return el('th', {scope: 'col', 'aria-sort': mine ? (falls ? 'descending' : 'ascending') : null},
      link(here({sort: falls ? name : `-${name}`, page: ''}), label, {title: falls ? '改为从小到大' : '改为从大到小'}), mine && el('span', {'aria-hidden': 'true'}, falls ? ' ↓' : ' ↑'));
}

function cells(row) {
  const [, kind] = words(APPLICATION_STATES, row.state);
  return [link(address(`/applications/${row.number}`), row.number), row.companyName, row.channelName, lots(row.lots), badge(row.stateText, kind),
    minute(row.begun), row.ended ? minute(row.ended) : el('span', {class: 'ob-none'}, '办理中'),
    row.marks.length ? el('span', {class: 'ob-ways'}, row.marks.map(({code, name}) => badge(name, MARKS[code]))) : '—'];
}

const MOST_LOTS = 3;

function lots(list) {
  if (!list.length) return '—';
  return el('div', {}, list.slice(0, MOST_LOTS).map(({code, name}) => el('div', {title: code}, name)),
      list.length > MOST_LOTS && el('small', {}, `……共 ${list.length} 个`));
}
