// 查明渠道拒绝原因: the channel refused without saying why; nobody gets an empty refusal.

import {el, facts, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {entered, heading, history} from '/onboarding/application-view.js';
import {Choice} from '/onboarding/decision.js';
import {Remarks} from '/onboarding/remarks.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const catalogue = await get(`/api/applications/${application.no}/catalogue`);
    const remarks = new Remarks(() => {});
    const reason = el('textarea', {rows: 3, maxlength: 500, placeholder: '向渠道问到的原因，会原样告诉申请人'});
    const choice = new Choice([
      ['correct', '可以更正', '在下面有问题的项目上写明原因，退给申请人更正后重新提交渠道。'],
      ['final', '渠道最终拒绝', '申请到此结束，申请人会收到原因。'],
    ]);
    onComplete(camForm, () => decided(applicationNo, choice, remarks, reason.value.trim()));
    show(place, heading(application),
        notice('warn', '渠道拒绝了申请，但没有逐项说明原因', '请联系渠道问清楚是哪一项、为什么：申请人不应当收到一个没有理由的拒绝。'),
        section('渠道的答复', facts([['渠道状态', application.channelProgress?.text]])),
        section('问明的结果', choice.node, el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '渠道给出的原因', el('i', {class: 'ob-required'}, '必填')), reason)),
        entered(catalogue, application, field => remarks.input(field)), history(application));
  });
}

async function decided(applicationNo, choice, remarks, reason) {
  const decision = choice.made();
  if (!decision) return null;
  if (!reason) return choice.refuse('请填写渠道给出的原因。');
  const lacking = decision === 'correct' ? remarks.lacking() : null;
  if (lacking) return choice.refuse(lacking);
  await post(`/api/applications/${applicationNo}/channel-reason`, {reason, remarks: decision === 'correct' ? remarks.reasons() : {}});
  return {applicationNo, findReasonDecision: decision};
}
