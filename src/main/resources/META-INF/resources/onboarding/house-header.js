// The head of Camunda's web applications, where no plugin reaches: their names in our words, and the way to one's own account.

import {webappNames} from '/onboarding/shell.js';

/** Keeps it so: the head is drawn anew when the login changes. */
export function keepHeader() {
  const head = document.querySelector('[cam-widget-header]');
  if (!head) return;
  new MutationObserver(() => mend(head)).observe(head, {childList: true, subtree: true});
  mend(head);
}

function mend(head) {
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
