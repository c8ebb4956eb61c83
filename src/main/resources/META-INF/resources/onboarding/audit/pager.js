// First, previous, next and last page of a list whose page stands in the address.

import {el, link} from '/onboarding/dom.js';

/** found: {total, page, size, rows}; noun: 份申请; to(page): the address of a page */
export function pager({total, page, size, rows}, noun, to) {
  const last = Math.max(1, Math.ceil(total / size));
  const from = (page - 1) * size + 1;
  const way = (label, there) => (there < 1 || there > last || there === page
    ? el('span', {class: 'ob-button small closed', 'aria-disabled': 'true'}, label)
    : link(to(there), label, {class: 'ob-button small'}));
  return el('nav', {class: 'ob-pages', 'aria-label': '翻页'},
      el('span', {}, rows.length ? `第 ${from}–${from + rows.length - 1} ${noun}，共 ${total} ${noun}` : `共 ${total} ${noun}`),
      last > 1 && el('span', {class: 'ob-turn'}, way('首页', 1), way('上一页', page - 1), el('span', {}, `${page} / ${last}`), way('下一页', page + 1), way('末页', last)));
}
