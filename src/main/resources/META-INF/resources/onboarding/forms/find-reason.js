// 核实渠道拒绝原因, 决定是否再次续办: a reviewer finds out what is the matter; nobody gets an empty refusal.

import {el, facts, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {heading, history} from '/onboarding/application-view.js';
import {Choice} from '/onboarding/decision.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {enteredBesidePapers} from '/onboarding/paper-pane.js';
import {Remarks} from '/onboarding/remarks.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

const REASON = {
  variable: 'findReasonDecision',
  notice: ['渠道拒绝了申请，但没有逐项说明原因', '请联系渠道问清楚是哪一项、为什么：申请人不应当收到一个没有理由的拒绝。'],
  said: '渠道给出的原因',
  placeholder: '向渠道问到的原因，会原样告诉申请人',
  choices: [
    ['correct', '可以更正', '在下面有问题的项目上写明原因，退给申请人更正后重新提交渠道。'],
    ['final', '渠道最终拒绝', '申请到此结束，申请人会收到原因。'],
  ],
};

const RENEWAL = {
  variable: 'renewalDecision',
  notice: ['签约链接两次续办后又过期了', '请先联系车场方问清楚为什么没有签约。'],
  said: '没有签约的原因',
  placeholder: '会原样告诉申请人',
  choices: [
    ['renew', '再次续办', '用原来的资料代为重新提交，审核后会有新的链接。'],
    ['correct', '退回申请表', '在下面要改的项目上写明原因，退给申请人补正，审核后重新代提交。'],
    ['giveUp', '放弃', '申请到此结束，申请人会收到原因。'],
  ],
};

export const open = camForm => asked(camForm, REASON);
export const renewal = camForm => asked(camForm, RENEWAL);

function asked(camForm, question) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const catalogue = await get(`/api/applications/${application.no}/catalogue`);
    const remarks = new Remarks(() => {});
    const reason = el('textarea', {rows: 3, maxlength: 500, placeholder: question.placeholder});
    const why = el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, question.said, el('i', {class: 'ob-required'}, '必填')), reason);
    const choice = new Choice(question.choices, code => { why.hidden = code === 'renew'; });
    onComplete(camForm, () => decided(applicationNo, question, choice, remarks, reason.value.trim()));
    show(place, heading(application), notice('warn', ...question.notice),
        section('渠道的答复', facts([['渠道状态', application.channelProgress?.text]])),
        section('问明的结果', choice.node, why),
        enteredBesidePapers(catalogue, application, field => remarks.input(field)), history(application));
    await keepMarks(camForm, place, place, application.version);
  });
}

async function decided(applicationNo, question, choice, remarks, reason) {
  const decision = choice.made();
  if (!decision) return null;
  const answer = {applicationNo, [question.variable]: decision};
  if (decision === 'renew') return answer;
  if (!reason) return choice.refuse(`请填写${question.said}。`);
  const lacking = decision === 'correct' ? remarks.lacking() : null;
  if (lacking) return choice.refuse(lacking);
  await post(`/api/applications/${applicationNo}/channel-reason`, {reason, remarks: decision === 'correct' ? remarks.reasons() : {}});
  return answer;
}
