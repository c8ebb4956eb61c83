// An application as its readers see it: everything entered, the papers, what changed, what was found.

import {badge, day, el, facts, moment, notice, section, table} from '/onboarding/dom.js';
import {isPaper, isShown, spoken} from '/onboarding/fields.js';
import {thumbnail} from '/onboarding/papers.js';
import {APPLICATION_STATES, CHANNELS, words} from '/onboarding/words.js';

/** {key: [document]} */
export function papersByField(application) {
  const papers = {};
  for (const paper of application.documents ?? []) (papers[paper.fieldKey ?? paper.field] ??= []).push(paper);
  return papers;
}

/** {key: reason} of the remarks that are still open */
export function remarksByField(application) {
  const remarks = application.remarks ?? [];
  if (!Array.isArray(remarks)) return remarks;
  return Object.fromEntries(remarks.map(remark => [remark.field ?? remark.fieldKey ?? remark.key, remark.reason ?? remark.message]));
}

export function heading(application) {
  const [label, kind, next] = words(APPLICATION_STATES, application.state);
  return el('header', {class: 'ob-heading'},
      el('h2', {}, `${CHANNELS[application.channel] ?? application.channel} · ${application.no}`, badge(label, kind)),
      facts([
        ['车场方', application.merchantName],
        ['提交', application.submittedBy && `${application.submittedByName ?? application.submittedBy}（第 ${application.revision} 次提交）`],
        application.channelStateText && ['渠道状态', application.channelStateText],
        application.expectedAt && ['预计答复', day(application.expectedAt)],
        application.reason && ['原因', application.reason],
        next && ['接下来', next],
      ]));
}

/** Every group with its values; `beside(field)` may add something to a field, such as a remark's input. */
export function entered(catalogue, application, beside = () => null) {
  const papers = papersByField(application);
  const values = application.values ?? {};
  return catalogue.groups.map(group => {
    const fields = group.fields.filter(field => isShown(field, values) || values[field.key] || papers[field.key]);
    return fields.length > 0 && section(group.label ?? group.title, el('div', {class: 'ob-grid'},
        fields.map(field => enteredField(field, values, papers, beside))));
  });
}

function enteredField(field, values, papers, beside) {
  const shown = isPaper(field)
    ? el('div', {class: 'ob-papers'}, papers[field.key]?.map(paper => thumbnail(paper, field.label)) ?? el('span', {class: 'ob-empty'}, '未上传'))
    : el('p', {class: 'ob-value'}, spoken(field, values[field.key]));
  return el('div', {class: `ob-field ${isPaper(field) ? 'wide' : ''}`, 'data-field': field.key},
      el('span', {class: 'ob-label'}, field.label), shown, beside(field));
}

/** What the newest revision changed, before and after. */
export function changed(application) {
  const latest = newestRevision(application);
  const changes = application.changes ?? latest?.changes ?? [];
  if (!changes.length) return null;
  return section('与上一次提交相比', table(['项目', '之前', '现在'],
      changes.map(change => [change.label ?? change.key, change.before, el('ins', {}, change.after || '—')])));
}

function newestRevision(application) {
  return [...(application.revisions ?? application.history ?? [])].sort((a, b) => (b.revision ?? b.no) - (a.revision ?? a.no))[0];
}

export function history(application) {
  const revisions = application.revisions ?? application.history ?? [];
  if (!revisions.length) return null;
  return section('提交记录', el('ol', {class: 'ob-timeline'}, revisions.map(revision => el('li', {},
      el('time', {}, moment(revision.submittedAt ?? revision.at)),
      el('div', {}, el('strong', {}, `第 ${revision.revision ?? revision.no} 次提交`), ` ${revision.submittedBy ?? ''}`,
          revision.changes?.length > 0 && el('p', {class: 'ob-help'}, `更改了：${revision.changes.map(change => change.label ?? change.key).join('、')}`))))));
}

export function openRemarks(catalogue, application) {
  const remarks = remarksByField(application);
  const labels = Object.fromEntries(catalogue.groups.flatMap(group => group.fields).map(field => [field.key, field.label]));
  const lines = Object.entries(remarks).map(([key, reason]) => el('li', {}, `${labels[key] ?? key}：${reason}`));
  return lines.length ? notice('warn', '还有待更正的内容', el('ul', {}, lines)) : null;
}
