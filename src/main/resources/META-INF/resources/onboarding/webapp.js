// What Camunda's web applications load besides their own: our links, what the demo is, our login, words on task cards.

import {announcements} from '/onboarding/announcement.js';
import {keepHeader} from '/onboarding/house-header.js';
import {mayMonitor, places} from '/onboarding/shell.js';
import {el, show} from '/onboarding/dom.js';

const session = fetch('/api/session', {headers: {Accept: 'application/json'}, credentials: 'same-origin'})
    .then(response => (response.ok ? response.json() : {}), () => ({}));

session.then(({demo, roles = []}) => {
  document.body.classList.toggle('ob-demo', demo === true);
  document.body.classList.toggle('ob-applies', roles.includes('lot-operator'));
  document.body.classList.toggle('ob-monitors', mayMonitor(roles));
});

// there is one login for everything
function leaveTheirLogin() {
  if (location.hash.startsWith('#/login')) location.replace('/login');
}
window.addEventListener('hashchange', leaveTheirLogin);
leaveTheirLogin();

// our own navigation leads everywhere: their page of tiles would be a second home
if (location.pathname.includes('/app/welcome/')) location.replace('/');

const elsewhere = known => [...places(known), {href: '/account', label: '我的账号'}].filter(place => !location.pathname.startsWith(place.href))
    .map(({href, label}) => el('a', {href, class: 'ob-place'}, label));

session.then(known => keepHeader(() => elsewhere(known)));

const links = pluginPoint => ({
  id: 'onboarding-places',
  pluginPoint,
  priority: 200,
  render: async node => {
    node.classList.add('ob-places');
    show(node, elsewhere(await session));
  },
});

/** On a task's card: which channel and which lot, in words, and what is overdue; a task that is gone by now has no card either. */
const channel = {
  id: 'onboarding-channel',
  pluginPoint: 'tasklist.card',
  priority: 500,
  render: async (node, {taskId}) => {
    const response = await fetch(`/api/tasks/${encodeURIComponent(taskId)}`, {headers: {Accept: 'application/json'}, credentials: 'same-origin'}).catch(() => null);
    if (!response?.ok) return;
    const {channelName, lotName, overdue} = await response.json();
    show(node, el('span', {class: 'ob-card'}, [channelName, lotName].filter(Boolean).join(' · ')), overdue && el('span', {class: 'ob-card ob-overdue'}, overdue));
  },
};

export default [channel, announcements(session), links('tasklist.navbar.action'), links('cockpit.navigation')];
