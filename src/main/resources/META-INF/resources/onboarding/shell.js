// The frame of our own pages: brand, where to go, who is here, the demo's ribbon.

import {el, link, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {told} from '/onboarding/told.js';
import '/assets/validity.js';

/** back: where one goes from a page that could not be shown, as [address, label] */
export async function page(title, draw, back = ['/board', '回到看板']) {
  document.title = `${title} · 支付渠道接入`;
  const main = el('main', {class: 'ob-page onboarding', id: 'ob-main', tabindex: '-1'}, el('p', {class: 'ob-empty'}, '正在载入……'));
  document.body.append(main);
  try {
    const session = await get('/api/session');
    document.body.prepend(skip(main), session.demo ? ribbon() : '', header(session, title));
    await draw(main, session);
    main.prepend(told() ?? '');
  } catch (problem) {
    show(main, notice('bad', problem.status === 404 ? '没有找到' : '页面没能打开', problem.message,
        el('p', {}, link(...back))));
  }
}

export function ribbon() {
  return el('div', {class: 'ob-ribbon', role: 'note'}, '演示环境：渠道、车辆和扣款都是模拟的，请勿填写真实的个人信息');
}

/** Past the menu, for who goes by the keyboard: the first thing that Tab reaches. */
export function skip(to) {
  return el('a', {class: 'ob-skip', href: '#ob-main', on: {click: event => {
    event.preventDefault();
    to.focus();
  }}}, '跳到正文');
}

const WITH_TASKS = ['lot-operator', 'lot-vendor', 'ops-reviewer', 'ops-supervisor'];
const WITH_OVERVIEW = ['lot-operator', 'lot-vendor', 'ops-reviewer', 'ops-supervisor', 'auditor'];
const WITH_PROFILE = ['lot-operator'];
const WITH_MONITOR = ['ops-supervisor', 'auditor'];
const WITH_MASTERDATA = ['ops-supervisor', 'ops-reviewer', 'auditor'];
const WITH_PEOPLE = ['ops-supervisor', 'onboarding-admin'];
const WITH_ENGINE = ['onboarding-admin'];
const WITH_RETRIES = ['ops-supervisor', 'onboarding-admin'];

/** Who may open Cockpit. */
export const mayMonitor = roles => WITH_MONITOR.some(role => roles.includes(role));

/** Who has tasks. */
export const mayWork = roles => WITH_TASKS.some(role => roles.includes(role));

/** Who may have a failed step tried again. */
export const mayRetry = roles => WITH_RETRIES.some(role => roles.includes(role));

const PLACES = [
  {webapp: 'tasklist', label: '任务', roles: WITH_TASKS},
  {webapp: 'cockpit', at: '#/audit', label: '审计', roles: ['auditor']},
  {webapp: 'cockpit', label: '流程监控', roles: WITH_MONITOR},
  {href: '/overview', label: '总览', roles: WITH_OVERVIEW},
  {href: '/accounts', label: '收款账户', roles: ['lot-operator', 'ops-reviewer', 'ops-supervisor', 'auditor']},
  {href: '/board', label: '看板'},
  {href: '/masterdata', label: '主数据', roles: WITH_MASTERDATA},
  {href: '/people', label: '人员', roles: WITH_PEOPLE},
  {webapp: 'admin', label: '引擎管理', roles: WITH_ENGINE},
  {href: '/profile', label: '车场方资料', roles: WITH_PROFILE},
  {href: '/help', label: '使用说明'},
];

/** What the engine's web applications are called, by their code. */
export const webappNames = Object.fromEntries(PLACES.filter(({webapp}) => webapp).map(({webapp, label}) => [webapp, label]));

/** Where this person may go. */
export function places({roles = [], demo, webapps}) {
  return [...PLACES.filter(place => !place.roles || place.roles.some(role => roles.includes(role)))
      .map(({webapp, at = '', href, label}) => ({href: webapp ? `${webapps}/app/${webapp}/default/${at}` : href, label})),
    ...(demo ? [{href: '/demo', label: '演示台'}] : [])];
}

/** There, or at something that is listed there. */
const isAt = href => location.pathname === href || location.pathname.startsWith(`${href}/`);

function header(session, title) {
  return el('header', {class: 'ob-top'},
      el('a', {class: 'ob-brand', href: '/board'}, '支付渠道接入', el('small', {}, '智停平台')),
      el('nav', {'aria-label': '主菜单'}, places(session).map(({href, label}) => el('a', {href, 'aria-current': isAt(href) ? 'page' : null}, label))),
      el('span', {class: 'ob-who'}, el('a', {href: '/account', title: '我的账号', 'aria-current': location.pathname === '/account' ? 'page' : null}, session.name), ' ', el('button', {type: 'button', class: 'ob-button text', on: {click: leave}}, '退出')));
}

async function leave() {
  const {post} = await import('/onboarding/api.js');
  await post('/logout').catch(() => {});
  location.assign('/login');
}
