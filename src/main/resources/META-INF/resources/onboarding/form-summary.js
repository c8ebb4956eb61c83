// What is still to be filled in or corrected, with a way to each, and the sections of the form: both follow as one types.

import {button, el, show} from '/onboarding/dom.js';
import {bring} from '/onboarding/keyboard.js';

export class Summary {
  /** editor: the form; lead(key) leads to what is open */
  constructor(editor, lead) {
    this.editor = editor;
    this.lead = lead;
    this.count = el('span', {role: 'status'});
    this.items = el('ol');
    this.list = el('details', {class: 'ob-summary', hidden: true}, el('summary', {}, this.count), this.items);
    this.sections = el('nav', {class: 'ob-sections', 'aria-label': '表单的各部分'});
    this.node = el('div', {}, this.list, this.sections);
  }

  /** open: {key: words} in any order; what is on the page comes in the page's order. */
  tell(open) {
    this.open = open;
    const known = [...this.editor.rows.keys()].filter(key => open[key]);
    const elsewhere = Object.keys(open).filter(key => !this.editor.rows.has(key));
    const number = known.length + elsewhere.length;
    this.list.hidden = false;
    this.list.classList.toggle('done', !number);
    show(this.count, number ? `还有 ${number} 项需要填写或更正` : '没有需要填写或更正的内容，可以提交');
    show(this.items, known.map(key => el('li', {}, button(this.editor.rows.get(key).field.label, () => this.lead(key), 'text'), el('span', {}, ` ${open[key]}`))),
        elsewhere.map(key => el('li', {}, open[key])));
    this.drawSections();
  }

  /** Closes the list: it would cover what it leads to. */
  fold() {
    this.list.open = false;
  }

  drawSections() {
    const groups = this.editor.groups.filter(({node, label}) => label && !node.hidden);
    this.sections.hidden = groups.length < 2;
    const focused = [...this.sections.children].indexOf(document.activeElement);
    show(this.sections, groups.map(({label, keys, node}) => {
      const left = keys.filter(key => this.open?.[key]).length;
      const name = left ? `${label}，还有 ${left} 项` : `${label}，已填好`;
      const goes = el('button', {type: 'button', class: `ob-to ${left ? '' : 'done'}`, 'aria-label': name, on: {click: () => to(node)}}, label, el('i', {}, left ? String(left) : '✓'));
      return goes;
    }));
    this.sections.children[focused]?.focus({preventScroll: true});
  }
}

/** To the beginning of a section, with the keyboard too. */
function to(node) {
  const legend = node.querySelector('legend') ?? node;
  legend.setAttribute('tabindex', '-1');
  bring(node, 'start');
  legend.focus({preventScroll: true});
}
