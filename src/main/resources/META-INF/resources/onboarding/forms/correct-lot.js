// 处理渠道拒绝的停车场: the channel refused one lot, whose data is the operator's to correct.

import {el, facts, notice, section, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {Choice} from '/onboarding/decision.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {lotPlace, placed} from '/onboarding/lot-place.js';
import {binding, lotHeading, refusalOf} from '/onboarding/lot-panel.js';
import {Note} from '/onboarding/note.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {bindingId, lotRefusal} = await task(camForm);
    const lot = await binding(bindingId);
    const known = (await get(`/api/applications/${lot.applicationNo}/lots`)).find(({code}) => code === lot.lotCode);
    const note = new Note(bindingId, {resubmit: '这次改了什么（可不填）', ask: '请运营公司处理什么，您已经做了什么', giveUp: ''}, ['ask']);
    const choice = new Choice([
      ['resubmit', '已更正，重新提交', '用更正后的资料再次向渠道提交这个停车场。'],
      ['ask', '请运营公司处理', '名称、地址、泊位数要改，或要与渠道沟通的，由运营公司办理。'],
      ['giveUp', '放弃这个停车场', '这个停车场退出本次接入，其他停车场不受影响。'],
    ], code => note.ask(code));
    onComplete(camForm, async () => {
      const decision = choice.made();
      if (!decision) return null;
      if (decision === 'resubmit' && known?.place && !placed(known)) return choice.refuse('请先填写停车场的位置和客服电话，并点“保存位置和电话”。');
      if (!await note.kept(decision)) return choice.refuse('请写明请运营公司处理什么。');
      return {applicationNo: lot.applicationNo, correctLotDecision: decision};
    });
    show(place, lotHeading(lot), notice('bad', `${lot.channelName}没有同意这个停车场`, lotRefusal, '请核对下面的资料，更正后重新提交；其他停车场不受影响。'),
        refusalOf(lot), data(known), section('处理', choice.node, note.node));
    await keepMarks(camForm, place);
  });
}

/** What the channel was told of the lot; place and phone are changed here, the rest by the operating company. */
function data(known) {
  if (!known) return null;
  return section('停车场资料', facts([['名称', known.name], ['地址', known.address], ['泊位数', known.spaceCount]]),
      el('p', {class: 'ob-help'}, '名称、地址、泊位数由运营公司维护，要改的请选“请运营公司处理”。'),
      known.place && lotPlace(known));
}
