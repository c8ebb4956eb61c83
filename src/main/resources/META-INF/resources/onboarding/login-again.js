// The session has run out, or the server was restarted, while somebody was writing: the login comes in front of the page,
// not instead of it. What was typed stays where it is.

import {button, el, link, show} from '/onboarding/dom.js';

let asking = null;

/** Asks to log in again in another window; `resumed(session)` is called when that is done. Asks once, however often it is called. */
export function loginAgain(resumed) {
  asking ??= ask();
  if (resumed) asking.resumed.add(resumed);
}

function ask() {
  const resumed = new Set();
  const problem = el('div');
  const dialog = el('dialog', {class: 'ob-dialog onboarding', 'aria-label': '登录已过期', on: {cancel: event => event.preventDefault()}},
      el('h3', {}, '登录已过期'),
      el('p', {}, '这一页上填写的内容还在，没有丢。请在新窗口重新登录，再回到这里继续。'), problem,
      el('div', {class: 'ob-actions'}, link('/login?reason=expired', '在新窗口登录', {target: '_blank', rel: 'noopener', class: 'ob-button'}),
          button('已登录，继续', async () => {
            const session = await present();
            if (!session) return show(problem, el('p', {class: 'ob-error', role: 'alert'}, '还没有登录。请先在新窗口登录。'));
            asking = null;
            dialog.remove();
            resumed.forEach(go => go(session));
          }, 'primary')));
  document.body.append(dialog);
  dialog.showModal();
  return {resumed};
}

const present = () => fetch('/api/session', {headers: {Accept: 'application/json'}, credentials: 'same-origin', cache: 'no-store'})
    .then(response => (response.ok ? response.json() : null), () => null);
