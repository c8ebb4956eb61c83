// Where one goes on by the keyboard in Tasklist: what was focused goes with what is drawn anew.

const task = () => document.querySelector('.task-details');

/** Whether it is nowhere, or in a task that has just been left. */
export const focusLost = () => document.activeElement === document.body || Boolean(task()?.contains(document.activeElement));

/** To the task, before everything in it. */
export function focusTask() {
  const pane = task();
  if (!pane) return;
  pane.tabIndex = -1;
  pane.focus({preventScroll: true});
}
