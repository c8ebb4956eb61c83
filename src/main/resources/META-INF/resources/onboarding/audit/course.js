// What a process instance went through, as it stood at any moment of its life. Times are milliseconds here.

/** Elements that only lead on, or only hold others: they are marked, but no step of the story. */
const SILENT = ['exclusiveGateway', 'parallelGateway', 'eventBasedGateway', 'inclusiveGateway', 'multiInstanceBody'];
const FRAMES = ['subProcess', 'transaction'];

/** What a passage or an element is in: sign, word, and the words that a waiting one has by its type. */
export const KINDS = {
  failed: ['！', '故障'],
  running: ['●', '进行中'],
  done: ['✓', '已完成'],
  cancelled: ['✕', '已取消'],
};

const WAITING = {
  userTask: '等待办理',
  receiveTask: '等待中',
  intermediateMessageCatch: '等待中',
  intermediateTimer: '等待到时',
  callActivity: '所调用的流程进行中',
  eventBasedGateway: '等待中',
};

export const COURSE_STATES = {
  ACTIVE: ['进行中', 'wait'],
  SUSPENDED: ['已挂起', 'bad'],
  COMPLETED: ['已结束', 'good'],
  EXTERNALLY_TERMINATED: ['被终止', 'plain'],
  INTERNALLY_TERMINATED: ['由流程终止', 'plain'],
};

export const waitingWord = type => WAITING[type] ?? '进行中';

const ms = instant => (instant ? Date.parse(instant) : Infinity);

/** The steps that count, numbered from 1 in the order in which they began: [{number, element, began, left, …}]. */
export function steps(course) {
  let number = 0;
  return course.steps.map(step => {
    const element = step.activityId.replace('#multiInstanceBody', '');
    const holder = element !== step.activityId;
    const frame = FRAMES.includes(step.type);
    const silent = SILENT.includes(step.type) || holder || frame;
    return {...step, element, holder, frame, silent, began: ms(step.started), left: ms(step.ended), number: silent ? null : (number += 1)};
  });
}

const NOT_BEGUN = {type: '', numbers: [], called: [], passages: 0, spent: 0};

/** failed, running, done or cancelled; at: a moment, Infinity for how it is now. */
export function kindAt(step, at) {
  if (step.left > at || step.passage === 'RUNNING') return 'running';
  return step.passage === 'CANCELLED' ? 'cancelled' : 'done';
}

/**
 * Each element as it stood: {id: {kind, type, numbers, called, passages, spent, tries, frame}}. called: ids of the instances
 * that it called; spent: the time of its finished passages together; tries: attempts that failed.
 */
export function elementsAt(course, numbered, at) {
  const elements = {};
  const isOpen = ({kind, at: since, resolved}) => kind !== 'ATTEMPT' && ms(since) <= at && (!resolved || ms(resolved) > at);
  const open = new Set(course.failures.filter(isOpen).map(failure => failure.activityId));
  for (const step of numbered) {
    if (step.holder || step.began > at) continue;
    const {kind: before, numbers = [], called = [], passages = 0, spent = 0} = elements[step.element] ?? {};
    const kind = kindAt(step, at);
    elements[step.element] = {
      type: step.type,
      frame: step.frame,
      silent: step.silent,
      kind: before === 'running' ? before : kind,
      called: step.calledId ? [...called, step.calledId] : called,
      numbers: step.number ? [...numbers, step.number] : numbers,
      passages: passages + 1,
      spent: spent + (kind === 'running' ? 0 : step.left - step.began),
    };
  }
  // where the engine has stopped, or is about to go on, there may be no step yet
  for (const id of open) elements[id] = {...NOT_BEGUN, ...elements[id], kind: 'failed'};
  if (at === Infinity) {
    for (const wait of course.waits) {
      if (!wait.timer && !elements[wait.activityId]) elements[wait.activityId] = {...NOT_BEGUN, kind: 'running'};
    }
  }
  for (const failure of course.failures) {
    const element = elements[failure.activityId];
    if (element && failure.kind === 'ATTEMPT' && ms(failure.at) <= at) element.tries = (element.tries ?? 0) + 1;
  }
  return elements;
}

/** {flow: how often it was taken until then} */
export function flowsAt(course, at) {
  const counts = {};
  for (const flow of course.flows) if (ms(flow.at) <= at) counts[flow.flowId] = (counts[flow.flowId] ?? 0) + 1;
  return counts;
}

/** What happens closer together than this, in milliseconds, is one moment: the engine going on by itself. */
const TOGETHER = 20;

/** The moments at which something changed: [{at, words: ['“受理”开始', …]}]; at is when the last of them happened. */
export function moments(course, numbered) {
  const happened = [];
  const tell = (at, words) => at !== Infinity && happened.push({at, words});
  const names = Object.fromEntries(numbered.map(step => [step.element, step.name || step.element]));
  for (const step of numbered.filter(one => !one.silent)) {
    const name = names[step.element];
    if (step.left - step.began > TOGETHER) tell(step.began, `“${name}”开始`);
    tell(step.left, `“${name}”${step.passage === 'CANCELLED' ? '取消' : '完成'}`);
  }
  for (const failure of course.failures.filter(one => one.kind !== 'ATTEMPT')) {
    const name = names[failure.activityId] ?? failure.activityId;
    tell(ms(failure.at), `“${name}”发生故障`);
    tell(ms(failure.resolved), `“${name}”故障解除`);
  }
  const found = [];
  for (const {at, words} of happened.sort((a, b) => a.at - b.at)) {
    const last = found.at(-1);
    if (last && at - last.at <= TOGETHER) Object.assign(last, {at, words: [...last.words, words]});
    else found.push({at, words: [words]});
  }
  return found;
}
