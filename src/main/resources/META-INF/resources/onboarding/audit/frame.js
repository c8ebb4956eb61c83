// The frame of the pages of 审计 inside Cockpit: where one can go, what the page shows, and what to say when that fails.

import {button, el, link, notice, show} from '/onboarding/dom.js';
import {AGAIN, address} from '/onboarding/audit/place.js';
import {session} from '/onboarding/session.js';

const PLACES = [['', '申请'], ['/plates', '车牌查询'], ['/definitions', '流程统计'], ['/seals', '封存记录']];

/**
 * A page as a route of Cockpit.
 * path: behind #/audit, with :names as the router has them; under: which of the places it belongs to;
 * title: of the window; draw(main): fills the page
 */
export function page({path, under, title, draw}) {
  return {
    id: `onboarding-audit${path.replaceAll(/\W+/g, '-')}`,
    pluginPoint: 'cockpit.route',
    properties: {path: `/audit${path}`},
    render: (node, api, scope) => {
      open(node, {under, title, draw});
      nameInHead(scope?.$root);
    },
  };
}

/** Cockpit learns how somebody is called only when one of its own pages is opened. */
async function nameInHead(root) {
  const {name} = await session;
  if (root && !root.userFullName) root.$applyAsync(() => { root.userFullName ??= name; });
}

function open(node, {under, title, draw}) {
  const main = el('main', {class: 'ob-page'});
  node.className = 'onboarding ob-audit ob-audit-page';
  show(node, places(under), main);
  document.title = `${title} · 审计`;
  const load = async () => {
    if (!main.firstChild) show(main, el('p', {class: 'ob-empty', role: 'status'}, '正在载入……'));
    try {
      await draw(main);
    } catch (problem) {
      show(main, failed(problem, load));
    }
  };
  load();
  const again = () => (node.isConnected ? load() : window.removeEventListener(AGAIN, again));
  window.addEventListener(AGAIN, again);
}

function places(under) {
  return el('nav', {class: 'ob-tabs', 'aria-label': '审计'}, PLACES.map(([path, label]) =>
      link(address(path), label, {'aria-current': path === under ? 'page' : null})));
}

/** What to show in place of what could not be had. */
export function failed(problem, again) {
  const headings = {400: '查询条件有误', 404: '没有找到'};
  return notice('bad', headings[problem.status] ?? '没能载入', problem.message ?? String(problem),
      problem.status === 404 ? el('p', {}, link(address(''), '回到申请查询')) : problem.status !== 400 && again && button('再试一次', again, 'small'));
}

/** A part of a page under its own heading. */
export function block(title, ...children) {
  return el('section', {class: 'ob-section'}, el('h2', {}, title), ...children);
}

/** Fills a part of a page, which loads by itself and fails by itself. */
export async function fill(place, load) {
  place.setAttribute('aria-busy', 'true');
  if (!place.firstChild) show(place, el('p', {class: 'ob-empty', role: 'status'}, '正在载入……'));
  try {
    show(place, await load());
  } catch (problem) {
    show(place, failed(problem, () => fill(place, load)));
  } finally {
    place.removeAttribute('aria-busy');
  }
}
