// A paper in large: every page as a picture, one below the other.

import {button, el} from '/onboarding/dom.js';

const MOST_PAGES = 10;

/** `address` shows the first page, with `?page=` another; `pages` is how many there are, unknown for some. */
export function viewPaper(address, title, pages) {
  const canvas = el('div', {class: 'ob-canvas'});
  const dialog = el('dialog', {class: 'ob-dialog ob-large', 'aria-label': title, on: {close: () => dialog.remove()}},
      el('header', {}, el('strong', {}, title),
          el('span', {}, el('a', {href: address, target: '_blank', rel: 'noopener'}, '在新窗口打开'), button('关闭', () => dialog.close()))),
      canvas);
  document.body.append(dialog);
  dialog.showModal();
  add(canvas, address, title, 1, pages ?? MOST_PAGES, !pages);
}

/** The next page comes when this one is there. `guessing`: the first that does not come is no page. */
function add(canvas, address, title, page, last, guessing) {
  const image = el('img', {src: page > 1 ? `${address}?page=${page}` : address, alt: last > 1 ? `${title} 第 ${page} 页` : title});
  image.addEventListener('click', () => image.classList.toggle('full'));
  image.addEventListener('load', () => page < last && add(canvas, address, title, page + 1, last, guessing));
  image.addEventListener('error', () => guessing && page > 1 && image.remove());
  canvas.append(image);
  if (page > 1) canvas.classList.add('several');
}

/** Files of these kinds may have more than one page. */
export function mayHavePages(mediaType) {
  return ['application/pdf', 'image/tiff'].includes(mediaType);
}
