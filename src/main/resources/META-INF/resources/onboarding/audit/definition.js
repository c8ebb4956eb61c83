// 流程统计: what a process did, as heat over its diagram and in figures.

import {el, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {byVersion, elementTable, outlierTable, totals, versionTable} from '/onboarding/audit/figures.js';
import {drawing, styled} from '/onboarding/audit/viewer.js';
import {span} from '/onboarding/audit/words.js';

const LEVELS = 5;

/** What the heat can show: [label, what is read of an element, how it is written]. Of a duration the heat grows with its logarithm. */
const MEASURES = {
  count: ['经过次数', ({passes}) => passes.count, value => `${value} 次`],
  median: ['用时中位数', ({passes}) => passes.medianMillis, value => span(value / 1000)],
  p90: ['用时 90 分位', ({passes}) => passes.p90Millis, value => span(value / 1000)],
  failed: ['故障次数', ({passes}) => passes.failed, value => `${value} 次`],
};

/**
 * Fills the node, which may be put into the page later.
 * which: key of a process, for all its versions together; or {definitionId}: one of its versions. Answers with the key.
 */
export async function definition(node, which) {
  styled();
  const first = which.definitionId && await get(`/api/audit/models/${encodeURIComponent(which.definitionId)}`);
  const key = first ? first.key : which;
  const state = {version: first ? String(first.version) : '', measure: 'count'};
  const controls = el('div', {class: 'ob-heat'});
  const place = el('div', {class: 'ob-course'});
  let shown;
  let asked = 0;
  const load = async () => {
    const mine = ++asked;
    place.setAttribute('aria-busy', 'true');
    try {
      await draw(() => mine === asked);
    } catch (problem) {
      // who opened it says so
      if (!shown) throw problem;
      if (mine === asked) show(place, notice('bad', '没能载入', problem.message));
    } finally {
      if (mine === asked) place.removeAttribute('aria-busy');
    }
  };
  const draw = async wanted => {
    const figures = await get(`/api/audit/definitions/${encodeURIComponent(key)}${state.version && `?version=${state.version}`}`);
    const model = await get(`/api/audit/models/${encodeURIComponent(figures.definitionId)}`);
    const picture = await drawing(model.xml, {label: `${figures.name}的统计图`, start: busiest(figures)});
    if (!wanted()) return picture.destroy();
    shown?.destroy();
    shown = picture;
    const scale = el('span', {class: 'ob-scale'});
    const heat = () => { picture.mark(marks(figures, state.measure)); show(scale, legend(figures, state.measure)); };
    show(controls, versionChoice(figures, state.version, version => { state.version = version; load(); }),
        measureChoice(state.measure, measure => { state.measure = measure; heat(); }), scale);
    heat();
    return show(place, totals(figures), picture.node, elementTable(figures, picture), byVersion(figures), versionTable(figures), outlierTable(figures));
  };
  await load();
  show(node, controls, place);
  return key;
}

function busiest({elements}) {
  return elements.reduce((most, one) => (one.passes.count > (most?.passes.count ?? 0) ? one : most), undefined)?.id;
}

function versionChoice({versions}, now, choose) {
  const select = el('select', {id: 'ob-version', on: {change: () => choose(select.value)}},
      el('option', {value: ''}, versions.length > 1 ? '全部版本' : '全部'), [...versions].reverse().map(({version, tag}) => el('option', {value: version}, `第 ${version} 版${tag ? `（${tag}）` : ''}`)));
  select.value = now;
  return el('label', {class: 'ob-picked'}, '版本 ', select);
}

function measureChoice(now, choose) {
  const select = el('select', {id: 'ob-measure', on: {change: () => choose(select.value)}}, Object.entries(MEASURES).map(([code, [label]]) => el('option', {value: code}, label)));
  select.value = now;
  return el('label', {class: 'ob-picked'}, '热力图 ', select);
}

/** 1 to 5, by the logarithm of a value against the largest. */
const level = (value, largest) => Math.max(1, Math.ceil(LEVELS * Math.log1p(value) / Math.log1p(largest)));

const FRAMES = ['subProcess', 'transaction'];

function valued({elements}, measure) {
  const [, read, write] = MEASURES[measure];
  return elements.filter(({type}) => !FRAMES.includes(type)).map(element => ({element, value: read(element), write})).filter(({value}) => value > 0);
}

function marks(figures, measure) {
  const all = valued(figures, measure);
  const largest = Math.max(...all.map(({value}) => value));
  return all.map(({element, value, write}) => ({id: element.id, kinds: [`ob-heat${level(value, largest)}`], badges: [
    {node: el('span', {class: 'ob-mark heat'}, measure === 'count' || measure === 'failed' ? String(value) : write(value)), position: {top: -13, left: -6}},
    element.passes.running > 0 && {node: el('span', {class: 'ob-mark running', title: `现在有 ${element.passes.running} 个停在这里`}, `● ${element.passes.running}`), position: {bottom: 10, left: -6}},
  ].filter(Boolean)}));
}

function legend(figures, measure) {
  const values = valued(figures, measure).map(({value}) => value);
  if (!values.length) return '没有数据';
  const [, , write] = MEASURES[measure];
  return [write(Math.min(...values)), Array.from({length: LEVELS}, (nothing, i) => el('i', {class: `ob-heat${i + 1}`, 'aria-hidden': 'true'})), write(Math.max(...values)), '　●：现在停在这里的数量'];
}
