// A form of an application that is being filled in or corrected: the draft, its fields, what is still owed, and the submission.

import {button, el, link, notice, show} from '/onboarding/dom.js';
import {post} from '/onboarding/api.js';
import {papersByField, remarksByField, value} from '/onboarding/application-view.js';
import {Doubts} from '/onboarding/doubts.js';
import {Draft, guardLeaving} from '/onboarding/draft.js';
import {DraftCheck} from '/onboarding/draft-check.js';
import {Editor, allFields, isPaper} from '/onboarding/fields.js';
import {barOver} from '/onboarding/form-bar.js';
import {Summary} from '/onboarding/form-summary.js';
import {furtherField} from '/onboarding/further-field.js';
import {lead} from '/onboarding/keyboard.js';
import {thumbnail} from '/onboarding/papers.js';
import {Offers} from '/onboarding/profile-offers.js';
import {sayProblem} from '/onboarding/task.js';

const CORRECTED = ['RETURNED', 'CHANNEL_REFUSED'];

export class Filling {
  /** reload(said) draws the form anew */
  constructor(camForm, catalogue, application, profile, reload) {
    this.camForm = camForm;
    this.application = application;
    this.reload = reload;
    this.draft = new Draft(application);
    this.draft.onReload = () => reload();
    // submitted before, but the process did not begin: nothing is left to fill in
    this.editable = !application.no || application.openFields.length > 0;
    const corrected = this.editable && CORRECTED.includes(application.state);
    this.editor = new Editor({
      catalogue, values: this.draft.values, papers: papersByField(application), remarks: remarksByField(application),
      openFields: openFields(application, catalogue), number: () => this.draft.number(),
      taken: profile?.taken, accounts: profile?.accounts, own: field => this.own(field), closed: corrected ? field => this.further(field) : null,
    }, key => this.changed(key));
    this.doubts = new Doubts(this.editor, () => {
      this.check.tell();
      this.draft.changed();
    });
    // before it is known what was said, nothing is said anew
    this.draft.said = () => (this.check.known ? this.doubts.said() : undefined);
    this.summary = new Summary(this.editor, key => this.lead(key));
    this.check = new DraftCheck(this.draft, this.editor, this.doubts, this.summary);
    this.offers = new Offers(application.no, profile);
    this.draft.onSaved = () => {
      this.offers.refresh();
      this.checked();
    };
    guardLeaving(this.draft);
    this.node = el('div');
    const bar = barOver(this.node, [this.draft.node, this.editable && this.summary.node], () => this.summary.fold());
    show(this.node, bar, fromProfile(profile), this.refilling(profile), this.besides(), this.editor.node, this.doubts.node, this.offers.node);
    if (this.editable) this.checked();
  }

  /** What cannot be asked now is asked with the next save, and at the latest before it is submitted. */
  checked() {
    this.check.run().catch(() => {});
  }

  changed(key) {
    if (key) this.check?.changed(key);
    this.draft.changed();
  }

  lead(key) {
    if (this.editor.rows.get(key)?.open) return this.editor.lead(key);
    return lead(this.doubts.places.get(key)?.place ?? this.editor.rows.get(key).node);
  }

  /** One's own, also where it is closed: papers to look at, numbers on demand. */
  own(field) {
    const papers = this.editor?.papers ?? papersByField(this.application);
    if (isPaper(field)) return papers[field.key]?.length ? el('div', {class: 'ob-papers'}, papers[field.key].map(paper => thumbnail(paper, field.label))) : '没有上传';
    return value(this.application.no, field, this.draft.values[field.key]);
  }

  further(field) {
    return furtherField(this.application.no, field, () => this.draft.save(), async key => {
      await this.reload();
      jump(key);
    });
  }

  /** What was opened besides, and why: the reviewer reads the same. */
  besides() {
    const opened = this.application.opened ?? [];
    return opened.length > 0 && this.editable && notice('info', '您另外打开了这些项目，审核人员会看到原因',
        el('ul', {}, opened.map(({key, label, why}) => el('li', {}, button(label, () => jump(key), 'text'), '：', why))));
  }

  /** What the profile got since the form was begun can still be taken; what is typed stays. */
  refilling(profile) {
    if (!profile?.blank) return null;
    const problem = el('div');
    const fill = button('从车场方资料填入空白项', async () => {
      let said;
      fill.disabled = true;
      try {
        await this.draft.save();
        const {filled} = await post(`/api/applications/${this.draft.no}/profile/fill`);
        said = notice('good', `已填入 ${filled} 项`, '标有“来自公司资料”，请核对；已经填写的没有改动。');
      } catch (refusal) {
        fill.disabled = false;
        return show(problem, notice('bad', '没有填入', refusal.message));
      }
      return this.reload(said);
    });
    return el('div', {}, notice('info', `“车场方资料”里有 ${profile.blank} 项可以填入这份申请的空白处`, '已经填写的不会改动。', fill), problem);
  }

  /** Saves, checks and submits; the process gets the number only. */
  async submitted() {
    try {
      const no = await this.draft.number();
      await this.draft.save();
      if (this.editable) {
        const {fields} = await this.check.run();
        this.check.wanted();
        if (Object.keys({...fields, ...this.doubts.owed()}).length) return await this.refused(fields);
        await post(`/api/applications/${no}/submit`, {explanations: this.doubts.said(), profile: this.offers.chosen()});
        this.editable = false;
      }
      return {applicationNo: no};
    } catch (refusal) {
      // the profile was changed meanwhile: what it says now is to be seen first
      if (refusal.status === 409) await this.offers.refresh();
      if (!Object.keys(refusal.fields ?? {}).length) throw refusal;
      return await this.refused(refusal.fields);
    }
  }

  async refused(fields) {
    const elsewhere = this.editor.sayEach(fields);
    const owed = this.doubts.insist();
    const first = this.editor.first({...owed, ...fields}) ?? Object.keys(owed)[0];
    if (fields[first]) this.editor.lead(first);
    else if (first) this.doubts.lead(first);
    // what is asked for a lot that was chosen a moment ago is not on the page yet
    if (elsewhere.length) await this.draft.onReload();
    if (elsewhere.length) sayProblem(this.camForm, elsewhere.join('；'));
    return null;
  }
}

/** What was filled in from the company's profile, and what was not, and why. */
function fromProfile(profile) {
  if (!profile || (!profile.taken.length && !profile.left.length)) return null;
  const page = link('/profile', '车场方资料', {target: '_blank'});
  const taken = profile.taken.length > 0 && el('p', {}, `有 ${profile.taken.length} 项已由“`, page, '”填好，标有“来自公司资料”，请核对；不合适的直接改。');
  if (!profile.left.length) return notice('info', null, taken);
  return notice('warn', '有些公司资料没有带入', taken, el('ul', {}, profile.left.map(({key, label, reason}) => el('li', {}, button(label, () => jump(key), 'text'), '：', reason))));
}

/** null when everything is open */
function openFields(application, catalogue) {
  return !application.no || application.openFields.length === allFields(catalogue).length ? null : application.openFields;
}

/** To a field, wherever on the page it is. */
export function jump(key) {
  const node = document.querySelector(`.ob-field[data-field="${CSS.escape(key)}"]`);
  if (node) lead(node);
}
