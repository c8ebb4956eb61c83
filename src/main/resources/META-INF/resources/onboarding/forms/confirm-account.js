// 账号验证确认: the operating company compares what the channel opened with what was applied for.

import {el, facts, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {entered, heading, history} from '/onboarding/application-view.js';
import {Choice} from '/onboarding/decision.js';
import {Remarks} from '/onboarding/remarks.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

const SAME = ['confirm', '一致', '商户号、主体名称和结算账户已核对，一致，车场方可以配置停车场。'];
// not in the first version of the model
const DIFFERENT = [
  ['correct', '不一致，退回补正', '在下面不符的项目上写明原因，退给申请人补正，受理后重新提交渠道。'],
  ['close', '不一致，终止', '已与渠道确认不再办理：申请到此结束，申请人会收到原因。'],
];

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo, submits} = await task(camForm);
    const decides = submits.includes('accountDecision');
    const application = await get(`/api/applications/${applicationNo}`);
    const catalogue = await get(`/api/applications/${application.no}/catalogue`);
    const remarks = new Remarks(() => {});
    const reason = el('textarea', {rows: 3, maxlength: 500, placeholder: '哪里不一致，会原样告诉申请人'});
    const why = el('label', {class: 'ob-field', hidden: true}, el('span', {class: 'ob-label'}, '哪里不一致', el('i', {class: 'ob-required'}, '必填')), reason);
    const choice = new Choice(decides ? [SAME, ...DIFFERENT] : [SAME], code => { why.hidden = code === 'confirm'; });
    onComplete(camForm, () => decided(applicationNo, decides, choice, remarks, reason.value.trim()));
    show(place, heading(application),
        notice('info', '渠道已开户，请核对账号', '渠道给出的商户号与申请的主体、结算账户一致，才能配置停车场。'),
        section('渠道开立的账户', facts([['渠道商户号', application.account?.channelAccount], ['结算账户', application.account?.accountNumberMasked]])),
        section('核对结果', decides ? null : notice('info', '这份申请按发起时的流程办理，这里只能确认一致', '不一致的，请先与渠道核对更正；不再办理的，请主管撤回申请。'), choice.node, why),
        entered(catalogue, application, decides ? field => remarks.input(field) : undefined), history(application));
  });
}

async function decided(applicationNo, decides, choice, remarks, reason) {
  const decision = choice.made();
  if (!decision) return null;
  if (!decides) return {applicationNo};
  if (decision === 'confirm') return {applicationNo, accountDecision: decision};
  if (!reason) return choice.refuse('请写明哪里不一致。');
  const lacking = decision === 'correct' ? remarks.lacking() : null;
  if (lacking) return choice.refuse(lacking);
  await post(`/api/applications/${applicationNo}/channel-reason`, {reason, remarks: decision === 'correct' ? remarks.reasons() : {}});
  return {applicationNo, accountDecision: decision};
}
