// Remarks per field: tick what is wrong, say why. A doubt becomes a reason by one click.

import {el} from '/onboarding/dom.js';
import {usualReasons} from '/onboarding/reasons.js';

const LONGEST = 200;

export class Remarks {
  constructor(began) {
    this.began = began;
    this.rows = new Map();
    this.ticked = new Map();
  }

  /** What stands beside one field. */
  input(field) {
    const reason = el('input', {type: 'text', maxlength: LONGEST, placeholder: '哪里不对，应当怎样改', hidden: true, 'aria-label': `${field.label}的退回原因`});
    const box = el('input', {type: 'checkbox', 'aria-label': `${field.label}有问题`});
    const usual = usualReasons(field, reason);
    const row = el('div', {class: 'ob-remarking'}, el('label', {}, box, ' 有问题'), usual, reason);
    const arrange = () => {
      reason.hidden = usual.hidden = !box.checked;
      row.classList.toggle('on', box.checked);
      if (!box.checked) return this.ticked.delete(field.key);
      this.ticked.set(field.key, {field, reason});
      return this.began();
    };
    box.addEventListener('change', ({isTrusted}) => {
      arrange();
      // not when it is put back
      if (box.checked && isTrusted) reason.focus();
    });
    this.rows.set(field.key, {box, reason, arrange});
    return row;
  }

  /** Takes a sentence as the reason of a field, after what is written there. */
  say(key, sentence) {
    const row = this.rows.get(key);
    if (!row) return;
    const written = row.reason.value.trim();
    if (!written.includes(sentence)) row.reason.value = (written ? `${written}；${sentence}` : sentence).slice(0, LONGEST);
    row.box.checked = true;
    row.arrange();
    row.reason.scrollIntoView({block: 'center', behavior: 'smooth'});
    row.reason.focus({preventScroll: true});
  }

  has(key) {
    return this.rows.has(key);
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
