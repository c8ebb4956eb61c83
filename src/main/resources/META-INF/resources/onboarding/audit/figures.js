// What a process did, in tables.

import {button, el, facts, link, show, table} from '/onboarding/dom.js';
import {second, span} from '/onboarding/audit/words.js';

const lasting = millis => (millis === null || millis === undefined ? '—' : span(millis / 1000));
const COMPARED = 4;

const section = (title, ...children) => el('section', {}, el('h2', {}, title), children);

export function totals({name, version, total, at}) {
  return section(`${name}${version ? ` 第 ${version} 版` : ''}`,
      facts([
        ['已结束', `${total.finished} 个`],
        ['进行中', `${total.running} 个`],
        ['故障', `${total.incidents} 次${total.openIncidents ? `，其中 ${total.openIncidents} 次尚未解除` : ''}`],
        ['历时', `中位数 ${lasting(total.medianMillis)}，90 分位 ${lasting(total.p90Millis)}`],
        ...total.shares.map(share => [`${share.partyName}用时`, `中位数 ${lasting(share.medianMillis)}，90 分位 ${lasting(share.p90Millis)}`]),
      ]),
      el('p', {class: 'ob-help'}, `统计于 ${second(at)}；用时只算已经结束的。${total.shares.some(({party}) => party === 'CALLED') ? '被调用的流程用了谁的时间，见它自己的统计。' : ''}`));
}

/** The steps that take somebody's time, and whatever failed. */
const telling = ({elements}) => elements.filter(({party, passes}) => party || passes.failed > 0);

export function elementTable(figures, picture) {
  const rows = telling(figures);
  const place = el('div');
  const draw = by => show(place, table(['步骤', '谁的时间', '次数', '停在这里', '故障', '取消', '中位数', '90 分位', '最长'], sorted(rows, by).map(({id, name, partyName, calls, passes}) => [
    picture.has(id) ? titled(button(name || id, () => picture.focus(id), 'text')) : `${name || id}（旧版本）`,
    calls ? link(`#/audit/definitions/${encodeURIComponent(calls)}`, `${partyName}，看它的统计`) : partyName, passes.count, passes.running, passes.failed, passes.cancelled, lasting(passes.medianMillis), lasting(passes.p90Millis), lasting(passes.longestMillis)]), '还没有数据。'));
  const order = el('select', {id: 'ob-step-order', on: {change: () => draw(order.value)}}, Object.entries(ORDERS).map(([code, [label]]) => el('option', {value: code}, label)));
  draw(order.value);
  return section(`步骤（${rows.length}）`, el('label', {class: 'ob-picked'}, '排序 ', order), place);
}

/** How steps can be sorted: [label, the figure of which the largest comes first]. */
const ORDERS = {
  model: ['流程顺序'],
  median: ['用时中位数，最长在前', ({passes}) => passes.medianMillis],
  p90: ['90 分位，最长在前', ({passes}) => passes.p90Millis],
  running: ['停在这里，最多在前', ({passes}) => passes.running],
  failed: ['故障，最多在前', ({passes}) => passes.failed],
};

function sorted(rows, by) {
  const [, read] = ORDERS[by];
  return read ? [...rows].sort((one, other) => (read(other) ?? -1) - (read(one) ?? -1)) : rows;
}

const titled = node => {
  node.title = '在图中找到';
  return node;
};

/** The newest versions side by side, step by step. */
export function byVersion(figures) {
  const newest = figures.versions.slice(-COMPARED).map(({version}) => version);
  if (newest.length < 2) return null;
  const rows = telling(figures).filter(({versions}) => versions.length);
  return section('各版本对照', el('p', {class: 'ob-help'}, '次数 · 用时中位数 / 90 分位'), table(['步骤', ...newest.map(version => `第 ${version} 版`)], rows.map(({id, name, versions}) => [
    name || id, ...newest.map(version => passes(versions.find(one => one.version === version)?.passes))]), '还没有数据。'));
}

function passes(of) {
  return of?.count ? `${of.count} 次 · ${lasting(of.medianMillis)} / ${lasting(of.p90Millis)}${of.failed ? ` · 故障 ${of.failed}` : ''}` : '—';
}

export function versionTable({versions}) {
  const parties = [...new Map(versions.flatMap(({instances}) => instances.shares.map(share => [share.party, share.partyName])))];
  return section('各版本', table(['版本', '已结束', '进行中', '故障', '历时中位数', '90 分位', ...parties.map(([, name]) => `${name}用时中位数`)], versions.map(({version, tag, instances}) => [
    `第 ${version} 版${tag ? `（${tag}）` : ''}`, instances.finished, instances.running, instances.incidents, lasting(instances.medianMillis), lasting(instances.p90Millis),
    ...parties.map(([party]) => lasting(instances.shares.find(share => share.party === party)?.medianMillis))]), '还没有数据。'));
}

/** What took far longer than usual: the longest of each step. */
export function outlierTable({elements}) {
  const rows = elements.flatMap(element => element.outliers.longest.map(outlier => ({element, outlier})))
      .sort((a, b) => b.outlier.millis - a.outlier.millis);
  const count = elements.reduce((sum, {outliers}) => sum + outliers.count, 0);
  return section(`异常耗时（${count}）`, table(['步骤', '申请', '开始', '用时', '超出界限'], rows.map(({element, outlier}) => [
    element.name || element.id, outlier.applicationNo ? link(`#/audit/applications/${encodeURIComponent(outlier.applicationNo)}/diagram`, outlier.applicationNo) : '—',
    second(outlier.started), lasting(outlier.millis), lasting(element.outliers.beyondMillis)]), '没有：每个步骤的用时都在通常范围内。'));
}
