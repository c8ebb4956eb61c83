// What is doubtful about a form: the applicant sees it before the reviewer does, and corrects it or says why it is right.

import {el, show} from '/onboarding/dom.js';

export class Doubts {
  /** editor: the fields that the doubts are about */
  constructor(editor) {
    this.editor = editor;
    this.sentences = new Map();
    this.places = [];
    this.node = el('div');
  }

  /** Shows each doubt beside its field; whether something is said to all of them. {key: text} each. */
  settled(warnings, answered) {
    this.places.forEach(place => place.remove());
    const before = this.sentences;
    this.sentences = new Map();
    this.places = Object.entries(warnings).map(([key, doubt]) => {
      const sentence = el('input', {type: 'text', maxlength: 200, 'aria-label': `${doubt}：说明`, placeholder: '例如：2025 年更名，附工商变更通知',
        value: before.get(key)?.value || answered[key] || ''});
      const problem = el('p', {class: 'ob-error', role: 'alert', hidden: true});
      sentence.addEventListener('input', () => { problem.hidden = true; });
      this.sentences.set(key, Object.assign(sentence, {problem}));
      const place = el('div', {class: 'ob-doubt', 'data-doubt': key}, el('p', {}, doubt, '。'), el('p', {class: 'ob-help'}, '请更正；没有填错的，写一句说明给审核人员看。'), sentence, problem);
      (this.editor.rows.get(key)?.node ?? this.node).append(place);
      return place;
    });
    return this.complete();
  }

  complete() {
    const silent = [...this.sentences.values()].filter(({value}) => value.trim().length < 4);
    silent.forEach(({problem}) => {
      show(problem, '请更正，或写一句说明（至少 4 个字）。');
      problem.hidden = false;
    });
    silent[0]?.scrollIntoView({block: 'center', behavior: 'smooth'});
    return silent.length === 0;
  }

  said() {
    return Object.fromEntries([...this.sentences].map(([key, {value}]) => [key, value.trim()]));
  }
}
