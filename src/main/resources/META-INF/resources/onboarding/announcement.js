// Above Tasklist's list: that something was submitted, what comes next and whose turn it is; and, while nothing waits for
// the reader, where to begin.

import {button, el, link, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {beginnings} from '/onboarding/beginnings.js';
import {inWords, turnsOf} from '/onboarding/turns.js';
import {told} from '/onboarding/told.js';

const ABOUT = 'ob-submitted';
// the engine goes on by itself after a completion: whose turn it is shows a moment later
const SOON = 3000;
const said = el('div', {'aria-live': 'polite'});
const hint = el('div');

/** session: a promise of GET /api/session */
export const announcements = session => ({
  id: 'onboarding-announcements',
  pluginPoint: 'tasklist.list',
  priority: 200,
  render: node => {
    node.append(el('div', {class: 'onboarding ob-announced'}, said, hint));
    const before = told();
    if (before) show(said, closable(before));
    const draw = async () => show(hint, await beginnings(await session));
    draw().catch(() => {});
    window.addEventListener('hashchange', () => draw().catch(() => {}));
  },
});

/** done: name of the task that was completed and that nothing of this person's follows. */
export async function submitted({done, applicationNo}) {
  if (!done || !applicationNo) return;
  await draw(done, applicationNo);
  said.scrollIntoView({block: 'nearest'});
  setTimeout(() => said.querySelector(`.${ABOUT}`)?.dataset.no === applicationNo && draw(done, applicationNo), SOON);
}

/** Somebody goes on with another task. */
export const silence = () => show(said);

async function draw(done, no) {
  const [application, turns] = await Promise.all([get(`/api/applications/${no}`).catch(() => null), turnsOf([no]).catch(() => ({}))]);
  const told = notice('good', `“${done}”已提交`, ...sentences(no, application, turns[no] ?? []));
  told.classList.add(ABOUT);
  told.dataset.no = no;
  show(said, closable(told));
}

/** A vendor does not see applications. */
function sentences(no, application, turns) {
  if (!application) return [`申请 ${no}。`, '接下来由系统或别人办理；轮到您时，任务会出现在这里，并发邮件通知。'];
  return [el('p', {}, '申请 ', link(`/applications/${no}`, no), `（${application.channelName}），现在是“${application.stateText}”。`),
    turns.length > 0 && `接下来：${turns.map(inWords).join('；')}。`,
    '轮到您办理时，任务会出现在这里，并发邮件通知。'];
}

function closable(said) {
  said.append(button('知道了', () => said.remove(), 'small'));
  return said;
}
