// 等待联系上门签约: who comes and when; a visit that did not happen is recorded, the signing completes the task. The account is the channel's word.

import {dayInput, hourInput} from '/onboarding/dates.js';
import {button, clock, el, facts, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {heading} from '/onboarding/application-view.js';
import {checkNow, ended} from '/onboarding/check-now.js';
import {Choice} from '/onboarding/decision.js';
import {spoken} from '/onboarding/fields.js';
import {Inputs, text} from '/onboarding/inputs.js';
import {paperInput} from '/onboarding/papers.js';
import {backToList, busy, onComplete, opened, task, whileOpen} from '/onboarding/task.js';
import {visitAhead, visitHistory} from '/onboarding/visits-view.js';
import {withdrawApplication} from '/onboarding/withdrawal.js';

const PREPARE = ['营业执照原件', '公章', '法定代表人身份证件；由他人代签的，另备法定代表人签字盖章的授权书和代签人身份证件', '结算账户的开户许可证或银行出具的账户信息'];
const CONTRACT = {key: 'signedContract', label: '签约合同照片'};

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo, byHand, ...about} = await task(camForm);
    const visitor = spacedOut(about.visitor);
    const application = await get(`/api/applications/${applicationNo}`);
    const catalogue = await get(`/api/applications/catalogue/${application.channel}`);
    const state = el('div');
    const said = el('div');
    const visit = new Visit(applicationNo, visitor, byHand, await get(`/api/applications/${applicationNo}/appointment`));
    const refresh = async () => {
      if (!byHand) show(state, standing(await get(`/api/applications/${applicationNo}`)));
      await visit.reload();
    };
    onComplete(camForm, () => visit.decided());
    if (!byHand) show(state, standing(application));
    show(place, heading(application),
        notice('info', `${visitor}会联系您上门签约`.trim(), who(catalogue, application), '请准备：', el('ul', {}, PREPARE.map(thing => el('li', {}, thing))),
            ends(visitor, byHand)),
        state, said, visit.node,
        el('div', {class: 'ob-actions'}, byHand ? null : checkNow(camForm, applicationNo, said, refresh), withdrawApplication(applicationNo, backToList)));
    whileOpen(place, 20, () => ended(camForm, said).then(gone => !gone && refresh()).catch(() => {}));
  });
}

/** A channel without an interface says nothing to us: its word comes on paper. */
function ends(visitor, byHand) {
  return byHand
    ? `签好合同后，在下面上传合同照片，按“提交”。是否签约成功以${visitor}的书面结果为准，由运营公司登记。`
    : `是否签约成功以${visitor}的答复为准：答复先到，这个任务自动结束；先签好合同的，在下面上传合同照片，按“提交”。`;
}

/** A name in Latin letters stands apart from the Chinese around it. */
const spacedOut = name => (/^[A-Za-z]/.test(name) ? ` ${name} ` : name);

/** The bank that was chosen, where there was a choice. */
function who(catalogue, application) {
  const field = catalogue.groups.flatMap(group => group.fields).find(({key}) => key === 'signingBank');
  return field && `您选择的${field.label}：${spoken(field, application.values?.signingBank)}。`;
}

function standing(application) {
  return section('对方的当前状态', facts([['状态', application.channelProgress?.text], ['查询时间', clock()]]));
}

class Visit {
  constructor(no, visitor, byHand, appointment) {
    this.no = no;
    this.visitor = visitor;
    this.ahead = el('div');
    this.past = el('div');
    this.set = button('登记上门时间', () => this.agree(), 'primary');
    this.problem = el('div');
    this.inputs = new Inputs({
      date: {label: '上门日期', node: dayInput(), help: '由您最后确定，须为工作日。'},
      time: {label: '上门时间', node: hourInput()},
      contactName: {label: '对方联系人', node: text({maxlength: 30})},
      contactPhone: {label: '对方联系电话', node: text({maxlength: 32})},
    });
    this.contract = appointment.contract ? [appointment.contract] : [];
    this.upload = el('div', {hidden: true}, el('span', {class: 'ob-label'}, CONTRACT.label, el('i', {class: 'ob-required'}, '必填')),
        paperInput(CONTRACT, this.contract, async () => no, () => { this.choice.problem.hidden = true; }, 'step-documents'),
        el('p', {class: 'ob-help'}, '拍下合同的签字盖章页，签字、公章和日期清楚可辨。'));
    this.missed = button('对方没有来', () => this.away());
    this.choice = new Choice([
      ['signed', '已签约', `${visitor}来过，合同已经签好。上传合同照片；${byHand ? '账户等书面结果登记后开通。' : `账户由${visitor}开通。`}`.trim()],
    ], () => { this.upload.hidden = false; });
    this.node = el('div', {}, section('上门时间', this.ahead, this.inputs.node, this.problem, el('div', {class: 'ob-actions'}, this.set, this.missed)),
        section('结果', el('p', {class: 'ob-help'}, '对方来过、合同签好之后，选择结果并按“提交”。'), this.choice.node, this.upload), this.past);
    this.draw(appointment);
    this.propose(appointment.ahead);
  }

  draw(appointment) {
    this.appointment = appointment;
    show(this.ahead, visitAhead(appointment.ahead));
    show(this.past, visitHistory(appointment));
    this.missed.hidden = !appointment.ahead || new Date(appointment.ahead.visitAt) > new Date();
    this.set.textContent = { PROPOSED: '确认或改期', CONFIRMED: '改期', RESCHEDULED: '改期' }[appointment.ahead?.kind] ?? '登记上门时间';
  }

  /** What is agreed already, or what the channel proposes, is where typing begins. */
  propose(visit) {
    if (!visit) return;
    const at = new Date(visit.visitAt).toLocaleString('sv-SE', {timeZone: 'Asia/Shanghai'});
    const phone = visit.contact.match(/[0-9][0-9-]{5,}/)?.[0] ?? '';
    this.inputs.fill({date: at.slice(0, 10), time: at.slice(11, 16), contactName: visit.contact.replace(phone, '').replace(/[，,、（()）]/g, ' ').trim(), contactPhone: phone});
    this.proposed = visit.visitAt;
  }

  async agree() {
    this.set.disabled = true;
    show(this.problem);
    try {
      this.draw(await post(`/api/applications/${this.no}/appointment`, this.inputs.values()));
      show(this.problem, notice('good', '上门时间已登记', '有变动时可以随时改期。'));
    } catch (refusal) {
      const elsewhere = this.inputs.sayAll(refusal.fields ?? {});
      if (elsewhere.length || !Object.keys(refusal.fields ?? {}).length) show(this.problem, notice('bad', '没有登记', refusal.message));
    } finally {
      this.set.disabled = false;
    }
  }

  /** Nobody came: both sides are told, and the date is to be agreed on anew. */
  async away() {
    this.missed.disabled = true;
    show(this.problem);
    try {
      await post(`/api/applications/${this.no}/appointment/missed`, {});
      await this.reload();
      this.inputs.fill({date: '', time: ''});
      show(this.problem, notice('good', '已登记对方没有来', '运营公司已收到通知，请与对方重新约好时间，在上面登记。'));
    } catch (refusal) {
      show(this.problem, notice('bad', '没有登记', refusal.message));
    } finally {
      this.missed.disabled = false;
    }
  }

  /** News from the channel, without touching what is being typed unless it is a new proposal. */
  async reload() {
    const appointment = await get(`/api/applications/${this.no}/appointment`);
    this.draw(appointment);
    if (appointment.ahead?.kind === 'PROPOSED' && appointment.ahead.visitAt !== this.proposed) this.propose(appointment.ahead);
  }

  decided() {
    const outcome = this.choice.made();
    if (!outcome) return null;
    if (!this.contract.length) return this.choice.refuse('请先上传签好的合同照片。');
    return {applicationNo: this.no, visitOutcome: outcome};
  }
}
