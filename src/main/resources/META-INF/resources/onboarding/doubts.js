// What the applicant owes a sentence: what is doubtful, as the reviewer will see it, and what was given back and is as it was.
// It stands beside the field from the moment it is known: to correct, or to say why it is right.

import {el, show} from '/onboarding/dom.js';
import {describe, lead} from '/onboarding/keyboard.js';

const SHORTEST = 4;
const ENOUGH = '请更正，或写一句说明（至少 4 个字）。';

export class Doubts {
  /** editor: the fields that the doubts are about; changed() is called when a sentence is written */
  constructor(editor, changed = () => {}) {
    this.editor = editor;
    this.changed = changed;
    this.places = new Map();
    // what was written stays while a doubt comes and goes
    this.written = new Map();
    this.node = el('div');
  }

  /** Shows each beside its field; what is there already stays as it is. {key: text} each. */
  update(warnings, returned, answered) {
    const asked = new Map(Object.entries({...warnings, ...returned}));
    for (const [key, {place, why}] of this.places) {
      if (asked.get(key) === why) continue;
      place.remove();
      this.places.delete(key);
    }
    asked.forEach((why, key) => {
      if (!this.places.has(key)) this.add(key, why, [warnings[key], returned[key]].filter(Boolean).join('；'), answered[key]);
    });
  }

  add(key, why, words, answered) {
    const sentence = el('input', {type: 'text', maxlength: 200, id: `ob-${key}-said`, 'aria-label': `${words}：说明`, placeholder: '例如：2025 年更名，附工商变更通知',
      value: this.written.get(key) ?? answered ?? ''});
    const problem = el('p', {class: 'ob-error', role: 'alert', hidden: true, id: `ob-${key}-said-error`});
    const help = el('p', {class: 'ob-help', id: `ob-${key}-said-help`}, '请更正；没有填错的，写一句说明给审核人员看。');
    sentence.addEventListener('input', () => {
      this.written.set(key, sentence.value);
      problem.hidden = true;
      this.changed();
    });
    const place = el('div', {class: 'ob-doubt', 'data-doubt': key}, el('p', {}, words, '。'), help, sentence, problem);
    describe(sentence, problem, help);
    (this.editor.rows.get(key)?.node ?? this.node).append(place);
    this.places.set(key, {place, why, words, sentence, problem});
  }

  /** {key: what is owed} of what nothing is said to yet. */
  owed() {
    return Object.fromEntries([...this.places].filter(([, {sentence}]) => sentence.value.trim().length < SHORTEST).map(([key, {words}]) => [key, words]));
  }

  /** Says beside each where nothing is said to it yet; returns these as owed() does. */
  insist() {
    const owed = this.owed();
    Object.keys(owed).forEach(key => this.say(key, ENOUGH));
    return owed;
  }

  lead(key) {
    lead(this.places.get(key).place);
  }

  /** A message beside the sentence; false where there is none. */
  say(key, message) {
    const one = this.places.get(key);
    if (!one) return false;
    show(one.problem, message);
    one.problem.hidden = false;
    return true;
  }

  said() {
    return Object.fromEntries([...this.places].map(([key, {sentence}]) => [key, sentence.value.trim()]));
  }
}
