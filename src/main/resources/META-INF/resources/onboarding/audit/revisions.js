// 提交资料: each revision as a whole, what was decided about it, and what differs from any other.

import {badge, el, link, notice, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {block} from '/onboarding/audit/frame.js';
import {unmasking} from '/onboarding/audit/looking.js';
import {picture} from '/onboarding/audit/papers.js';
import {asked, go} from '/onboarding/audit/place.js';
import {person, second} from '/onboarding/audit/words.js';

export async function revisions({api, here}) {
  const list = await get(`${api}/revisions`);
  if (!list.length) return el('p', {class: 'ob-empty'}, '还没有提交过资料。');
  const at = asked();
  const wanted = at.get('r');
  const chosen = byNumber(list, wanted) ?? list.at(-1);
  const other = byNumber(list, at.get('with')) ?? byNumber(list, chosen.number - 1);
  return [wanted && String(chosen.number) !== wanted && notice('wait', '没有找到', `没有第 ${wanted} 次提交，下面是最近一次。`), choice(list, chosen, other, here), about(chosen), other && comparison(chosen, other), doubts(chosen), ...values(chosen, api), pictures(chosen)];
}

const byNumber = (list, number) => list.find(revision => String(revision.number) === String(number));

function choice(list, chosen, other, here) {
  const compare = el('select', {id: 'ob-audit-with', on: {change: () => go(here('revisions', {r: chosen.number, with: compare.value}))}},
      list.filter(one => one !== chosen).map(({number}) => el('option', {value: String(number)}, `第 ${number} 次提交`)));
  if (other) compare.value = String(other.number);
  return el('div', {class: 'ob-titled'},
      el('nav', {class: 'ob-questions', 'aria-label': '选择提交'}, list.map(revision => link(here('revisions', {r: revision.number}),
          `第 ${revision.number} 次 · ${second(revision.submittedAt).slice(0, 16)}`, {class: 'ob-choice-link', 'aria-current': revision === chosen ? 'true' : null}))),
      list.length > 1 && el('div', {class: 'ob-compare'}, el('label', {for: compare.id}, '对比'), compare));
}

function about({number, what, submittedBy, submittedAt, decisions, remarks}) {
  return block(`第 ${number} 次提交`, el('p', {}, `${what}，`, person(submittedBy), ` 于 ${second(submittedAt)} 提交`),
      decisions.map(made => el('div', {class: 'ob-decision'},
          el('p', {}, badge(made.words, 'wait'), ' ', person(made.by), ` ${second(made.at)}`, made.usedAt ? null : el('small', {}, '（流程没有采用）')),
          made.reason && el('p', {}, `理由：${made.reason}`),
          made.confirmedDoubts.length > 0 && el('p', {}, `已逐项确认的疑点：${made.confirmedDoubts.join('、')}`))),
      remarks.length > 0 && table(['退回的项目', '原因', '提出', '时间'], remarks.map(remark => [remark.label, remark.reason,
        el('span', {}, remark.source, ' ', person(remark.by)), second(remark.at)]), ''));
}

/** Of two that follow each other the server's own comparison, else ours. */
function comparison(chosen, other) {
  const changes = chosen.number - other.number === 1 ? chosen.changes : differences(other, chosen);
  return block(`与第 ${other.number} 次相比`, table(['项目', `第 ${other.number} 次`, `第 ${chosen.number} 次`], changes.map(change =>
    [change.label, change.before, el('ins', {}, change.after ?? '—')]), '内容没有变化。'));
}

function differences(before, after) {
  const told = (list, of) => new Map(list.map(one => [one.key, {label: one.label, ...of(one)}]));
  const texts = [before.values, after.values].map(list => told(list, ({value}) => ({text: value, same: value})));
  const files = [before.papers, after.papers].map(list => told(list, ({fileName, sha256}) => ({text: fileName, same: sha256})));
  return [texts, files].flatMap(([old, now]) => [...new Set([...old.keys(), ...now.keys()])]
      .filter(key => old.get(key)?.same !== now.get(key)?.same)
      .map(key => ({label: (now.get(key) ?? old.get(key)).label, before: old.get(key)?.text, after: now.get(key)?.text})));
}

function doubts({doubts: list}) {
  return list.length > 0 && block('疑点和没有改动的退回项', table(['项目', '疑点', '申请人的说明'], list.map(one => [one.label, one.doubt, one.explanation]), ''));
}

/** Stage by stage, as on the form. */
function values({number, values: list}, api) {
  const stages = [...new Set(list.map(({stage}) => stage))];
  return stages.map(stage => block(stage, el('dl', {class: 'ob-facts'}, list.filter(one => one.stage === stage).map(one => el('div', {},
      el('dt', {}, one.label), el('dd', {}, one.masked ? unmasking(api, one, number) : one.value || '—'))))));
}

function pictures({papers: list}) {
  return list.length > 0 && block('证照材料', el('div', {class: 'ob-papers'}, list.map(paper => picture(paper, paper.label))));
}
