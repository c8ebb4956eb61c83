// What Camunda's web applications load besides their own: our links, what the demo is, our login, our list of tasks.

import {announcements} from '/onboarding/announcement.js';
import {nameHolders} from '/onboarding/holder-name.js';
import {keepAccess} from '/onboarding/house-access.js';
import {keepHeader} from '/onboarding/house-header.js';
import {keepWords} from '/onboarding/house-words.js';
import {mayMonitor, mayRetry, mayWork, places} from '/onboarding/shell.js';
import {session} from '/onboarding/session.js';
import {taskPast} from '/onboarding/task-past.js';
import {standInTasks} from '/onboarding/stand-in-tasks.js';
import {el, show} from '/onboarding/dom.js';
import {listenForShortcuts} from '/onboarding/shortcuts.js';
import {worklist} from '/onboarding/worklist.js';

document.documentElement.lang = 'zh-CN';

session.then(({demo, roles = []}) => {
  document.body.classList.toggle('ob-demo', demo === true);
  document.body.classList.toggle('ob-applies', roles.includes('lot-operator'));
  document.body.classList.toggle('ob-monitors', mayMonitor(roles));
  document.body.classList.toggle('ob-operates', mayRetry(roles));
  document.body.classList.toggle('ob-works', mayWork(roles));
  document.body.classList.toggle('ob-listed', mayWork(roles) && location.pathname.includes('/app/tasklist/'));
});

// there is one login for everything
function leaveTheirLogin() {
  if (location.hash.startsWith('#/login')) location.replace('/login');
}
window.addEventListener('hashchange', leaveTheirLogin);
leaveTheirLogin();

/** A bookmark of a task that has ended leads where the task's own address leads: to what became of it. */
async function leadOn() {
  const task = new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
  if (!task || !location.pathname.includes('/app/tasklist/')) return;
  const answer = await fetch(`/camunda/api/engine/engine/default/task/${encodeURIComponent(task)}`);
  const {status} = answer;
  // what nobody reads keeps the connection
  await answer.text();
  if (status === 404) location.replace(`/tasks/${encodeURIComponent(task)}`);
}
leadOn().catch(() => {});

// our own navigation leads everywhere: their page of tiles would be a second home
if (location.pathname.includes('/app/welcome/')) location.replace('/');

if (location.pathname.includes('/app/tasklist/')) {
  listenForShortcuts();
  nameHolders();
}

keepHeader();
keepWords();
keepAccess();

async function draw(node) {
  const elsewhere = [...places(await session), {href: '/account', label: '我的账号'}].filter(({href}) => !location.pathname.startsWith(href.split('#')[0]));
  node.classList.add('ob-places');
  show(node, elsewhere.map(({href, label}) => el('a', {href, class: 'ob-place'}, label)));
}

const links = pluginPoint => ({id: 'onboarding-places', pluginPoint, priority: 200, render: draw});

/** The engine's administration has no place for plugins in its menu: ours goes there as soon as there is one. */
function linksInMenu() {
  const menu = document.querySelector('[cam-widget-header] .sections-menu ul');
  if (menu && !menu.querySelector('.ob-places')) menu.append(el('li', {}, el('div')));
  return menu && draw(menu.lastElementChild.firstElementChild);
}

/** Above the list: the tasks of those whom the reader stands in for. */
const absences = {
  id: 'onboarding-absences',
  pluginPoint: 'tasklist.list',
  priority: 190,
  render: async node => {
    const {roles = []} = await session;
    if (!mayWork(roles)) return;
    const place = el('div', {class: 'onboarding ob-absences'});
    node.append(place);
    const draw = async () => place.replaceChildren(...await standInTasks(id => `#/?task=${encodeURIComponent(id)}`));
    await draw().catch(() => {});
    window.addEventListener('hashchange', () => draw().catch(() => {}));
  },
};

if (location.pathname.includes('/app/admin/')) {
  const waiting = new MutationObserver(() => {
    if (linksInMenu()) waiting.disconnect();
  });
  waiting.observe(document.body, {childList: true, subtree: true});
  if (linksInMenu()) waiting.disconnect();
}

export default [announcements(session), absences, worklist(session), taskPast, links('tasklist.navbar.action'), links('cockpit.navigation')];
