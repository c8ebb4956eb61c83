// 与渠道处理拒绝注册: what the operator cannot solve. In versions of the model before 2 every refusal comes here at once.

import {notice, section, show} from '/onboarding/dom.js';
import {Choice} from '/onboarding/decision.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {binding, lotHeading, refusalOf} from '/onboarding/lot-panel.js';
import {Note} from '/onboarding/note.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

const CHOICES = [
  ['resubmit', '问题已解决，重新注册', '用同一个停车场再次向渠道提交注册。'],
  ['return', '请车场方更正', '写明要改什么，退给车场方改好后重新提交。'],
  ['giveUp', '渠道不同意，放弃这个停车场', '这个停车场退出本次接入，其他停车场不受影响。'],
];

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {bindingId, lotRefusal, choices} = await task(camForm);
    const lot = await binding(bindingId);
    const note = new Note(bindingId, {return: '请车场方更正什么'}, ['return']);
    const choice = new Choice(CHOICES.filter(([code]) => choices.includes(code)), code => note.ask(code));
    onComplete(camForm, async () => {
      const decision = choice.made();
      if (!decision) return null;
      if (!await note.kept(decision)) return choice.refuse('请写明请车场方更正什么。');
      return {applicationNo: lot.applicationNo, lotRefusedDecision: decision};
    });
    show(place, lotHeading(lot), notice('bad', '渠道拒绝了这个停车场的注册', lotRefusal ?? '渠道没有给出原因，请联系渠道问明。'),
        refusalOf(lot), section('处理', choice.node, note.node));
    await keepMarks(camForm, place);
  });
}
