// 处理有争议的扣款: the channel says success, but a fact it echoes is not the bill's. First the money goes back, with four
// eyes; only then is there something to decide.

import {el, notice, section, show} from '/onboarding/dom.js';
import {Choice} from '/onboarding/decision.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {binding, deductionFacts, lotHeading, refundPanel, staysOf} from '/onboarding/lot-panel.js';
import {busy, onComplete, opened, task, whileOpen} from '/onboarding/task.js';

const EVERY_SECONDS = 10;

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {bindingId} = await task(camForm);
    let lot = await binding(bindingId);
    const choice = new Choice([
      ['retest', '重新测试', '回到等待实车记录，技术方用实车重新测试。'],
      ['giveUp', '放弃这个停车场', '这个停车场退出本次接入。'],
    ]);
    onComplete(camForm, () => {
      if (mustRefund(lot)) throw new Error(`${lot.deduction.dispute.next}。渠道确认退款以后，才能重新测试或放弃。`);
      const decision = choice.made();
      return decision && {applicationNo: lot.applicationNo, disputedDecision: decision};
    });
    const money = el('div');
    const refresh = async () => {
      const before = seen(lot);
      lot = await binding(bindingId);
      if (seen(lot) !== before) draw();
    };
    const draw = () => show(money, progress(lot), deductionFacts(lot), refundPanel(lot, true, refresh), !mustRefund(lot) && section('决定', choice.node));
    draw();
    show(place, lotHeading(lot),
        notice('bad', '渠道说扣款成功，但内容与账单不符', '这样的扣款不能作为接入依据。请与渠道核对差异，把款项退还付款人，再决定下一步。'),
        money, staysOf(lot));
    await keepMarks(camForm, place, choice.node);
    whileOpen(money, EVERY_SECONDS, () => refresh().catch(() => {}));
  });
}

const mustRefund = lot => lot.deduction?.dispute && !lot.deduction.dispute.settled;

/** What the form draws anew for: never only because time went by, so that a choice is not lost. */
const seen = lot => JSON.stringify([lot.deduction?.dispute, lot.deduction?.refund]);

const STEPS = ['申请退款', '另一位主管批准', '渠道确认退款', '决定重新测试或放弃'];
const AT = {REQUESTED: 1, APPROVED: 2, SENT: 2, REFUNDED: 3};

function progress(lot) {
  const at = mustRefund(lot) ? AT[lot.deduction.refund?.state] ?? 0 : 3;
  const over = lot.deduction?.chargedAmount ? '款项已退回付款人。' : '渠道确认没有扣款，不用退款。';
  const now = mustRefund(lot) ? lot.deduction.dispute.next : `${over}请作出决定，然后按“提交”。`;
  return section('现在该做什么', el('ol', {class: 'ob-steps'}, STEPS.map((step, i) =>
      el('li', {class: i < at ? 'done' : i === at ? 'now' : null, 'aria-current': i === at ? 'step' : null}, step))), notice(at === 3 ? 'good' : 'info', null, now));
}
