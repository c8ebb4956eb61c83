// 登记签约入网结果: the bank has no interface; the operating company records what it answered in writing.

import {el, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {allowRevealing, heading, history} from '/onboarding/application-view.js';
import {Choice} from '/onboarding/decision.js';
import {Inputs, text} from '/onboarding/inputs.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {enteredBesidePapers} from '/onboarding/paper-pane.js';
import {paperInput} from '/onboarding/papers.js';
import {Remarks} from '/onboarding/remarks.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';
import {visitHistory} from '/onboarding/visits-view.js';

const PROOF = {key: 'signingResult', label: '签约入网凭证'};

export function open(camForm) {
  allowRevealing();
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo} = await task(camForm);
    const [application, visits, {paper}] = await Promise.all([get(`/api/applications/${applicationNo}`),
      get(`/api/applications/${applicationNo}/appointment`), get(`/api/applications/${applicationNo}/signing-result`)]);
    const catalogue = await get(`/api/applications/catalogue/${application.channel}`);
    const remarks = new Remarks(() => {});
    const result = new Result(applicationNo, paper, remarks);
    onComplete(camForm, () => result.decided());
    show(place, heading(application),
        notice('info', '对方没有接口，请登记书面结果', '资料已经代交。收到对方的书面结果后在这里登记；登记签约入网成功，账户即开通，车场方就可以配置停车场。'),
        section('对方的答复', result.node), visitHistory(visits),
        enteredBesidePapers(catalogue, application, field => remarks.input(field)), history(application));
    await keepMarks(camForm, place, place, application.version);
  });
}

class Result {
  constructor(no, paper, remarks) {
    this.no = no;
    this.remarks = remarks;
    this.papers = paper ? [paper] : [];
    this.account = new Inputs({channelAccount: {label: '渠道商户号', node: text({maxlength: 32}), help: '对方为这个商户分配的编号，照书面结果逐位填写。'}});
    this.reason = new Inputs({reason: {label: '对方拒绝的原因', wide: true, node: el('textarea', {rows: 3, maxlength: 500}), help: '会原样告诉申请人。可以更正的，请在下面有问题的项目上勾选并写明怎样改；没有对应项目的不用勾选，下一步再判断。'}});
    this.opened = el('div', {hidden: true}, this.account.node);
    this.refused = el('div', {hidden: true}, this.reason.node);
    this.choice = new Choice([
      ['opened', '签约入网成功', '账户已开通，填写商户号并上传书面凭证。'],
      ['refused', '对方拒绝', '写明原因；能更正的退给车场方更正后重新提交。'],
    ], code => {
      this.opened.hidden = code !== 'opened';
      this.refused.hidden = code !== 'refused';
    });
    this.node = el('div', {}, this.choice.node, this.opened, this.refused,
        el('div', {class: 'ob-field wide'}, el('span', {class: 'ob-label'}, PROOF.label), paperInput(PROOF, this.papers, async () => no, () => { this.choice.problem.hidden = true; }, 'step-documents'),
            el('p', {class: 'ob-help'}, '对方盖章的入网通知或答复的照片；签约成功时必须上传。')));
  }

  async decided() {
    const decision = this.choice.made();
    if (!decision) return null;
    if (decision === 'opened' && !this.papers.length) return this.choice.refuse('请先上传签约入网凭证的照片。');
    const silent = decision === 'refused' && !this.remarks.empty() ? this.remarks.lacking() : null;
    if (silent) return this.choice.refuse(silent);
    try {
      await post(`/api/applications/${this.no}/signing-result`, {decision, ...this.account.values(), ...this.reason.values(),
        remarks: decision === 'refused' ? this.remarks.reasons() : {}});
    } catch (refusal) {
      const elsewhere = (decision === 'opened' ? this.account : this.reason).sayAll(refusal.fields ?? {});
      if (elsewhere.length || !Object.keys(refusal.fields ?? {}).length) return this.choice.refuse(elsewhere.join('；') || refusal.message);
      return null;
    }
    return {applicationNo: this.no, resultDecision: decision};
  }
}
