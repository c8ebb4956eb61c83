// 账号验证确认: the operating company compares what the channel opened with what was applied for.

import {el, facts, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {entered, heading, history} from '/onboarding/application-view.js';
import {Choice} from '/onboarding/decision.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {enteredBesidePapers} from '/onboarding/paper-pane.js';
import {Remarks} from '/onboarding/remarks.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

/** In models before version 2: there is only a yes. Forms are the deployment's, this file is everybody's. */
export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const catalogue = await get(`/api/applications/${application.no}/catalogue`);
    const box = el('input', {type: 'checkbox'});
    const problem = el('p', {class: 'ob-error', hidden: true}, '请核对后勾选。');
    box.addEventListener('change', () => { problem.hidden = box.checked; });
    onComplete(camForm, () => {
      problem.hidden = box.checked;
      problem.scrollIntoView({block: 'center'});
      return box.checked ? {applicationNo} : null;
    });
    show(place, ...compared(application),
        section('确认', el('label', {class: 'ob-check'}, box, el('span', {}, '商户号、主体名称和结算账户已核对，一致。')), problem),
        entered(catalogue, application), history(application));
    await keepMarks(camForm, place, place, application.version);
  });
}

/** Yes, or no with what does not match. */
export function check(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const catalogue = await get(`/api/applications/${application.no}/catalogue`);
    const remarks = new Remarks(() => {});
    const reason = el('textarea', {rows: 3, maxlength: 500, placeholder: '哪里不一致，会原样告诉申请人'});
    const why = el('label', {class: 'ob-field', hidden: true}, el('span', {class: 'ob-label'}, '哪里不一致', el('i', {class: 'ob-required'}, '必填')), reason);
    const choice = new Choice([
      ['confirm', '一致', '商户号、主体名称和结算账户已核对，一致，车场方可以配置停车场。'],
      ['correct', '不一致，退回补正', '在下面不符的项目上写明原因，退给申请人补正，受理后重新提交渠道。'],
      ['close', '不一致，终止', '已与渠道确认不再办理：申请到此结束，申请人会收到原因。'],
    ], code => { why.hidden = code === 'confirm'; });
    onComplete(camForm, () => decided(applicationNo, choice, remarks, reason.value.trim()));
    show(place, ...compared(application), section('核对结果', choice.node, why),
        enteredBesidePapers(catalogue, application, field => remarks.input(field)), history(application));
    await keepMarks(camForm, place, place, application.version);
  });
}

function compared(application) {
  return [heading(application),
    notice('info', '渠道已开户，请核对账号', '渠道给出的商户号与申请的主体、结算账户一致，才能配置停车场。'),
    section('渠道开立的账户', facts([['渠道商户号', application.account?.channelAccount], ['结算账户', application.account?.accountNumberMasked]]))];
}

async function decided(applicationNo, choice, remarks, reason) {
  const decision = choice.made();
  if (!decision) return null;
  if (decision === 'confirm') return {applicationNo, accountDecision: decision};
  if (!reason) return choice.refuse('请写明哪里不一致。');
  const lacking = decision === 'correct' ? remarks.lacking() : null;
  if (lacking) return choice.refuse(lacking);
  await post(`/api/applications/${applicationNo}/channel-reason`, {reason, remarks: decision === 'correct' ? remarks.reasons() : {}});
  return {applicationNo, accountDecision: decision};
}
