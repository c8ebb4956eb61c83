// What Camunda's web applications load besides their own: our links, the demo's ribbon, our login.

import {PLACES, ribbon} from '/onboarding/shell.js';
import {el, show} from '/onboarding/dom.js';
import {toLogin} from '/onboarding/api.js';

const session = fetch('/api/session', {headers: {Accept: 'application/json'}, credentials: 'same-origin'})
    .then(response => (response.ok ? response.json() : {}), () => ({}));

session.then(({demo}) => demo && document.body.prepend(ribbon()));

// there is one login for everything
function leaveTheirLogin() {
  if (location.hash.startsWith('#/login')) location.replace('/login');
}
window.addEventListener('hashchange', leaveTheirLogin);
leaveTheirLogin();

const links = pluginPoint => ({
  id: 'onboarding-places',
  pluginPoint,
  priority: 200,
  render: async node => {
    const {demo} = await session;
    const elsewhere = PLACES.filter(place => !location.pathname.startsWith(place.href));
    node.classList.add('ob-places');
    show(node, [...elsewhere, ...(demo ? [{href: '/demo', label: '演示台'}] : [])]
        .map(({href, label}) => el('a', {href, class: 'ob-place'}, label)));
  },
});

export default [links('tasklist.navbar.action'), links('cockpit.navigation')];
