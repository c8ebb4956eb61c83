// A paper in large, in a window of its own over the page.

import {button, el} from '/onboarding/dom.js';
import {PaperView} from '/onboarding/paper-view.js';

/** `address` shows the first page, with `?page=` another; `pages` is how many there are, unknown for some. */
export function viewPaper(address, title, pages) {
  const view = new PaperView();
  const dialog = el('dialog', {class: 'ob-dialog ob-large', 'aria-label': title, on: {close: () => dialog.remove()}},
      el('header', {}, el('strong', {}, title), view.tools,
          el('span', {}, el('a', {href: address, target: '_blank', rel: 'noopener'}, '在新窗口打开'), button('关闭', () => dialog.close()))),
      view.canvas);
  document.body.append(dialog);
  dialog.showModal();
  view.open(address, title, pages);
  view.canvas.focus();
}

/** Files of these kinds may have more than one page. */
export function mayHavePages(mediaType) {
  return ['application/pdf', 'image/tiff'].includes(mediaType);
}
