// Where one goes on by the keyboard in Tasklist: what was focused goes with what is drawn anew.

const task = () => document.querySelector('.task-details');

/** Whether it is nowhere, or in a task that has just been left. */
export const focusLost = () => document.activeElement === document.body || Boolean(task()?.contains(document.activeElement));

/** Into the form of the task: its first input that one can use. */
export function focusForm() {
  const inputs = [...document.querySelectorAll('form.onboarding :is(input, select, textarea, button)')];
  inputs.find(input => !input.disabled && input.type !== 'file' && input.checkVisibility())?.focus();
}

/** To the task, before everything in it. */
export function focusTask() {
  const pane = task();
  if (!pane) return;
  pane.tabIndex = -1;
  pane.focus({preventScroll: true});
}
