// The list of open tasks in Tasklist, in the place of its own: one search box, filters with counts, cards by due date. A card
// opens the task in Tasklist's own pane; on a narrow screen the task takes the list's place, and back leads to the list.

import {button, el, link, minute, notice, show} from '/onboarding/dom.js';
import {channels, get} from '/onboarding/api.js';
import {mayWork} from '/onboarding/shell.js';

const SIZE = 20;
const PAUSE = 300;
const MINUTE = 60_000;
// the engine goes on by itself after a completion
const SOON = 2000;
const CHANGES = /\/task\/[^/]+\/(claim|unclaim|assignee|complete|submit-form)$/;
const DUE = {OVERDUE: ['已超期', 'overdue'], TODAY: ['今天到期', 'today']};

/** session: a promise of GET /api/session */
export const worklist = session => ({
  id: 'onboarding-worklist',
  pluginPoint: 'tasklist.list',
  priority: 150,
  render: async node => {
    const {roles = [], userId} = await session;
    if (mayWork(roles)) list(node, await channels(), `ob-worklist-${userId}`);
  },
});

const AT_FIRST = {filter: 'todo', channel: '', q: '', page: 1};

/** What is looked for now, and where in it the task is that was chosen last. */
let looking = AT_FIRST;
let chosenAt = 0;

/** kept: what the tab remembers what was looked for by */
function list(node, names, kept) {
  const at = {...AT_FIRST, ...(askedFor() ?? remembered(kept))};
  looking = at;
  const head = el('div', {class: 'ob-work-filters'});
  const cards = el('div', {class: 'ob-work-cards'});
  const foot = el('nav', {class: 'ob-pages', 'aria-label': '任务：翻页'});
  let asked = 0;
  const load = async () => {
    const mine = ++asked;
    sessionStorage.setItem(kept, JSON.stringify(at));
    const found = await Promise.all([page(at), get(`/api/worklist/counts?${new URLSearchParams({q: at.q})}`)]).catch(problem => problem);
    // an older question must not overwrite the newer one's answer
    if (mine !== asked || !node.isConnected) return undefined;
    if (found instanceof Error) {
      // what was remembered may be no filter of this person's any longer
      Object.assign(at, {...AT_FIRST, q: at.q});
      return show(cards, notice('bad', '没能载入任务', found.message, button('再试一次', load, 'small')));
    }
    const [tasks, counts] = found;
    if (!tasks.rows.length && tasks.total) return ask({page: Math.ceil(tasks.total / SIZE)});
    keepingFocus(node, () => {
      show(head, filters(at, counts, names, ask));
      show(cards, tasks.rows.length ? el('ul', {}, tasks.rows.map(card)) : nothing(at, counts, ask));
      show(foot, pager(tasks, ask));
    });
    const place = tasks.rows.findIndex(({id}) => id && id === chosen());
    if (place >= 0) chosenAt = place;
    return markChosen();
  };
  const ask = change => {
    Object.assign(at, {page: 1}, change);
    const box = node.querySelector('input[type=search]');
    if (box !== document.activeElement) box.value = at.q;
    return load();
  };
  node.append(el('div', {class: 'onboarding ob-worklist'}, searchBox(at, ask), head, cards, foot));
  keptFresh(node, load);
  wayBack();
  load();
}

/** What a page that leads here wants to be shown; from then on it is the reader's to choose. */
function askedFor() {
  if (!location.search) return null;
  const {filter, q, channel} = Object.fromEntries(new URLSearchParams(location.search));
  history.replaceState(history.state, '', location.pathname + location.hash);
  return {filter: filter ?? AT_FIRST.filter, q: q ?? '', channel: channel ?? ''};
}

/**
 * The task that comes after the one that was chosen last, of what is looked for; null where there is nothing that the reader
 * has or may claim. `waiting`: how many of those there are at all.
 */
export async function nextTask() {
  const [found, {total: waiting}] = await Promise.all([page(looking), page({...AT_FIRST, size: 1})]);
  const {rows} = found.rows.length || !found.total ? found : await page({...looking, page: 1});
  const own = rows.map((row, place) => ({...row, place})).filter(({id, mine, claimable}) => id && id !== chosen() && (mine || claimable));
  return {id: (own.find(({place}) => place >= chosenAt) ?? own[0])?.id ?? null, waiting};
}

const page = ({filter, channel, q, page: number, size = SIZE}) => get(`/api/worklist?${new URLSearchParams({filter, channel, q, page: number, size})}`);

function searchBox(at, ask) {
  let timer;
  const label = '编号、车场方、停车场、渠道、车牌或任务';
  const input = el('input', {type: 'search', value: at.q, placeholder: label, 'aria-label': `查找任务：${label}`, on: {input: () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask({q: input.value.trim()}), PAUSE);
  }}});
  return el('div', {class: 'ob-filter', role: 'search'}, input);
}

function filters(at, counts, names, ask) {
  const chosen = counts.find(({code}) => code === at.filter) ?? counts[0];
  const select = el('select', {'aria-label': '渠道', on: {change: () => ask({channel: select.value})}},
      el('option', {value: ''}, `全部渠道（${chosen.total}）`),
      Object.entries(names).map(([code, name]) => el('option', {value: code}, `${name}（${chosen.channels[code] ?? 0}）`)));
  select.value = at.channel;
  return [el('div', {class: 'ob-work-kinds', role: 'group', 'aria-label': '筛选任务'}, counts.map(({code, label, total, channels: per}) => {
    const count = at.channel ? per[at.channel] ?? 0 : total;
    return el('button', {type: 'button', 'data-filter': code, class: `ob-work-kind ${count ? '' : 'none'}`, 'aria-pressed': String(code === at.filter), on: {click: () => ask({filter: code})}},
        label, ' ', el('b', {}, count));
  })), select];
}

/** A task is a link to itself, what a channel is to answer one to its lot or application. */
function card(row) {
  const [due, kind] = DUE[row.due] ?? [];
  const lines = [
    el('strong', {class: 'ob-work-step'}, row.name),
    el('span', {class: 'ob-work-marks'}, due && el('span', {class: `ob-work-mark ${kind}`}, due), row.corrected && el('span', {class: 'ob-work-mark corrected'}, '补正后重新提交')),
    el('span', {}, [row.channelName, lots(row)].filter(Boolean).join(' · ')),
    el('span', {class: 'ob-work-small'}, [row.company, row.applicationNo].filter(Boolean).join(' · ')),
    el('span', {class: 'ob-work-small'}, row.dueAt && el('time', {class: kind, datetime: row.dueAt}, `${row.id ? '期限' : '预计'} ${minute(row.dueAt)}`), whose(row)),
    row.note && el('span', {class: 'ob-work-small overdue'}, row.note),
  ];
  const to = address(row);
  return el('li', {class: `ob-work ${kind ?? ''}`, 'data-task': row.id},
      to ? link(to, lines.filter(Boolean), {class: 'ob-work-card', on: {keydown: stepThrough, click: rememberPlace}}) : el('div', {class: 'ob-work-card'}, lines));
}

const address = ({id, bindingId, applicationNo}) => (id ? `#/?task=${encodeURIComponent(id)}` : bindingId ? `/lots/${bindingId}` : applicationNo && `/applications/${applicationNo}`);

const lots = ({lots: first, lotCount}) => first.length && `${first.map(({name}) => name).join('、')}${lotCount > first.length ? ` 等 ${lotCount} 个停车场` : ''}${first.length === 1 ? `（${first[0].code}）` : ''}`;

const whose = ({id, assignee, mine, who, claimable, createdAt}) => el('span', {class: 'ob-work-who'},
    !id ? `等待${who}，自 ${minute(createdAt)}` : mine ? '我已认领' : assignee ? `${assignee} 办理中` : claimable ? '待认领' : `等待${who}认领`);

/** Where to look instead. */
function nothing(at, counts, ask) {
  const elsewhere = counts.filter(({code, total}) => code !== at.filter && total && (at.q || at.channel));
  return el('div', {class: 'ob-empty'}, el('p', {}, at.q ? `没有符合“${at.q}”的任务。` : '这里没有任务。'),
      elsewhere.map(({code, label, total}) => button(`${label}（${total}）`, () => ask({filter: code, channel: ''}), 'small')),
      at.q && button('清除查找', () => ask({q: ''}), 'small'), at.q && el('p', {}, link(`/board?${new URLSearchParams({'board-q': at.q})}`, `在看板里查找“${at.q}”`)));
}

function pager({total, page: number, rows}, ask) {
  const last = Math.max(1, Math.ceil(total / SIZE));
  const go = (label, to) => {
    const way = button(label, () => ask({page: to}), 'small');
    way.disabled = to < 1 || to > last;
    return way;
  };
  return [el('span', {role: 'status'}, total ? `第 ${(number - 1) * SIZE + 1}–${(number - 1) * SIZE + rows.length} 项，共 ${total} 项` : '共 0 项'),
    last > 1 && el('span', {class: 'ob-turn'}, go('上一页', number - 1), go('下一页', number + 1))];
}

/** Arrow keys go from card to card. */
function stepThrough(event) {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (!step) return;
  const all = [...document.querySelectorAll('a.ob-work-card')];
  all[all.indexOf(event.currentTarget) + step]?.focus();
  event.preventDefault();
}

/** What is drawn anew under somebody's fingers keeps the focus where it was. */
function keepingFocus(node, draw) {
  const held = node.contains(document.activeElement) ? document.activeElement : null;
  const name = held?.closest('[data-task]')?.dataset.task;
  const filter = held?.dataset.filter;
  const select = held?.matches('select');
  draw();
  const again = name ? node.querySelector(`[data-task="${name}"] a`) : filter ? node.querySelector(`[data-filter="${filter}"]`) : select ? node.querySelector('select') : null;
  again?.focus({preventScroll: true});
}

/** As a card does. */
export function openTask(id) {
  location.hash = `#/?task=${encodeURIComponent(id)}`;
}

const chosen = () => new URLSearchParams(location.hash.split('?')[1]).get('task');

function markChosen() {
  const id = chosen();
  document.body.classList.toggle('ob-chosen', Boolean(id));
  document.querySelectorAll('a.ob-work-card').forEach(card => {
    if (id && card.parentElement.dataset.task === id) card.setAttribute('aria-current', 'true');
    else card.removeAttribute('aria-current');
  });
}

/** After whatever the person or Tasklist does to a task, and now and then. */
function keptFresh(node, load) {
  let soon;
  const watch = new PerformanceObserver(calls => {
    if (!node.isConnected) return watch.disconnect();
    if (!calls.getEntries().some(({name}) => CHANGES.test(new URL(name).pathname))) return undefined;
    load();
    clearTimeout(soon);
    soon = setTimeout(load, SOON);
    return undefined;
  });
  watch.observe({type: 'resource'});
  const timer = setInterval(() => {
    if (!node.isConnected) clearInterval(timer);
    else if (!document.hidden) load();
  }, MINUTE);
}

/** On a narrow screen: where the list was scrolled to, and the task that was opened from it. */
let place = 0;
let opened = null;

const scroller = () => document.querySelector('.page-wrap');

function rememberPlace({currentTarget}) {
  place = scroller().scrollTop;
  opened = currentTarget.closest('[data-task]')?.dataset.task ?? null;
}

/** The way back to the list; whoever came from it goes back in the browser's own history. */
function wayBack() {
  const head = document.querySelector('.task-details > header');
  if (!head || head.querySelector('.ob-back')) return;
  head.prepend(el('button', {type: 'button', class: 'ob-back', on: {click: () => {
    if (opened && opened === chosen()) history.back();
    else location.hash = '#/';
  }}}, '‹ 返回列表'));
}

let before = chosen();
window.addEventListener('hashchange', () => {
  const now = chosen();
  if (!scroller() || now === before) return;
  markChosen();
  scroller().scrollTop = now ? 0 : place;
  if (!now) opened = null;
  before = now;
});

function remembered(kept) {
  try {
    return JSON.parse(sessionStorage.getItem(kept)) ?? {};
  } catch {
    return {};
  }
}
