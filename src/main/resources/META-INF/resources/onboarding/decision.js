// A small decision: radio buttons with what each means, and what is missing said beside them; among many, a list to choose from.

import {el, show} from '/onboarding/dom.js';

/** From so many on nobody reads one after the other. */
const MANY = 6;

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

/** Radio buttons, or a list where there are many: {value, node, choose(code), made()} */
export const choiceAmong = (options, changed, name) => new (options.length > MANY ? Selection : Choice)(options, changed, name);

class Selection {
  constructor(options, changed, name) {
    this.meanings = Object.fromEntries(options.map(([code, , help]) => [code, help]));
    this.meaning = el('p', {class: 'ob-help', id: `${name}-meaning`});
    this.select = el('select', {name, 'aria-label': '请选择', 'aria-describedby': this.meaning.id, on: {change: () => {
      this.choose(this.select.value);
      changed(this.value);
    }}}, options.map(([code, label]) => el('option', {value: code}, label)));
    this.node = el('div', {class: 'ob-field'}, this.select, this.meaning);
    this.choose(options[0][0]);
  }

  choose(code) {
    this.value = code;
    this.select.value = code;
    show(this.meaning, this.meanings[code]);
  }

  /** Something in a list is always chosen. */
  made() {
    return this.value;
  }
}
