// What Camunda's web applications owe to who hears a page or goes by the keyboard: names for buttons that are only a
// picture, the way past the menu, and that what scrolls can be reached.

import {skip} from '/onboarding/shell.js';

/** Names that stand nowhere in the page, by what the button looks like there. */
const NAMES = {
  '.bjs-drilldown': '打开下级流程',
  '.new-sort > .dropdown-toggle': '添加排序',
  '.sort-direction': '升序或降序',
  '.remove-sort, [ng-click^="removeSorting("]': '移除排序',
  '.stored-criteria > button, button[uib-dropdown-toggle].btn-default': '保存的搜索条件',
  '.section-toggle, .region-toggle': '展开或收起',
  '.maximize': '放大或还原',
  '[state-circle]': '查看异常',
  '.search-pill .remove-search': '移除搜索条件',
  '[cam-widget-clipboard] a': '复制',
  '.navbar-toggle': '展开或收起菜单',
  '.close': '关闭',
  '.dropdown-toggle': '更多',
};
const SCROLLING = '.section-content, [cam-resource-wrapper], .task-pane, .ctn-content, .modal-body';

/** Keeps it so: their pages are drawn anew all the time. */
export function keepAccess() {
  let due = false;
  const soon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      mend();
    });
  };
  new MutationObserver(soon).observe(document.body, {childList: true, subtree: true});
  document.addEventListener('focus', ({target}) => {
    if (target !== document && !target.closest('.modal')) opener = target;
  }, true);
  mend();
}

/** Where one was before the dialog, and whether there is one. */
let opener;
let asked = false;

function mend() {
  wayPastMenu();
  // what was pressed in a dialog may be gone with what it led to: one goes on in the dialog, not behind it
  const dialog = [...document.querySelectorAll('.modal')].pop();
  if (dialog && document.activeElement === document.body) dialog.focus();
  // who leaves it before it has come to rest is given back by nobody else
  if (!dialog && asked && document.activeElement === document.body) opener?.focus();
  asked = Boolean(dialog);
  for (const pressed of document.querySelectorAll('a:not([aria-label]), button:not([aria-label])')) {
    if (!pressed.innerText.trim()) name(pressed);
  }
  // it says whether its list is open, which only a list box may
  for (const field of document.querySelectorAll('input[aria-expanded]:not([role])')) field.setAttribute('role', 'combobox');
  for (const field of document.querySelectorAll('input[placeholder]:not([aria-label])')) field.setAttribute('aria-label', field.placeholder);
  // its placeholder comes later, or stands as a text beside it
  for (const field of document.querySelectorAll('input.main-field:not([aria-label])')) field.setAttribute('aria-label', '搜索条件');
  // a picture of a switch within the link that is pressed
  for (const drawn of document.querySelectorAll('a > span > input[type=radio].toggle:not([aria-hidden])')) {
    drawn.setAttribute('aria-hidden', 'true');
    drawn.tabIndex = -1;
  }
  for (const region of document.querySelectorAll(SCROLLING)) {
    if (region.scrollHeight > region.clientHeight + 1 && !region.hasAttribute('tabindex')) region.tabIndex = 0;
  }
}

function name(pressed) {
  const said = pressed.getAttribute('uib-tooltip') || pressed.title || Object.entries(NAMES).find(([where]) => pressed.matches(where))?.[1];
  if (!said) return;
  pressed.setAttribute('aria-label', said);
  // a link that leads nowhere is pressed, too
  if (!pressed.matches('button, [href], [role]')) pressed.setAttribute('role', 'button');
}

function wayPastMenu() {
  if (document.querySelector('.ob-skip')) return;
  const way = skip({focus: () => {
    const main = document.querySelector('.task-pane .task-details, .tasks-list, .ctn-content, [ng-view]') ?? document.body;
    main.tabIndex = -1;
    main.focus();
  }});
  document.body.prepend(way);
}
