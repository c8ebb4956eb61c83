// One course drawn into its model, at a moment that the slider chooses; below it the same as a table.

import {badge, button, el, notice, show, table} from '/onboarding/dom.js';
import {COURSE_STATES, KINDS, elementsAt, flowsAt, kindAt, moments, steps, waitingWord} from '/onboarding/audit/course.js';
import {timeSlider} from '/onboarding/audit/time-slider.js';
import {drawing} from '/onboarding/audit/viewer.js';
import {second, span} from '/onboarding/audit/words.js';

const LONG = 60_000;

/** course: as the API tells it; model: {name, version, xml}; at: the moment, Infinity for now; moved(at); open(id): another course. */
export async function courseView(course, model, {at, moved, open}) {
  const numbered = steps(course);
  const changes = moments(course, numbered);
  const picture = await drawing(model.xml, {label: `${course.name}的流程图`, start: latest(numbered, Infinity)?.element, chosen: id => choose(id)});
  const told = el('div');
  const begin = indexAt(changes, at);
  let then = begin === changes.length - 1 ? Infinity : changes[begin].at;
  const draw = () => {
    const elements = elementsAt(course, numbered, then);
    picture.mark([...marks(elements, open), ...lines(flowsAt(course, then))]);
    show(told, stepTable(numbered, elements, then, picture, open), failureTable(course, picture, then), then === Infinity && waitTable(course, picture));
  };
  const choose = id => {
    picture.focus(id);
    told.querySelectorAll('tr').forEach(row => row.classList.toggle('ob-chosen', row.querySelector(`[data-element="${CSS.escape(id)}"]`) !== null));
  };
  draw();
  const slider = changes.length > 1 && timeSlider(changes, {begin, end: course.ended ? '结束' : '现在', change: moment => { then = moment; draw(); picture.follow(latest(numbered, then)?.element); moved(moment); }});
  return {
    node: el('div', {class: 'ob-course'}, head(course), migration(course, numbered, picture), slider, picture.node, legend(), told),
    destroy: picture.destroy,
  };
}

/** Where it was at a moment: what began last of what still went on, else of all. */
function latest(numbered, at) {
  const begun = numbered.filter(step => !step.silent && step.began <= at);
  return begun.findLast(step => kindAt(step, at) === 'running') ?? begun.at(-1);
}

/** The last change until a moment; the first one where none was yet. */
function indexAt(changes, at) {
  return at === Infinity ? changes.length - 1 : Math.max(0, changes.findLastIndex(change => change.at <= at));
}

function head(course) {
  const [word, kind] = COURSE_STATES[course.state] ?? [course.state, 'plain'];
  const until = course.ended ? Date.parse(course.ended) : Date.now();
  return el('p', {class: 'ob-course-head'}, el('strong', {}, `${course.name} 第 ${course.version} 版`), ' ', badge(word, kind),
      ` ${second(course.started)} 至 ${course.ended ? second(course.ended) : '现在'}，历时 ${span((until - Date.parse(course.started)) / 1000)}`,
      course.lotName && `，${course.lotName}（${course.lotCode}）`);
}

/** Steps that an earlier version of the model had and this one has not can only be listed. */
function migration(course, numbered, picture) {
  if (!numbered.some(step => step.definitionId !== course.definitionId)) return null;
  const gone = numbered.filter(step => !step.silent && !picture.has(step.element)).map(step => step.name || step.element);
  return notice('warn', '办理途中升级过流程模型', `图中是第 ${course.version} 版。`, gone.length ? `较早版本的步骤只列在下表：${[...new Set(gone)].join('、')}。` : null);
}

function marks(elements, open) {
  return Object.entries(elements).map(([id, element]) => {
    const kinds = [`ob-${element.kind}`, element.frame && 'ob-frame'].filter(Boolean);
    if (element.frame || (element.silent && element.kind !== 'failed')) return {id, kinds};
    const [sign, word] = KINDS[element.kind];
    const numbers = element.numbers.length > 3 ? `${element.numbers[0]}…${element.numbers.at(-1)}` : element.numbers.join(', ');
    const text = [sign, numbers, element.passages > 1 && `×${element.passages}`].filter(Boolean).join(' ');
    const state = element.kind === 'running' ? waitingWord(element.type) : word;
    const title = `${state}；经过 ${element.passages} 次${element.tries ? `，失败重试 ${element.tries} 次` : ''}`;
    return {id, kinds, badges: [
      {node: el('span', {class: `ob-mark ${element.kind}`, title}, text), position: {top: -13, left: -6}},
      element.kind === 'running' || element.kind === 'failed'
        ? {node: el('span', {class: `ob-mark ${element.kind}`}, state), position: {bottom: 10, left: -6}}
        : element.spent >= LONG && {node: el('span', {class: 'ob-mark time'}, span(element.spent / 1000)), position: {bottom: 10, left: -6}},
      element.called.length === 1 && {node: into(() => open(element.called[0])), position: {top: -13, right: 26}},
    ].filter(Boolean)};
  });
}

function into(open) {
  const way = button('↳', open, 'ob-mark ob-into');
  way.title = '看所调用的流程';
  way.setAttribute('aria-label', way.title);
  return way;
}

function lines(counts) {
  return Object.entries(counts).map(([id, count]) => ({id, kinds: ['ob-taken'], badges: count > 1 ? [{node: el('span', {class: 'ob-mark flow', title: `走过 ${count} 次`}, `×${count}`), position: 'line'}] : []}));
}

function legend() {
  return el('ul', {class: 'ob-legend', 'aria-label': '图例'},
      Object.entries(KINDS).map(([kind, [sign, word]]) => el('li', {}, el('span', {class: `ob-mark ${kind}`, 'aria-hidden': 'true'}, sign), ` ${word}`)),
      el('li', {}, el('span', {class: 'ob-line', 'aria-hidden': 'true'}), ' 走过的路线'),
      el('li', {}, '数字：第几步；×n：经过次数'));
}

function stepTable(numbered, elements, at, picture, open) {
  const rows = numbered.filter(step => !step.silent && step.began <= at);
  return el('section', {}, el('h2', {}, `经过的步骤（${rows.length}）`), table(['序号', '步骤', '状态', '开始', '结束', '用时', '办理人', ''], rows.map(step => {
    const kind = kindAt(step, at) === 'running' && elements[step.element]?.kind === 'failed' ? 'failed' : kindAt(step, at);
    const over = kindAt(step, at) !== 'running';
    return [step.number, found(step, picture), state(kind, step.type), second(step.started), over ? second(step.ended) : '—', over ? span((step.left - step.began) / 1000) : '—',
      step.whoName, step.calledId ? button('看所调用的流程', () => open(step.calledId), 'small') : el('span')];
  }), '还没有经过任何步骤。'));
}

function found(step, picture) {
  const name = step.name || step.element;
  if (!picture.has(step.element)) return el('span', {'data-element': step.element}, name);
  const find = button(name, () => picture.focus(step.element), 'text');
  find.dataset.element = step.element;
  find.title = '在图中找到';
  return find;
}

function state(kind, type) {
  const [sign, word] = KINDS[kind];
  return el('span', {class: `ob-state ${kind}`}, el('span', {'aria-hidden': 'true'}, sign), ` ${kind === 'running' ? waitingWord(type) : word}`);
}

const FAILURES = {INCIDENT: '故障', CALLED: '所调用的流程有故障', ATTEMPT: '一次失败'};

function failureTable(course, picture, at) {
  const rows = course.failures.filter(failure => Date.parse(failure.at) <= at);
  if (!rows.length) return null;
  return el('section', {}, el('h2', {}, `失败与故障（${rows.length}）`), table(['时间', '步骤', '类别', '说明', '解除'], rows.map(failure => [
    second(failure.at), picture.name(failure.activityId), FAILURES[failure.kind], failure.message,
    failure.kind === 'ATTEMPT' ? '已重试' : failure.resolved && Date.parse(failure.resolved) <= at ? second(failure.resolved) : badge('尚未解除', 'bad')]), ''));
}

function waitTable(course, picture) {
  if (!course.waits.length) return null;
  return el('section', {}, el('h2', {}, '系统接下来要做的'), table(['步骤', '做什么', '时间', '剩余次数'], course.waits.map(wait => [
    picture.name(wait.activityId), wait.timer ? '到时触发' : '自动执行', wait.due ? second(wait.due) : '尽快', wait.retries > 0 ? wait.retries : badge('不再重试', 'bad')]), ''));
}
