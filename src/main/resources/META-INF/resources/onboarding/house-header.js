// The head of Camunda's web applications, where no plugin reaches: their names in our words, one's own account, and our
// links in 引擎管理.

import {el} from '/onboarding/dom.js';
import {webappNames} from '/onboarding/shell.js';

/** Keeps it so: the head is drawn anew when the login changes. */
export function keepHeader(links) {
  const head = document.querySelector('[cam-widget-header]');
  if (!head) return;
  const mend = () => {
    name(head);
    if (location.pathname.includes('/app/admin/')) addLinks(head, links);
  };
  new MutationObserver(mend).observe(head, {childList: true, subtree: true});
  mend();
}

function name(head) {
  for (const [app, label] of Object.entries(webappNames)) {
    const way = head.querySelector(`.app-switch li.${app} > a`);
    if (way && way.textContent !== label) way.textContent = label;
  }
  const profile = head.querySelector('.account li.profile > a');
  if (profile && profile.getAttribute('href') !== '/account') {
    profile.setAttribute('href', '/account');
    profile.textContent = '我的账号';
  }
}

function addLinks(head, links) {
  const menu = head.querySelector('.sections-menu ul');
  if (menu && !menu.querySelector('.ob-places')) menu.append(el('li', {class: 'ob-places'}, links()));
}
