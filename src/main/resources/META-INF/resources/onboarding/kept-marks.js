// What somebody marked and typed in a task's form and has not submitted: kept in this tab of the browser, and put back when
// they open the task again. What the server keeps by itself, such as drafts, needs none of it.

import {notice} from '/onboarding/dom.js';
import {session} from '/onboarding/session.js';

const KEPT = 'input:not([type=file], [type=search], [data-passing]), textarea, select:not([data-passing])';
// a choice may draw what is typed for it
const PASSES = 3;

const key = taskId => `onboarding-marks-${taskId}`;

/**
 * Puts back what was left in `node`, which stands in `place`, and keeps what comes. revision: of what is judged; what was
 * said of another one is not put back.
 */
export async function keepMarks({taskId}, place, node = place, revision = 0) {
  const {userId} = await session;
  if (!taskId || !userId) return;
  const asOpened = marks(node);
  const kept = remembered(taskId);
  if (kept?.userId === userId && kept.revision === revision && putBack(node, kept.marks)) place.prepend(notice('info', null, '已恢复您刚才的标记'));
  const keep = () => {
    const changed = Object.fromEntries([...marks(node)].filter(([name, value]) => value !== (asOpened.get(name) ?? (typeof value === 'boolean' ? false : ''))));
    if (Object.keys(changed).length) sessionStorage.setItem(key(taskId), JSON.stringify({userId, revision, marks: changed}));
    else forgetMarks(taskId);
  };
  // a button may write into an input, too
  ['input', 'change', 'click'].forEach(type => node.addEventListener(type, keep));
}

export const forgetMarks = taskId => sessionStorage.removeItem(key(taskId));

export const hasMarks = taskId => sessionStorage.getItem(key(taskId)) !== null;

function remembered(taskId) {
  try {
    return JSON.parse(sessionStorage.getItem(key(taskId)));
  } catch {
    return null;
  }
}

/** [[name, control], …]: by what it is called on the screen, and its place among those that are called the same. */
function named(node) {
  const seen = new Map();
  return [...node.querySelectorAll(KEPT)].map(control => {
    const label = control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? '';
    const name = [control.closest('[data-field]')?.dataset.field, control.name, isTicked(control) && control.value, label].filter(Boolean).join('|');
    seen.set(name, (seen.get(name) ?? 0) + 1);
    return [`${name}|${seen.get(name)}`, control];
  });
}

const isTicked = control => ['checkbox', 'radio'].includes(control.type);

const valueOf = control => (isTicked(control) ? control.checked : control.value);

// of radio buttons the chosen one says everything
const marks = node => new Map(named(node).filter(([, control]) => control.type !== 'radio' || control.checked).map(([name, control]) => [name, valueOf(control)]));

/** Whether anything was put back; what is no longer asked for is left out. */
function putBack(node, kept) {
  let done = false;
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [name, control] of named(node)) {
      if (!(name in kept) || valueOf(control) === kept[name]) continue;
      if (isTicked(control)) control.checked = kept[name];
      else control.value = kept[name];
      ['input', 'change'].forEach(type => control.dispatchEvent(new Event(type, {bubbles: true})));
      done = true;
    }
  }
  return done;
}
