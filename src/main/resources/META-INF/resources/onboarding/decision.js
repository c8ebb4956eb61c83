// A small decision: radio buttons with what each means, and what is missing said beside them.

import {el, show} from '/onboarding/dom.js';

export class Choice {
  /** options: [[code, label, help]] */
  constructor(options, changed = () => {}, name = 'ob-decision') {
    this.problem = el('p', {class: 'ob-error', role: 'alert', hidden: true, id: `${name}-error`}, '请先作出选择。');
    this.node = el('div', {}, el('div', {class: 'ob-choices', role: 'radiogroup', 'aria-label': '请选择', 'aria-describedby': this.problem.id}, options.map(([code, label, help]) => el('label', {class: 'ob-choice'},
        el('input', {type: 'radio', name, value: code, on: {change: () => {
          this.value = code;
          this.problem.hidden = true;
          changed(code);
        }}}), el('span', {}, el('strong', {}, label), el('small', {}, help))))), this.problem);
  }

  /** What is chosen unless the person chooses otherwise. */
  choose(code) {
    this.value = code;
    this.node.querySelectorAll('input').forEach(radio => { radio.checked = radio.value === code; });
  }

  /** The choice, null after saying that there is none. */
  made() {
    this.problem.hidden = Boolean(this.value);
    if (!this.value) {
      this.problem.scrollIntoView({block: 'center', behavior: 'smooth'});
      this.node.querySelector('input')?.focus({preventScroll: true});
    }
    return this.value ?? null;
  }

  refuse(message) {
    show(this.problem, message);
    this.problem.hidden = false;
    this.problem.scrollIntoView({block: 'center', behavior: 'smooth'});
    return null;
  }
}
