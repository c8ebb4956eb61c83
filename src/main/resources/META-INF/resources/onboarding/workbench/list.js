// Lists of the workbench: filters of their own, a page at a time, asked again when one says so.

import {button, el, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';

const SECOND = new Intl.DateTimeFormat('sv-SE', {
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'Asia/Shanghai'});

/** 2026-11-30 10:05:09 */
export const second = instant => (instant ? SECOND.format(new Date(instant)) : '—');

/** filters: nodes; asked(): what to look for, as parameters; draw(rows): a node. Returns {node, ask()}, not yet filled. */
export function list({path, size, noun, filters, asked, draw}) {
  const place = el('div');
  const foot = el('nav', {class: 'ob-pages', 'aria-label': '翻页'});
  let page = 1;
  let newest = 0;
  const load = async () => {
    const mine = ++newest;
    const found = await get(`${path}?${new URLSearchParams({...asked(), page, size})}`).catch(problem => ({problem}));
    // an older question must not overwrite the newer one's answer
    if (mine !== newest) return;
    if (found.problem) return show(place, notice('bad', '没能载入', found.problem.message));
    show(place, draw(found.rows));
    show(foot, turns(found));
  };
  const turns = ({total, rows}) => {
    const last = Math.max(1, Math.ceil(total / size));
    const go = (label, to) => {
      const way = button(label, () => { page = to; load(); }, 'small');
      way.disabled = to < 1 || to > last;
      return way;
    };
    const from = (page - 1) * size + 1;
    return [el('span', {role: 'status'}, rows.length ? `第 ${from}–${from + rows.length - 1} ${noun}，共 ${total} ${noun}` : `共 ${total} ${noun}`),
      last > 1 && el('span', {class: 'ob-turn'}, go('上一页', page - 1), el('span', {}, `${page} / ${last}`), go('下一页', page + 1))];
  };
  const ask = () => { page = 1; return load(); };
  const node = el('div', {class: 'ob-list'}, el('div', {class: 'ob-bench-filter'}, filters, button('刷新', () => load(), 'small')), place, foot);
  return {node, ask};
}

/** A line that opens what was sent, asked for only then: who opens it is written down. */
export function opener(label, path) {
  const body = el('div');
  const way = button(label, async () => {
    if (body.firstChild) {
      show(body);
      way.textContent = label;
      way.setAttribute('aria-expanded', 'false');
      return;
    }
    try {
      show(body, el('pre', {class: 'ob-bench-body', tabindex: '0'}, (await get(path)).body));
      way.textContent = '收起';
      way.setAttribute('aria-expanded', 'true');
    } catch (refusal) {
      show(body, notice('bad', null, refusal.message));
    }
  }, 'small');
  way.setAttribute('aria-expanded', 'false');
  return el('div', {}, way, body);
}

/** What is typed is looked for a moment later. */
export function uidFilter(ask) {
  let timer;
  const start = new URLSearchParams(location.search).get('uid') ?? '';
  return el('input', {type: 'search', value: start, placeholder: '按 uid 查一次停车', 'aria-label': '按 uid 查一次停车', on: {input: () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 300);
  }}});
}
