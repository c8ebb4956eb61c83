// Who has the open task, by name, on each of its tabs: Tasklist writes the id of whom the reader's rights do not cover.

import {get} from '/onboarding/api.js';

const PLACE = '[cam-tasklist-task-meta] .assignee';
// where Tasklist found no name for who has the task
const ID = 'span[ng-if^="!(assignee.firstName"]';

/** By task; a promise while it is asked for, empty where the reader may not know. */
const holders = new Map();

export function nameHolders() {
  new MutationObserver(mend).observe(document.body, {childList: true, characterData: true, subtree: true});
}

/** What is known of a task since it was claimed, given back or handed on. */
export function holderIs(taskId, holder) {
  holders.set(taskId, holder ?? '');
  mend();
}

function mend() {
  const place = document.querySelector(PLACE);
  const text = place?.querySelector(ID)?.firstChild;
  const task = new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
  if (!text || !task) return;
  if (!holders.has(task)) {
    const asked = get(`/api/tasks/${encodeURIComponent(task)}/hand-over`).then(({holder}) => holder, () => '');
    holders.set(task, asked);
    asked.then(holder => holders.get(task) === asked && holderIs(task, holder));
  }
  const holder = holders.get(task);
  const known = typeof holder === 'string' && holder !== '';
  // its own node stays: Tasklist writes into it when the task goes to somebody else
  if (known && text.nodeValue !== holder) text.nodeValue = holder;
  place.classList.toggle('ob-named', known);
}
