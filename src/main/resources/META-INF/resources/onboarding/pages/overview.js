// 总览: what waits for whom, and what became of things. Asked for anew every half minute while somebody looks.

import {button, el, link, minute, notice, show, table} from '/onboarding/dom.js';
import {ifChanged} from '/onboarding/api.js';
import {bars, BLUE, forget, GREEN, ORANGE, RED} from '/onboarding/charts.js';
import {mayWork, page} from '/onboarding/shell.js';
import {incidentsOf} from '/onboarding/turns.js';

const EVERY = 30000;
const FEW = 12;
const FAILURES = 'failures';
const PERIODS = {30: '近 30 天', 90: '近 90 天', 365: '近一年'};
const PARTIES = {OURS: ['运营公司', BLUE], APPLICANT: ['车场方', ORANGE], CHANNEL: ['渠道', GREEN]};

page('总览', async (main, session) => {
  const asked = new URLSearchParams(location.search).get('days');
  const at = {days: PERIODS[asked] ? asked : '90', tag: null};
  const status = el('small', {role: 'status'});
  const trouble = el('div');
  const figures = el('div');
  const drawn = new Map();

  const load = async () => {
    const found = await ifChanged(`/api/overview?days=${at.days}`, at.tag).catch(problem => ({problem}));
    if (found.problem) {
      show(trouble, notice('warn', '数据没能更新', `${found.problem.message} 下面是上一次的数据，半分钟后再试。`));
      if (!at.tag) throw found.problem;
      return;
    }
    show(trouble);
    at.tag = found.tag;
    status.textContent = `统计于 ${minute(found.at)}，每半分钟更新`;
    if (found.body) draw(figures, found.body, drawn, session);
    figures.querySelectorAll('[data-since]').forEach(node => { node.textContent = age(node.dataset.since); });
  };
  const period = el('select', {on: {change: () => {
    Object.assign(at, {days: period.value, tag: null});
    history.replaceState(null, '', `${location.pathname}?days=${at.days}`);
    load().catch(() => {});
  }}}, Object.entries(PERIODS).map(([days, label]) => el('option', {value: days}, label)));
  period.value = at.days;

  // charts measure their place: it has to be on the page first
  show(main, el('div', {class: 'ob-overview-head'}, el('div', {}, el('h1', {}, '总览'), status), el('label', {}, '统计范围', period)), trouble, figures);
  await load();
  // what is led to by its name is drawn only now
  if (location.hash === `#${FAILURES}`) document.getElementById(FAILURES)?.scrollIntoView();
  setInterval(() => document.hidden || load().catch(() => {}), EVERY);
  document.addEventListener('visibilitychange', () => document.hidden || load().catch(() => {}));
});

/** Only what has changed is drawn anew: who reads a table keeps his place. */
function draw(figures, overview, drawn, session) {
  if (!drawn.size) {
    for (const name of ['tiles', 'who', 'passes', FAILURES, 'waiting', 'expected', 'parties', 'fields', 'failed', 'steps']) drawn.set(name, {place: el('div', {class: 'ob-section'})});
    drawn.get('tiles').place.className = '';
    drawn.get(FAILURES).place.id = FAILURES;
    for (const wide of [FAILURES, 'waiting', 'expected', 'failed', 'steps']) drawn.get(wide).place.classList.add('wide');
    const [tiles, ...sections] = [...drawn.values()].map(({place}) => place);
    show(figures, tiles, el('div', {class: 'ob-overview'}, sections));
  }
  const {now, past} = overview;
  const days = past.days;
  put(drawn, 'tiles', [now, past.firstPass, past.failedDeductions], () => tiles(now, past));
  put(drawn, 'who', now.waitingFor, () => who(now.waitingFor, days, now.failures !== null));
  put(drawn, FAILURES, now.failures?.length ? now.failures : null, () => failures(now.failures, days, session));
  put(drawn, 'waiting', now.waiting, () => waiting(now.waiting, days, session));
  put(drawn, 'expected', past.expected, () => expected(past.expected, days, session));
  put(drawn, 'passes', [past.firstPass, days], () => passes(past.firstPass, days));
  put(drawn, 'fields', [past.returnedFields, days], () => fields(past.returnedFields, days));
  put(drawn, 'parties', [past.partyTimes, days], () => parties(past.partyTimes, days));
  put(drawn, 'steps', [past.stepTimes, days], () => steps(past.stepTimes, days));
  put(drawn, 'failed', [past.failedDeductions, days], () => failed(past.failedDeductions, days));
}

/** What somebody has no business with is null, and its section hidden. */
function put(drawn, name, figures, build) {
  const section = drawn.get(name);
  const said = JSON.stringify(figures);
  if (section.said === said) return;
  section.said = said;
  const nothing = figures === null || (Array.isArray(figures) && figures[0] === null);
  section.place.hidden = nothing;
  forget(section.place);
  if (!nothing) show(section.place, build());
}

function tiles(now, past) {
  const sum = (list, what) => list.reduce((all, each) => all + each[what], 0);
  const late = sum(now.waitingFor, 'overdue');
  const decided = sum(past.firstPass ?? [], 'decided');
  return el('ul', {class: 'ob-tiles'},
      tile(sum(now.waitingFor, 'count'), '件等待办理'),
      tile(late, '件超期', late ? 'late' : null),
      past.firstPass && tile(decided ? `${percent(sum(past.firstPass, 'atOnce'), decided)}` : '—', `一次通过率（${PERIODS[past.days]}）`),
      tile(sum(past.failedDeductions, 'count'), `次扣款失败（${PERIODS[past.days]}）`));
}

const tile = (number, label, kind) => el('li', {class: kind}, el('strong', {class: 'ob-number'}, String(number)), label);

function heading(title, name, days, help) {
  return [el('div', {class: 'ob-titled'}, el('h2', {}, title), el('small', {}, link(`/api/overview/${name}.csv?days=${days}`, '下载 CSV', {download: '', 'aria-label': `下载 CSV：${title}`}))),
    help && el('p', {class: 'ob-help'}, help)];
}

/** ours: whether what of ours failed is counted, too */
function who(list, days, ours) {
  return [heading('等待谁', 'waiting-for', days, `待办任务、等待渠道答复${ours ? '、等待停车场数据和平台处理出错的步骤' : '和等待停车场数据'}，按该由谁办理合计；既可由人办结、也在等渠道答复的步骤，两边各计一次。`),
    list.length > 0 && bars({title: '等待谁：未超期与超期件数', labels: list.map(each => each.who), unit: value => `${value} 件`, series: [
      {label: '未超期', colour: BLUE, values: list.map(each => each.count - each.overdue)},
      {label: '超期', colour: RED, values: list.map(each => each.overdue)}]}),
    table(['等待谁', '件数', '其中超期', '最早等待起', '已等'], list.map(each => [each.who, each.count, late(each.overdue), minute(each.oldest), since(each.oldest)]), '现在没有等待办理的事。')];
}

function waiting(list, days, {roles}) {
  return [heading('各渠道、各步骤', 'waiting', days, '超期多的在前。中位：一半等得更久，一半更短。'),
    long(['渠道', '步骤', '等待谁', '件数', '其中超期', '最早等待起', '最久', '中位'], list, each => [each.channelName, each.step, each.who, listed(each, roles), lateOf(each, roles), minute(each.oldest), since(each.oldest), since(each.median)], '现在没有等待办理的事。')];
}

/** Nobody has a task for these: whoever finds out why, and has it tried again, does so in Cockpit. */
function failures(list, days, session) {
  const may = session.roles.includes('ops-supervisor');
  return [heading('平台处理出错', FAILURES, days, '由运营公司主管查看原因并重试，在此以前不会继续。最早的在前，最多列 100 处。'),
    long(['步骤', '停车场', '车场方', '渠道', '申请', '出错时间', '已等', ''], list, each => [each.step, each.lotName && `${each.lotName}（${each.lotCode}）`, each.merchantName, each.channelName,
      each.applicationNo && link(`/applications/${each.applicationNo}`, each.applicationNo), minute(each.since), since(each.since), may ? link(incidentsOf(session, each.instanceId), '查看出错的流程') : ''])];
}

/** One by one they stand in the list of tasks, by their due dates; what a lot's system owes stands on the board. */
function listed(each, roles) {
  if (each.owed === 'FAILURE') return link(`#${FAILURES}`, String(each.count));
  const filter = {TASK: 'all', ANSWER: 'waiting'}[each.owed];
  return filter && mayWork(roles) ? link(tasks(each, filter), String(each.count)) : each.count;
}

/** A supervisor looks after everybody's dates; in others' lists only their own group's are overdue. */
const lateOf = (each, roles) => each.overdue > 0 && each.owed === 'TASK' && roles.includes('ops-supervisor')
  ? link(tasks(each, 'overdue'), late(each.overdue)) : late(each.overdue);

const tasks = ({step, channel}, filter) => `/camunda/app/tasklist/default/?${new URLSearchParams({filter, q: step, channel})}`;

function expected(list, days, session) {
  const vendor = session.roles.every(role => role === 'lot-vendor');
  return [heading('预计正式接入', 'expected', days, '最快的 20 份申请。依据同渠道已接入的申请从同一步骤到首个停车场正式接入所用的时间，四分之一更早，四分之一更晚；不足 5 份时不预计。'),
    table(['申请编号', '车场方', '渠道', '当前步骤', '预计', '多在此期间', '依据'], list.map(each => [
      vendor ? each.applicationNo : link(`/applications/${each.applicationNo}`, each.applicationNo), each.companyName, each.channelName, each.step, el('strong', {}, dayOf(each.median)), `${dayOf(each.early)} 至 ${dayOf(each.late)}`, `${each.cases} 份申请`]), '还没有可以预计的申请。')];
}

function passes(list, days) {
  return [heading('一次通过率', 'first-pass', days, '已受理或已拒绝的申请中，从未退回就受理的。'),
    list.length > 0 && bars({title: '一次通过率', labels: list.map(each => each.channelName), most: 100, unit: value => `${value}%`,
      series: [{label: '一次通过', colour: GREEN, values: list.map(each => Math.round(each.atOnce * 1000 / each.decided) / 10)}]}),
    table(['渠道', '一次通过率', '审结申请', '一次通过', '拒绝'], list.map(each => [each.channelName, percent(each.atOnce, each.decided), each.decided, each.atOnce, each.refused]), `${PERIODS[days]}没有审结的申请。`)];
}

function fields(list, days) {
  const most = list.slice(0, 10);
  return [heading('退回最多的字段', 'returned-fields', days),
    most.length > 0 && bars({title: '退回最多的字段', labels: most.map(each => `${each.field}（${each.channelName}）`), unit: value => `${value} 次`, series: [
      {label: '运营公司退回', colour: BLUE, values: most.map(each => each.byReviewers)},
      {label: '渠道退回', colour: GREEN, values: most.map(each => each.byChannel)}]}),
    long(['字段', '渠道', '运营公司退回', '渠道退回'], list, each => [each.field, each.channelName, each.byReviewers, each.byChannel], `${PERIODS[days]}没有退回的字段。`)];
}

function parties(list, days) {
  const names = [...new Set(list.map(each => each.channelName))];
  const share = (party, name) => list.find(each => each.party === party && each.channelName === name)?.percent ?? 0;
  return [heading('时间花在谁那里', 'party-times', days, '已办结步骤的用时累计；同时进行的步骤分别计算。'),
    names.length > 0 && bars({title: '各方用时占比', labels: names, most: 100, unit: value => `${value}%`,
      series: Object.entries(PARTIES).map(([party, [label, colour]]) => ({label, colour, values: names.map(name => share(party, name))}))}),
    table(['渠道', '用时方', '占比', '累计用时'], list.map(each => [each.channelName, each.partyName, `${each.percent}%`, span(each.sumMillis)]), `${PERIODS[days]}没有办结的步骤。`)];
}

function steps(list, days) {
  return [heading('各步骤用时', 'step-times', days, '只计办结的；中位：一半更快，一半更慢；九成：十次里九次不超过。'),
    long(['渠道', '步骤', '用时方', '办结次数', '中位', '九成', '累计'], list, each => [each.channelName, each.step, each.partyName, each.passes, span(each.medianMillis), span(each.p90Millis), span(each.sumMillis)], `${PERIODS[days]}没有办结的步骤。`)];
}

function failed(list, days) {
  return [heading('扣款失败原因', 'failed-deductions', days),
    table(['渠道', '原因', '渠道代码', '次数', '最近一次'], list.map(each => [each.channelName, each.reason || '渠道没有说明原因', each.code, each.count, minute(each.last)]), `${PERIODS[days]}没有失败的扣款。`)];
}

/** A table of which the first lines are shown, until somebody wants all. */
function long(heads, list, row, empty) {
  const place = el('div');
  const some = () => show(place, table(heads, list.slice(0, FEW).map(row), empty),
      list.length > FEW && button(`显示全部 ${list.length} 行`, all, 'small'));
  const all = () => show(place, table(heads, list.map(row), empty));
  some();
  return place;
}

const late = count => el('span', {class: count ? 'ob-late' : null}, String(count));
const percent = (part, all) => `${Math.round(part * 1000 / all) / 10}%`;
const dayOf = instant => minute(instant).slice(0, 10);
const since = instant => el('span', {'data-since': instant}, age(instant));
const age = instant => span(Date.now() - new Date(instant).getTime());

/** 3 天 4 小时, 2 小时 5 分, 12 分 */
function span(millis) {
  const minutes = Math.max(0, Math.round(millis / 60000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor(minutes % 1440 / 60);
  if (days) return `${days} 天${hours ? ` ${hours} 小时` : ''}`;
  if (hours) return `${hours} 小时${minutes % 60 ? ` ${minutes % 60} 分` : ''}`;
  return minutes ? `${minutes} 分` : '不到 1 分';
}
