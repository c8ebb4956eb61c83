// Filling in an application: stage by stage, and the same form again for corrections.

import {button, el, link, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {allFields} from '/onboarding/fields.js';
import {Filling, jump} from '/onboarding/filling.js';
import {neededPapers} from '/onboarding/needed-papers.js';
import {backToList, busy, onComplete, opened, task} from '/onboarding/task.js';
import {withdrawApplication} from '/onboarding/withdrawal.js';
import {allowRevealing, entered, history, remarksByField} from '/onboarding/application-view.js';

/** One stage of an application: to be filled in, or to be corrected after somebody found fault with it. */
export function stage(camForm) {
  openedAgain(camForm, async (place, load, said) => {
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const [catalogue, profile, papers] = await Promise.all([get(`/api/applications/${applicationNo}/catalogue`), profileBeside(application), papersBeside(application)]);
    const [now, before] = parted(catalogue, application);
    const filling = new Filling(camForm, now, application, profile, load);
    onComplete(camForm, () => filling.submitted());
    show(place, what(catalogue, application), neededPapers(papers), said, filling.node,
        application.revision > 0 && el('details', {}, el('summary', {}, '以前提交的内容'), entered(before, application), history(application)),
        el('div', {class: 'ob-actions'}, withdrawApplication(application.no, backToList)));
  });
}

/** Draws with `draw(place, load, said)`, and anew by `load(said)`, which says itself what goes wrong and offers to try again. */
function openedAgain(camForm, draw) {
  allowRevealing('显示');
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

/** The check list of papers is a help: the form is filled in without it as well. */
function papersBeside(application) {
  return application.openFields.length ? get(`/api/applications/${application.no}/needed-papers`).catch(() => null) : null;
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

/** 更正: the fields that somebody found fault with are open, and those that the applicant opens besides. */
export function correct(camForm) {
  openedAgain(camForm, async (place, load, said) => {
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const [catalogue, profile, papers] = await Promise.all([get(`/api/applications/${application.no}/catalogue`), profileBeside(application), papersBeside(application)]);
    const filling = new Filling(camForm, catalogue, application, profile, load);
    onComplete(camForm, () => filling.submitted());
    show(place, corrections(catalogue, application), neededPapers(papers), said, filling.node,
        el('div', {class: 'ob-actions'}, withdrawApplication(application.no, backToList)));
  });
}

function corrections(catalogue, application) {
  const remarks = remarksByField(application);
  const flagged = allFields(catalogue).filter(field => remarks[field.key]);
  return notice('warn', '申请被退回，请更正后重新提交', application.state === 'CHANNEL_REFUSED' && application.channelProgress?.text,
      el('ul', {}, flagged.map(field => el('li', {}, button(field.label, () => jump(field.key), 'text'), '：', remarks[field.key]))),
      '退回的项目要更正；没有填错的，在项目旁边写一句说明。其他内容已经锁定，还有要改的，点那一项旁边的“也要更改”并写明为什么。更正后按“提交”。');
}
