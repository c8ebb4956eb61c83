// The way on with a draft: to its task, or to the beginning of its process.

import {post} from '/onboarding/api.js';
import {button, el, link, show} from '/onboarding/dom.js';
import {taskAddress} from '/onboarding/todos.js';
import {doTask, ownTask} from '/onboarding/turns.js';

/** So many drafts are looked through at a glance; the rest is found on a page of its own. */
export const GLANCE = 3;

const GO_ON = '继续填写';

/** turns: whose turn it is at the draft; a draft at which it is somebody else's is looked at. */
export function goOn({no, started}, turns, session) {
  const task = ownTask(turns);
  if (task) return doTask(task, GO_ON);
  return started ? link(`/applications/${no}`, '查看申请', {class: 'ob-button small'}) : begin(no, session);
}

/** A draft without a process: it begins now. */
function begin(no, session) {
  const problem = el('span', {class: 'ob-error'});
  const way = button(GO_ON, async () => {
    way.disabled = true;
    try {
      const {task} = await post(`/api/applications/${encodeURIComponent(no)}/begin`);
      location.assign(task ? taskAddress(session, task) : `/applications/${no}`);
    } catch (refusal) {
      way.disabled = false;
      show(problem, refusal.message);
    }
  }, 'small');
  return el('span', {}, way, problem);
}
