// Above Tasklist's list: that something was submitted, what comes next and whose turn it is; and, while nothing waits for
// the reader, where to begin.

import {button, el, link, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {beginnings} from '/onboarding/beginnings.js';
import {inWords, turnsOf} from '/onboarding/turns.js';
import {told} from '/onboarding/told.js';
import {focusLost, focusTask} from '/onboarding/task-focus.js';
import {nextTask, openTask} from '/onboarding/worklist.js';

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
  const lines = el('div');
  const [next] = await Promise.all([nextTask().catch(() => ({})), draw(lines, applicationNo)]);
  const about = closable(notice('good', `“${done}”已提交`, lines, next.waiting === 0 && '轮到您办理时，任务会出现在这里，并发邮件通知。'), next.id && forward());
  about.classList.add(ABOUT);
  about.tabIndex = -1;
  show(said, about);
  said.scrollIntoView({block: 'nearest'});
  // whoever goes by the keyboard goes on from here
  if (focusLost()) about.focus({preventScroll: true});
  setTimeout(() => about.isConnected && draw(lines, applicationNo), SOON);
}

/** To the next of what is looked for; whoever was faster meanwhile is not run after. */
function forward() {
  const go = button('下一项', async () => {
    const {id} = await nextTask();
    if (!id) return go.remove();
    silence();
    openTask(id);
    return focusTask();
  }, 'small primary');
  return go;
}

/** Somebody goes on with another task. */
export const silence = () => show(said);

async function draw(place, no) {
  const [application, turns] = await Promise.all([get(`/api/applications/${no}`).catch(() => null), turnsOf([no]).catch(() => ({}))]);
  show(place, sentences(no, application, turns[no] ?? []).map(line => (line instanceof Node ? line : line && el('p', {}, line))));
}

/** A vendor does not see applications. */
function sentences(no, application, turns) {
  if (!application) return [`申请 ${no}。`, '接下来由系统或别人办理。'];
  return [el('p', {}, '申请 ', link(`/applications/${no}`, no), `（${application.channelName}），现在是“${application.stateText}”。`),
    turns.length > 0 && `接下来：${turns.map(inWords).join('；')}。`];
}

function closable(said, ...more) {
  said.append(el('div', {class: 'ob-actions'}, more, button('知道了', () => said.remove(), 'small')));
  return said;
}
