// 处理超期: what is overdue, since when and whom it waits for; and what a supervisor does about it.

import {dayInput} from '/onboarding/dates.js';
import {el, facts, link, moment, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {Choice} from '/onboarding/decision.js';
import {Inputs} from '/onboarding/inputs.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {backToList, busy, gone, onComplete, opened, task, whileOpen} from '/onboarding/task.js';

const EVERY_SECONDS = 10;
const LACKING = {until: '请填写新的期限。', to: '请选择转交给谁。', word: '请写一句原因或交代，对方会在任务旁和邮件里看到。', reason: '请填写撤回原因。'};

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const [{applicationNo, channelName, lotName}, overdue] = await Promise.all([task(camForm), get(`/api/tasks/${camForm.taskId}/overdue`)]);
    const inputs = fields(overdue);
    const more = el('div');
    const choice = new Choice(options(overdue), code => show(more, inputs[code]?.node));
    onComplete(camForm, () => decided(camForm, applicationNo, choice, inputs));
    show(place, heading(overdue), section('超期的步骤', facts([
      ['步骤', overdue.name], ['渠道', channelName], lotName && ['停车场', lotName],
      ['申请', link(`/applications/${applicationNo}`, applicationNo, {target: '_blank'})],
      overdue.bindingId && ['停车场页面', link(`/lots/${overdue.bindingId}`, '查看停车场', {target: '_blank'})],
      ['超期起', moment(overdue.since)], ['在等谁', overdue.waitsFor || '对方答复']])),
    section('怎样处理', choice.node, more));
    await keepMarks(camForm, place);
    whileOpen(place, EVERY_SECONDS, () => leaveWhenOver(camForm, place).catch(() => {}));
  });
}

function heading({name, level, nextDays}) {
  const again = `处理以后仍没有办完的，${nextDays} 个工作日后（延长期限的，到新期限时）再次上报。那一步办完，这个任务自动结束。`;
  return level > 1
    ? notice('bad', `“${name}”第 ${level} 次上报`, '上次上报以后仍没有办完。', again)
    : notice('warn', `“${name}”已经超期`, again);
}

function options({task: hasTask, withdrawable, bindingId}) {
  return [
    ['remind', '再次提醒', hasTask ? '发邮件给要办理的人。' : '发邮件给负责催办的人。'],
    ['extend', '延长期限', '到新的期限还没有办完，再上报给您。'],
    hasTask && ['handOver', '转交他人', '把任务交给另一个能办理的人，并发邮件告诉他。'],
    withdrawable && (bindingId
      ? ['withdraw', '撤回这个停车场', '只停止这一个停车场的接入。如果正在扣款，会先等扣款有了结果再关闭。']
      : ['withdraw', '撤回整个申请', '还没有接入的停车场全部停止接入，渠道会收到通知；已经正式接入的停车场不受影响。']),
  ].filter(Boolean);
}

function fields({colleagues}) {
  return {
    extend: new Inputs({until: {label: '新的期限', node: dayInput(), help: '到这一天下班为止。'}}),
    handOver: new Inputs({to: {label: '转交给', node: el('select', {}, el('option', {value: ''}, '请选择'),
        colleagues.map(({userId, name, away}) => el('option', {value: userId}, `${name}（${userId}）${away ? `，${away}` : ''}`)))},
    word: {label: '原因或交代', node: el('textarea', {rows: 2, maxlength: 200, placeholder: '例如：请今天先打电话核实'}), wide: true}}),
    withdraw: new Inputs({reason: {label: '撤回原因', node: el('textarea', {rows: 3, maxlength: 200, placeholder: '例如：车场方长期没有回应'}), wide: true}}),
  };
}

async function decided(camForm, applicationNo, choice, inputs) {
  const decision = choice.made();
  if (!decision) return null;
  const values = inputs[decision]?.values() ?? {};
  const missing = Object.keys(values).find(key => !values[key]);
  if (missing) {
    inputs[decision].sayAll({[missing]: LACKING[missing]});
    return null;
  }
  try {
    const {word, ...others} = values;
    await post(`/api/tasks/${camForm.taskId}/overdue`, {decision, ...others, ...(word && {reason: word})});
  } catch (refusal) {
    // each of these choices takes one thing first, which is what is wrong
    if (refusal.status !== 409 || !inputs[decision]) throw refusal;
    inputs[decision].sayAll({[Object.keys(values)[0]]: refusal.message});
    return null;
  }
  return {applicationNo, overdueDecision: decision};
}

async function leaveWhenOver(camForm, place) {
  if (!await gone(camForm)) return;
  show(place, notice('good', '这个任务已经结束', '超期的步骤已经办完，或者约定了新的日期。'));
  setTimeout(backToList, 3000);
}
