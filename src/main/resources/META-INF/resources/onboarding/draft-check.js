// Checks a draft after each save, by the rules that the server submits by: what is said here is what the reviewer would see.

import {post} from '/onboarding/api.js';
import {isRequired, isShown} from '/onboarding/fields.js';

const EMPTY = {fields: {}, warnings: {}, explanations: {}, returned: {}};

export class DraftCheck {
  constructor(draft, editor, doubts, summary) {
    Object.assign(this, {draft, editor, doubts, summary});
    this.faults = {};
    this.touched = new Set();
    this.asked = 0;
    // whoever is still typing is not told that it is too short
    editor.node.addEventListener('focusout', ({target}) => {
      const key = target.closest('[data-field]')?.dataset.field;
      if (key) setTimeout(() => this.beside(key));
    });
  }

  /** Asks the server; without an application there is nothing to ask. */
  async run() {
    if (!this.draft.no) return EMPTY;
    const mine = ++this.asked;
    const checked = await post(`/api/applications/${this.draft.no}/check`);
    if (mine === this.asked && !this.draft.dirty) this.told(checked);
    return checked;
  }

  told({fields, warnings, explanations, returned}) {
    this.faults = {...fields};
    this.known = true;
    this.doubts.update(warnings, returned, explanations);
    this.editor.rows.forEach((_, key) => this.beside(key));
    this.tell();
  }

  /** What is known at once: a gap that was filled, or made. */
  changed(key) {
    this.touched.add(key);
    const {field} = this.editor.rows.get(key);
    const gap = isShown(field, this.editor.values) && isRequired(field, this.editor.values) && !this.editor.isFilled(key);
    if (gap) this.faults[key] = '没有填写';
    else delete this.faults[key];
    this.tell();
  }

  /** From now on gaps are said beside their fields as well. */
  wanted() {
    this.editor.rows.forEach((_, key) => this.touched.add(key));
    this.editor.rows.forEach((_, key) => this.beside(key));
  }

  beside(key) {
    const row = this.editor.rows.get(key);
    if (!row?.open || row.input.contains(document.activeElement)) return;
    this.editor.say(key, this.touched.has(key) || this.editor.isFilled(key) ? this.faults[key] : null);
  }

  tell() {
    this.summary.tell({...this.doubts.owed(), ...this.faults});
  }
}
