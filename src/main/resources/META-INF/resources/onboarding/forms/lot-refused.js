// 处理车场注册被拒: the channel refused the registration of one lot.

import {notice, section, show} from '/onboarding/dom.js';
import {Choice} from '/onboarding/decision.js';
import {binding, lotHeading} from '/onboarding/lot-panel.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {bindingId, lotRefusal} = await task(camForm);
    const lot = await binding(bindingId);
    const choice = new Choice([
      ['resubmit', '问题已解决，重新注册', '用同一个停车场再次向渠道提交注册。'],
      ['giveUp', '放弃这个停车场', '这个停车场退出本次接入，其他停车场不受影响。'],
    ]);
    onComplete(camForm, () => {
      const decision = choice.made();
      return decision && {applicationNo: lot.applicationNo, lotRefusedDecision: decision};
    });
    show(place, lotHeading(lot), notice('bad', '渠道拒绝了这个停车场的注册', lotRefusal ?? '渠道没有给出原因，请联系渠道问明。'),
        section('处理', choice.node));
  });
}
