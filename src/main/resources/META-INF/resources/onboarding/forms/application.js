// Filling in an application: stage by stage, and the same form again for corrections.

import {button, el, link, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {Doubts} from '/onboarding/doubts.js';
import {Draft, guardLeaving} from '/onboarding/draft.js';
import {Editor, allFields} from '/onboarding/fields.js';
import {backToList, busy, onComplete, opened, sayProblem, task} from '/onboarding/task.js';
import {Offers} from '/onboarding/profile-offers.js';
import {withdrawApplication} from '/onboarding/withdrawal.js';
import {entered, history, papersByField, remarksByField} from '/onboarding/application-view.js';

/** One stage of an application: to be filled in, or to be corrected after somebody found fault with it. */
export function stage(camForm) {
  openedAgain(camForm, async (place, load, said) => {
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const [catalogue, profile] = await Promise.all([get(`/api/applications/${applicationNo}/catalogue`), profileBeside(application)]);
    const [now, before] = parted(catalogue, application);
    const filling = new Filling(camForm, now, application, profile, load);
    onComplete(camForm, () => filling.submitted());
    show(place, what(catalogue, application), said, filling.node,
        application.revision > 0 && el('details', {}, el('summary', {}, '以前提交的内容'), entered(before, application), history(application)),
        el('div', {class: 'ob-actions'}, withdrawApplication(application.no, backToList)));
  });
}

/** Draws with `draw(place, load, said)`, and anew by `load(said)`, which says itself what goes wrong and offers to try again. */
function openedAgain(camForm, draw) {
  opened(camForm, place => {
    const load = async said => {
      show(place, busy());
      try {
        await draw(place, load, said);
      } catch (problem) {
        // nobody completes what they don't see
        onComplete(camForm, () => { throw problem; });
        show(place, said, notice('bad', '没能载入', problem.message, button('重新载入', () => load(said))));
      }
    };
    return load();
  });
}

/** The company's profile, as far as it concerns what is open; a form is filled in without it as well. */
function profileBeside(application) {
  return application.openFields.length ? get(`/api/applications/${application.no}/profile`).catch(() => null) : null;
}

/** What is to be done now, and what was submitted before and is fine. */
function parted(catalogue, application) {
  const open = group => group.stage === application.stage || group.fields.some(field => application.openFields.includes(field.key));
  return [open, group => !open(group)].map(wanted => ({...catalogue, groups: catalogue.groups.filter(wanted)}));
}

function what(catalogue, application) {
  if (CORRECTED.includes(application.state)) return corrections(catalogue, application);
  const {label, help, link: address} = catalogue.stages.find(({key}) => key === application.stage);
  const said = application.channelProgress?.state === 'ASKED' ? application.channelProgress.text : null;
  return notice('info', `请${application.stage === 'papers' ? '上传' : '填写'}${label}`, said, help,
      address && el('p', {}, link(address.href, address.label, {target: '_blank', rel: 'noopener noreferrer', class: 'ob-button'})),
      '填写完整后按“提交”。');
}

const CORRECTED = ['RETURNED', 'CHANNEL_REFUSED'];

/** 更正: only the fields somebody found fault with are open. */
export function correct(camForm) {
  openedAgain(camForm, async (place, load, said) => {
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const [catalogue, profile] = await Promise.all([get(`/api/applications/${application.no}/catalogue`), profileBeside(application)]);
    const filling = new Filling(camForm, catalogue, application, profile, load);
    onComplete(camForm, () => filling.submitted());
    show(place, corrections(catalogue, application), said, filling.node,
        el('div', {class: 'ob-actions'}, withdrawApplication(application.no, backToList)));
  });
}

function corrections(catalogue, application) {
  const remarks = remarksByField(application);
  const flagged = allFields(catalogue).filter(field => remarks[field.key]);
  return notice('warn', '申请被退回，请更正后重新提交', application.state === 'CHANNEL_REFUSED' && application.channelProgress?.text,
      el('ul', {}, flagged.map(field => el('li', {}, button(field.label, () => jump(field.key), 'text'), '：', remarks[field.key]))),
      '其他内容已经锁定。更正后按“提交”。');
}

function jump(key) {
  document.querySelector(`.ob-field[data-field="${CSS.escape(key)}"]`)?.scrollIntoView({block: 'center', behavior: 'smooth'});
}

class Filling {
  constructor(camForm, catalogue, application, profile, reload) {
    this.camForm = camForm;
    this.draft = new Draft(application);
    this.draft.onReload = () => reload();
    // submitted before, but the process did not begin: nothing is left to fill in
    this.editable = !application.no || application.openFields.length > 0;
    this.editor = new Editor({
      catalogue, values: this.draft.values, papers: papersByField(application), remarks: remarksByField(application),
      openFields: openFields(application, catalogue), number: () => this.draft.number(),
      taken: profile?.taken, accounts: profile?.accounts,
    }, () => this.draft.changed());
    this.doubts = new Doubts(this.editor);
    this.offers = new Offers(application.no, profile);
    this.draft.onSaved = () => this.offers.refresh();
    guardLeaving(this.draft);
    this.node = el('div', {}, this.draft.node, fromProfile(profile), this.refilling(profile, reload), this.editor.node, this.doubts.node, this.offers.node);
  }

  /** What the profile got since the form was begun can still be taken; what is typed stays. */
  refilling(profile, reload) {
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
      return reload(said);
    });
    return el('div', {}, notice('info', `“车场方资料”里有 ${profile.blank} 项可以填入这份申请的空白处`, '已经填写的不会改动。', fill), problem);
  }

  /** Saves, checks and submits; the process gets the number only. */
  async submitted() {
    try {
      const no = await this.draft.number();
      await this.draft.save();
      if (this.editable) {
        const {fields, warnings, explanations} = await post(`/api/applications/${no}/check`);
        if (Object.keys(fields).length) return await this.refused(fields);
        if (!this.doubts.settled(warnings, explanations)) return null;
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
    const elsewhere = this.editor.sayAll(fields);
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
