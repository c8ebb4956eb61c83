// Above Tasklist's list: that something was submitted, what comes next and whose turn it is; and, while nothing waits for
// the reader, where to begin.

import {button, el, link, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {beginnings} from '/onboarding/beginnings.js';
import {inWords, turnsOf, turnsOfLots} from '/onboarding/turns.js';
import {told} from '/onboarding/told.js';
import {focusLost, focusTask} from '/onboarding/task-focus.js';
import {nextTask, openTask} from '/onboarding/worklist.js';

const ABOUT = 'ob-submitted';
// the engine goes on by itself after a completion: whose turn it is shows a moment later
const SOON = 3000;
const said = el('div', {'aria-live': 'polite'});
const hint = el('div');
let hintAgain = () => {};

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
    hintAgain = () => draw().catch(() => {});
    hintAgain();
    window.addEventListener('hashchange', hintAgain);
  },
});

/** done: name of the task that was completed and that nothing of this person's follows; lot: {bindingId, name} of the lot that it was about, if it was about one. */
export async function submitted({done, applicationNo, lot}) {
  if (!done || !applicationNo) return;
  const lines = el('div');
  const update = waiting => drawn(lines, applicationNo, lot, waiting);
  const next = await nextTask().catch(() => ({}));
  await update(next.waiting);
  const about = closable(notice('good', `“${done}”已提交`, lines), next.id && forward());
  about.classList.add(ABOUT);
  about.tabIndex = -1;
  show(said, about);
  said.scrollIntoView({block: 'nearest'});
  // whoever goes by the keyboard goes on from here
  if (focusLost()) about.focus({preventScroll: true});
  setTimeout(() => {
    hintAgain();
    if (about.isConnected) update(next.waiting);
  }, SOON);
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

/** waiting: how many tasks wait for the reader now */
async function drawn(place, no, lot, waiting) {
  const {subject, turns} = await (lot ? ofLot(no, lot) : ofApplication(no));
  show(place, el('p', {}, subject), turns.length > 0 && el('p', {}, `接下来：${turns.map(inWords).join('；')}。`),
      waiting === 0 && !turns.some(({mine}) => mine) && el('p', {}, '轮到您办理时，任务会出现在这里，并发邮件通知。'));
}

async function ofApplication(no) {
  const [application, turns] = await Promise.all([get(`/api/applications/${no}`).catch(() => null), turnsOf([no]).catch(() => ({}))]);
  const about = application ? `（${application.channelName}），现在是“${application.stateText}”。` : '。';
  return {subject: ['申请 ', link(`/applications/${no}`, no), about], turns: turns[no] ?? []};
}

/** The lot's own turn, whatever its application is at. A vendor sees the lot, not its application. */
async function ofLot(no, {bindingId, name}) {
  const turns = await turnsOfLots(no).catch(() => ({}));
  return {subject: ['停车场', link(`/lots/${bindingId}`, name), `（申请 ${no}）。`], turns: turns[bindingId] ?? []};
}

function closable(said, ...more) {
  said.append(el('div', {class: 'ob-actions'}, more, button('知道了', () => said.remove(), 'small')));
  return said;
}
