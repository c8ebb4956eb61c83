// An application as its readers see it: everything entered, the papers, what changed, what was found.

import {badge, button, day, el, facts, minute, moment, notice, section, show, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {isPaper, isShown, spoken} from '/onboarding/fields.js';
import {thumbnail} from '/onboarding/papers.js';
import {viewPaper} from '/onboarding/paper-viewer.js';
import {drawTurns} from '/onboarding/turns.js';
import {APPLICATION_STATES, words} from '/onboarding/words.js';

// later the channel's last words are history and would mislead
const AT_THE_CHANNEL = ['CHANNEL_REVIEW', 'CHANNEL_REFUSED'];
const ASKED = ['FILLING', 'SUBMITTED'];
const REMARKERS = {REVIEWER: '运营公司', CHANNEL: '渠道'};

/** {key: [document]} */
export function papersByField(application) {
  const papers = {};
  for (const paper of application.documents ?? []) (papers[paper.fieldKey] ??= []).push(paper);
  return papers;
}

/** {key: reason} of what was found in the newest revision */
export function remarksByField(application) {
  return Object.fromEntries((application.remarks ?? []).map(remark => [remark.fieldKey, remark.reason]));
}

/** `turns`: whose turn it is, where that is not on the screen anyway. */
export function heading(application, turns = [], session = null) {
  const [, kind] = words(APPLICATION_STATES, application.state);
  const channel = saysSomething(application) ? application.channelProgress : null;
  return el('header', {class: 'ob-heading'},
      el('h2', {}, `${application.channelName} · ${application.no}`, badge(application.stateText, kind)),
      facts([
        ['车场方', application.merchantName],
        ['统一社会信用代码', application.merchantUscc],
        application.intendedLots?.length > 0 && ['用于停车场', application.intendedLots.map(({name}) => name).join('、')],
        application.draft && ['草稿', `${application.createdBy} 于 ${minute(application.begunAt)} 开始，最近改动 ${minute(application.changedAt)}`],
        ['提交', application.submittedBy && `${application.submittedBy}（第 ${application.revision} 次提交）`],
        channel && ['渠道状态', channel.text],
        channel?.linkUntil && ['链接有效至', moment(channel.linkUntil)],
        application.account?.channelAccount && ['渠道商户号', application.account.channelAccount],
        application.expectedAt && !channel?.link && ['预计答复', day(application.expectedAt)],
        application.closingReason && ['原因', application.closingReason],
      ]), turns.length > 0 && notice('info', '接下来', drawTurns(turns, {session})));
}

/** Whether the channel's last words are about what happens now. */
function saysSomething({state, channelProgress}) {
  return AT_THE_CHANNEL.includes(state) || (channelProgress?.state === 'ASKED' && ASKED.includes(state));
}

/** Every group with its values, stage by stage; `beside(field)` may add something to a field, such as a remark's input. */
export function entered(catalogue, application, beside = () => null) {
  const papers = papersByField(application);
  const values = application.values ?? {};
  const drawn = group => {
    const fields = group.fields.filter(field => isShown(field, values) || values[field.key] || papers[field.key]);
    return fields.length > 0 && section(group.label, el('div', {class: 'ob-grid'},
        fields.map(field => enteredField(application.no, field, values, papers, beside))));
  };
  return catalogue.stages.map(stage => [catalogue.stages.length > 1 && el('h2', {class: 'ob-stage'}, stage.label),
    catalogue.groups.filter(group => group.stage === stage.key).map(drawn)]);
}

function enteredField(no, field, values, papers, beside) {
  const shown = isPaper(field)
    ? el('div', {class: 'ob-papers'}, papers[field.key]?.map(paper => thumbnail(paper, field.label)) ?? el('span', {class: 'ob-empty'}, '未上传'))
    : el('p', {class: 'ob-value'}, value(no, field, values[field.key]));
  return el('div', {class: `ob-field ${isPaper(field) ? 'wide' : ''}`, 'data-field': field.key},
      el('span', {class: 'ob-label'}, field.label), shown, beside(field));
}

/** A masked number can be shown in full by those who must compare it; the server keeps who looked. */
function value(no, field, shown) {
  if (!field.sensitive || !shown?.includes('*')) return spoken(field, shown);
  const place = el('span', {}, shown, ' ');
  const reveal = button('核对全文', () => get(`/api/applications/${no}/values/${field.key}?reveal`)
      .then(full => show(place, full.value), refusal => show(place, shown, el('small', {}, ` ${refusal.message}`))), 'small');
  place.append(reveal);
  return revealing ? place : shown;
}

let revealing = false;

/** Reviewers may ask for masked numbers. */
export function allowRevealing() {
  revealing = true;
}

/** What the newest revision changed, before and after. */
export function changed(application) {
  const changes = application.revision > 1 ? application.revisions[0].changes : [];
  if (!changes.length) return null;
  return section('与上一次提交相比', table(['项目', '之前', '现在'], changes.map(change => [change.label,
    paperOr(change.documentBefore, change.before, `${change.label}（之前）`), paperOr(change.documentAfter, el('ins', {}, change.after || '—'), `${change.label}（现在）`)])));
}

function paperOr(document, words, title) {
  return document ? button('查看图片', () => viewPaper(`/api/documents/${encodeURIComponent(document)}`, title), 'small') : words;
}

export function history(application) {
  const revisions = application.revisions ?? [];
  if (!revisions.length) return null;
  return section('提交记录', el('ol', {class: 'ob-timeline'}, revisions.map(revision => el('li', {},
      el('time', {}, moment(revision.submittedAt)),
      el('div', {}, el('strong', {}, `第 ${revision.revision} 次提交`), ` ${revision.stageLabel} ${revision.submittedBy}`,
          revision.revision > 1 && revision.changes.length > 0 && el('p', {class: 'ob-help'}, `更改了：${revision.changes.map(change => change.label).join('、')}`),
          revision.remarks.map(remark => el('p', {class: 'ob-remark'}, `${remark.label}：${remark.reason}（${REMARKERS[remark.source] ?? ''}）`)))))));
}

export function openRemarks(application) {
  if (!['RETURNED', 'CHANNEL_REFUSED'].includes(application.state)) return null;
  const lines = application.remarks.map(remark => el('li', {}, `${remark.label}：${remark.reason}`));
  return lines.length ? notice('warn', '还有待更正的内容', el('ul', {}, lines)) : null;
}
