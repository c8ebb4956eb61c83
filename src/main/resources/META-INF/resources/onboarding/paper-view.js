// A paper that can be made larger and turned, by buttons and by keys; every page as a picture, one below the other.

import {el, show} from '/onboarding/dom.js';

const MOST_PAGES = 10;
const MOST = 6;
const STEP = 1.25;
const ROOM = 16;

export class PaperView {
  constructor() {
    this.canvas = el('div', {class: 'ob-canvas', tabindex: '0', on: {keydown: event => this.key(event)}});
    const act = (label, name, action) => el('button', {type: 'button', class: 'ob-button small', 'aria-label': name, title: name, on: {click: action}}, label);
    this.tools = el('div', {class: 'ob-tools', role: 'toolbar', 'aria-label': '查看图片'},
        act('＋', '放大（+）', () => this.zoom(this.scale * STEP)), act('－', '缩小（-）', () => this.zoom(this.scale / STEP)), act('适合', '适合窗口（0）', () => this.zoom(1)),
        act('⟲', '向左转（Shift+R）', () => this.turn(-90)), act('⟳', '向右转（R）', () => this.turn(90)));
    new ResizeObserver(() => this.arrange()).observe(this.canvas);
  }

  /** `address` shows the first page, with `?page=` another; `pages` is how many there are, unknown for some. */
  open(address, title, pages) {
    this.scale = 1;
    this.angle = 0;
    this.several = (pages ?? MOST_PAGES) > 1;
    this.canvas.setAttribute('aria-label', `${title}：按 + 放大，按 - 缩小，按 R 旋转`);
    show(this.canvas);
    this.add(address, title, 1, pages ?? MOST_PAGES, !pages);
  }

  /** The next page comes when this one is there. `guessing`: the first that does not come is no page. */
  add(address, title, page, last, guessing) {
    const image = el('img', {src: page > 1 ? `${address}?page=${page}` : address, alt: last > 1 ? `${title} 第 ${page} 页` : title});
    const sheet = el('div', {class: 'ob-sheet'}, image);
    image.addEventListener('click', () => this.zoom(this.scale > 1 ? 1 : 2));
    image.addEventListener('load', () => {
      this.arrange();
      if (page < last) this.add(address, title, page + 1, last, guessing);
    });
    image.addEventListener('error', () => {
      if (guessing && page > 1) sheet.remove();
      if (guessing && page === 2) this.several = false;
      this.arrange();
    });
    this.canvas.append(sheet);
  }

  zoom(scale) {
    this.scale = Math.min(MOST, Math.max(0.25, scale));
    this.arrange();
  }

  turn(degrees) {
    this.angle = (this.angle + degrees + 360) % 360;
    this.arrange();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {'+': () => this.zoom(this.scale * STEP), '=': () => this.zoom(this.scale * STEP), '-': () => this.zoom(this.scale / STEP), 0: () => this.zoom(1),
      r: () => this.turn(90), R: () => this.turn(-90)}[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** A sheet takes the place of what is seen of it; the picture in it is turned about its middle. */
  arrange() {
    const width = this.canvas.clientWidth - ROOM;
    const height = this.canvas.clientHeight - ROOM;
    if (width <= 0) return;
    for (const sheet of this.canvas.children) {
      const image = sheet.firstChild;
      const [own, tall] = [image.naturalWidth, image.naturalHeight];
      if (!own) continue;
      const sideways = this.angle % 180 !== 0;
      const [across, down] = sideways ? [tall, own] : [own, tall];
      const fit = Math.min(1, width / across, this.several ? 900 / across : height / down) * this.scale;
      Object.assign(sheet.style, {width: `${across * fit}px`, height: `${down * fit}px`});
      Object.assign(image.style, {width: `${own * fit}px`, height: `${tall * fit}px`, transform: `translate(-50%, -50%) rotate(${this.angle}deg)`});
    }
    this.canvas.classList.toggle('full', this.scale > 1);
  }
}
