// Tasklist's keyboard shortcuts, which its menu lists. Its own go to its own list, and to whatever input stands first in a
// form; ours go where there is something, and from within an input, too. Tasklist's start waits for this file: it imports nothing.

/** Into the form of the task: its first input that one can use. */
function focusForm() {
  const inputs = [...document.querySelectorAll('form.onboarding :is(input, select, textarea, button)')];
  inputs.find(input => !input.disabled && input.type !== 'file' && input.checkVisibility())?.focus();
}

// no button, no claim
const claim = () => [...document.querySelectorAll('.task-details button.claim')].find(button => button.checkVisibility())?.click();

const SHORTCUTS = [
  ['ctrl+alt+k', '查找任务：到任务列表上方的搜索框', () => document.querySelector('.ob-worklist input[type=search]')?.focus()],
  ['ctrl+alt+l', '到任务列表：正在看的任务，或第一个任务；上下方向键换一个，回车打开', () => (document.querySelector('.ob-worklist a[aria-current]') ?? document.querySelector('.ob-worklist a.ob-work-card'))?.focus()],
  ['ctrl+alt+c', '认领正在看的任务', claim],
  ['ctrl+alt+f', '到表单：第一个可以填写的地方', focusForm],
];

/** As Tasklist's configuration has it: for its list of them. */
export const configured = Object.fromEntries(SHORTCUTS.map(([key, description]) => [key, {key, description}]));

/** In Tasklist; not while a dialog is open. */
export function listenForShortcuts() {
  window.addEventListener('keydown', event => {
    if (!event.ctrlKey || !event.altKey || event.shiftKey || event.metaKey || event.getModifierState('AltGraph')) return;
    const [, , go] = SHORTCUTS.find(([key]) => event.code === `Key${key.slice(-1).toUpperCase()}`) ?? [];
    if (!go || document.querySelector('.modal, dialog[open]')) return;
    event.preventDefault();
    go();
  });
}
