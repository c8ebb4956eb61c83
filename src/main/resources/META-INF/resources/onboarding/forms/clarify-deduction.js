// 核实扣款结果: the channel never said what became of a deduction. Nobody can call it a success by hand, and when the
// channel answers after all the task ends by itself.

import {el, notice, section, show} from '/onboarding/dom.js';
import {Choice} from '/onboarding/decision.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {binding, deductionFacts, lotHeading, staysOf} from '/onboarding/lot-panel.js';
import {busy, gone, leaveEnded, onComplete, opened, task, whileOpen} from '/onboarding/task.js';

const EVERY_SECONDS = 10;

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {bindingId} = await task(camForm);
    const lot = await binding(bindingId);
    const choice = new Choice([
      ['wait', '继续等待', '重新按时间表向渠道查询，有结果后自动继续。'],
      ['abandon', '放弃这次测试', '这笔扣款不再作为依据；渠道侧若已扣款，由运营公司退款。技术方需要用实车重新测试。'],
    ]);
    onComplete(camForm, () => {
      const decision = choice.made();
      return decision && {applicationNo: lot.applicationNo, clarifyDecision: decision};
    });
    const facts = el('div', {}, deductionFacts(lot));
    show(place, lotHeading(lot),
        notice('warn', '测试扣款的结果一直未知', '系统已按时间表多次查询，渠道没有给出确定的结果。请拿商户订单号联系渠道核实。',
            '扣款成功只能由渠道的回执确认，这里不能手动改成成功。渠道一旦给出结果，任务会自动结束，按渠道的结果继续。'),
        facts, section('决定', choice.node), staysOf(lot));
    await keepMarks(camForm, place, choice.node);
    whileOpen(facts, EVERY_SECONDS, () => refresh(camForm, place, facts, bindingId).catch(() => {}));
  });
}

async function refresh(camForm, place, facts, bindingId) {
  const lot = await binding(bindingId);
  if (!await gone(camForm)) return show(facts, deductionFacts(lot));
  show(place, lotHeading(lot), notice('good', '这个任务已经结束', lot.deduction?.stateText, '系统按渠道的结果继续办理。'));
  leaveEnded(place);
}
