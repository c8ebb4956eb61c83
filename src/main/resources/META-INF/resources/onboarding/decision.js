// A small decision: radio buttons with what each means, and what is missing said beside them.

import {el, show} from '/onboarding/dom.js';

export class Choice {
  /** options: [[code, label, help]] */
  constructor(options, changed = () => {}) {
    this.problem = el('p', {class: 'ob-error', role: 'alert', hidden: true}, '请先作出选择。');
    this.node = el('div', {}, el('div', {class: 'ob-choices'}, options.map(([code, label, help]) => el('label', {class: 'ob-choice'},
        el('input', {type: 'radio', name: 'ob-decision', value: code, on: {change: () => {
          this.value = code;
          this.problem.hidden = true;
          changed(code);
        }}}), el('span', {}, el('strong', {}, label), el('small', {}, help))))), this.problem);
  }

  /** The choice, null after saying that there is none. */
  made() {
    this.problem.hidden = Boolean(this.value);
    if (!this.value) this.problem.scrollIntoView({block: 'center', behavior: 'smooth'});
    return this.value ?? null;
  }

  refuse(message) {
    show(this.problem, message);
    this.problem.hidden = false;
    this.problem.scrollIntoView({block: 'center', behavior: 'smooth'});
    return null;
  }
}
