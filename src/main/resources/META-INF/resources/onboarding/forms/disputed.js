// 处理有争议的扣款: the channel says success, but a fact it echoes is not the bill's.

import {notice, section, show} from '/onboarding/dom.js';
import {Choice} from '/onboarding/decision.js';
import {binding, deductionFacts, lotHeading, refundPanel, staysOf} from '/onboarding/lot-panel.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const lot = await binding((await task(camForm)).bindingId);
    const choice = new Choice([
      ['retest', '退款后重新测试', '回到等待实车记录，技术方用实车重新测试。'],
      ['giveUp', '放弃这个停车场', '这个停车场退出本次接入。'],
    ]);
    onComplete(camForm, () => {
      const decision = choice.made();
      return decision && {applicationNo: lot.applicationNo, disputedDecision: decision};
    });
    show(place, lotHeading(lot),
        notice('bad', '渠道说扣款成功，但内容与账单不符', '这样的扣款不能作为接入依据。请与渠道核对差异，把款项退还付款人，再决定下一步。'),
        deductionFacts(lot), refundPanel(lot), section('决定', choice.node), staysOf(lot));
  });
}
