// Remarks per field: tick what is wrong, say why.

import {el} from '/onboarding/dom.js';

export class Remarks {
  constructor(began) {
    this.began = began;
    this.ticked = new Map();
  }

  /** What stands beside one field. */
  input(field) {
    const reason = el('input', {type: 'text', maxlength: 200, placeholder: '哪里不对，应当怎样改', hidden: true, 'aria-label': `${field.label}的退回原因`});
    const box = el('input', {type: 'checkbox'});
    const row = el('div', {class: 'ob-remarking'}, el('label', {}, box, ' 有问题'), reason);
    box.addEventListener('change', () => {
      reason.hidden = !box.checked;
      row.classList.toggle('on', box.checked);
      if (!box.checked) return this.ticked.delete(field.key);
      this.ticked.set(field.key, {field, reason});
      reason.focus();
      this.began();
    });
    return row;
  }

  empty() {
    return this.ticked.size === 0;
  }

  /** What is missing before the application can go back, null if nothing is. */
  lacking() {
    if (this.empty()) return '请至少勾选一个有问题的项目，并写明原因。';
    const silent = [...this.ticked.values()].find(({reason}) => !reason.value.trim());
    silent?.reason.focus();
    return silent ? `请写明“${silent.field.label}”的原因。` : null;
  }

  reasons() {
    return Object.fromEntries([...this.ticked].map(([key, {reason}]) => [key, reason.value.trim()]));
  }
}
