// A list that the server searches and cuts into pages. What is looked for and the page stand in the address, so that
// going back, reloading and handing the address on lead to the same place.

import {button, el, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';

const SIZE = 20;
const PAUSE = 300;

/**
 * path: the API, answering {rows, total, page, size}; name: what the address calls it; noun: 个停车场; states: {code: label};
 * all: what is shown while none of them is chosen
 * search: a searchBox that several lists have together; without one the list has its own
 * complete(rows): what else has to be asked for before they can be drawn; draw(rows, filtered): the rows as a node.
 * Returns the node, filled.
 */
export async function pagedList({path, name, noun, placeholder, states, all = '全部状态', search, complete = async rows => rows, draw}) {
  const at = remembered(name);
  if (search) at.q = search.q;
  const place = el('div');
  const foot = el('nav', {class: 'ob-pages', 'aria-label': `${placeholder}：翻页`});
  let asked = 0;
  const load = async () => {
    const mine = ++asked;
    place.setAttribute('aria-busy', 'true');
    remember(name, search ? {...at, q: ''} : at);
    const found = await get(`${path}?${new URLSearchParams({q: at.q, ...(at.state && {state: at.state}), page: at.page, size: SIZE})}`)
        .then(async page => ({...page, rows: await complete(page.rows)}))
        .catch(problem => ({problem}));
    // an older question must not overwrite the newer one's answer
    if (mine !== asked) return undefined;
    place.removeAttribute('aria-busy');
    if (found.problem) return show(place, notice('bad', '没能载入', found.problem.message));
    if (!found.rows.length && found.total) return turn(pages(found));
    show(place, draw(found.rows, Boolean(at.q || at.state)));
    return show(foot, pager(found, noun, turn));
  };
  const turn = page => { at.page = page; return load(); };
  const ask = change => { Object.assign(at, change, {page: 1}); return load(); };
  search?.listen(q => ask({q}));
  await load();
  return el('div', {class: 'ob-list'}, filters(at, placeholder, all, states, ask, !search), place, foot);
}

/**
 * One search box for several lists: {node, q, listen}. What is looked for stands in the address under the name; lists are those
 * that had a box of their own once, so that addresses of then lead there.
 */
export function searchBox(name, placeholder, lists) {
  const box = {q: [name, ...lists].map(one => remembered(one).q).find(Boolean) ?? '', listeners: [], listen: heard => box.listeners.push(heard)};
  box.node = el('div', {class: 'ob-filter', role: 'search'}, typed(box.q, placeholder, q => {
    box.q = q;
    remember(name, {q, state: '', page: 1});
    box.listeners.forEach(heard => heard(q));
  }));
  return box;
}

function typed(q, placeholder, heard) {
  let timer;
  const search = el('input', {type: 'search', value: q, placeholder, 'aria-label': placeholder, on: {input: () => {
    clearTimeout(timer);
    timer = setTimeout(() => heard(search.value.trim()), PAUSE);
  }}});
  return search;
}

function filters(at, placeholder, all, states, ask, own) {
  const state = el('select', {'aria-label': own ? '状态' : `${placeholder}：状态`, on: {change: () => ask({state: state.value})}},
      el('option', {value: ''}, all), Object.entries(states).map(([code, label]) => el('option', {value: code}, label)));
  state.value = at.state;
  return el('div', {class: 'ob-filter'}, own && typed(at.q, placeholder, q => ask({q})), Object.keys(states).length ? state : null);
}

const pages = ({total, size}) => Math.max(1, Math.ceil(total / size));

function pager(found, noun, turn) {
  const {total, page, size} = found;
  const last = pages(found);
  const from = (page - 1) * size + 1;
  const go = (label, to) => {
    const way = button(label, () => turn(to));
    way.disabled = to < 1 || to > last;
    return way;
  };
  return [el('span', {role: 'status'}, total ? `第 ${from}–${from + found.rows.length - 1} ${noun}，共 ${total} ${noun}` : `共 0 ${noun}`),
    last > 1 && el('span', {class: 'ob-turn'}, go('首页', page > 1 ? 1 : 0), go('上一页', page - 1), el('span', {}, `${page} / ${last}`), go('下一页', page + 1), go('末页', page < last ? last : last + 1))];
}

function remembered(name) {
  const address = new URLSearchParams(location.search);
  return {q: address.get(`${name}-q`) ?? '', state: address.get(`${name}-state`) ?? '', page: Number(address.get(`${name}-page`)) || 1};
}

function remember(name, at) {
  const address = new URLSearchParams(location.search);
  for (const [key, value] of Object.entries({q: at.q, state: at.state, page: at.page > 1 ? at.page : ''})) {
    if (value) address.set(`${name}-${key}`, value);
    else address.delete(`${name}-${key}`);
  }
  const search = address.toString();
  history.replaceState(null, '', location.pathname + (search ? `?${search}` : ''));
}
