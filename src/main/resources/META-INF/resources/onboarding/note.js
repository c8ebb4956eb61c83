// What somebody has to say about a refused lot before they decide.

import {el, show} from '/onboarding/dom.js';
import {post} from '/onboarding/api.js';

export class Note {
  /** labels: what is asked for with each decision, '' for none; required: the decisions that go only with it */
  constructor(bindingId, labels, required) {
    Object.assign(this, {bindingId, labels, required});
    this.label = el('span', {class: 'ob-label'});
    this.text = el('textarea', {rows: 3, maxlength: 500});
    this.node = el('label', {class: 'ob-field', hidden: true}, this.label, this.text);
  }

  /** Asks what goes with a decision. */
  ask(decision) {
    this.node.hidden = !this.labels[decision];
    show(this.label, this.labels[decision], this.required.includes(decision) && el('i', {class: 'ob-required'}, '必填'));
  }

  /** Stores what was written; false if it is missing. */
  async kept(decision) {
    const text = this.text.value.trim();
    if (!this.labels[decision]) return true;
    if (!text && this.required.includes(decision)) this.text.focus();
    if (!text) return !this.required.includes(decision);
    if (text !== this.stored) await post(`/api/bindings/${this.bindingId}/refusal`, {text});
    this.stored = text;
    return true;
  }
}
