// 受理: the reviewer reads everything, remarks on fields, confirms warnings and decides.

import {badge, button, el, link, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {allFields} from '/onboarding/fields.js';
import {allowRevealing, changed, heading, history} from '/onboarding/application-view.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {lead} from '/onboarding/keyboard.js';
import {enteredBesidePapers} from '/onboarding/paper-pane.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';
import {Remarks} from '/onboarding/remarks.js';

// what a yes is called and means is the model's word
const OTHERWISE = [
  ['return', '退回更正', '在有问题的项目上勾选“有问题”并写明原因，申请人只能改这些项目。'],
  ['refuse', '不予受理', '申请到此结束，申请人会收到原因。'],
];

export function open(camForm) {
  allowRevealing();
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo, words} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const [catalogue, accepted] = await Promise.all([get(`/api/applications/${application.no}/catalogue`), get(`/api/applications/${application.no}/accepted`).catch(() => ({}))]);
    const review = new Review(catalogue, application, words.accept, accepted);
    onComplete(camForm, () => review.decided());
    show(place, review.node);
    await keepMarks(camForm, place, review.node, application.version);
  });
}

/** What was checked once already, in another application of the company. */
function same(no) {
  return no && el('p', {class: 'ob-same'}, '与已受理申请 ', link(`/applications/${no}`, no, {target: '_blank', rel: 'noopener'}), ' 一致');
}

class Review {
  constructor(catalogue, application, [accept, meaning], accepted) {
    this.application = application;
    this.accept = accept;
    this.warnings = Object.entries(application.warnings ?? {});
    this.unchanged = new Map((application.unchanged ?? []).map(one => [one.key, one]));
    this.opened = new Map((application.opened ?? []).map(one => [one.key, one]));
    this.remarks = new Remarks(() => this.choose('return'));
    this.confirmed = new Set();
    this.labels = Object.fromEntries(allFields(catalogue).map(field => [field.key, field.label]));
    this.reason = el('textarea', {rows: 3, maxlength: 500, placeholder: '会原样告诉申请人'});
    this.problem = el('div');
    this.radios = [['accept', accept, meaning], ...OTHERWISE].map(([code, label, help]) => {
      const radio = el('input', {type: 'radio', name: 'ob-decision', value: code, on: {change: () => this.choose(code)}});
      return {code, radio, node: el('label', {class: 'ob-choice'}, radio, el('span', {}, el('strong', {}, label), el('small', {}, help)))};
    });
    this.reasonRow = el('label', {class: 'ob-field', hidden: true}, el('span', {class: 'ob-label'}, '不予受理的原因', el('i', {class: 'ob-required'}, '必填')), this.reason);
    this.node = el('div', {}, heading(application), this.unchangedList(), this.openedList(), changed(application), this.warningList(),
        enteredBesidePapers(catalogue, application, field => [same(accepted[field.key]), this.told(field), this.remarks.input(field)]), history(application),
        section('决定', el('div', {class: 'ob-choices', role: 'radiogroup', 'aria-label': '决定'}, this.radios.map(radio => radio.node)), this.reasonRow, this.problem));
  }

  /** What the reviewer should know of a field before judging it. */
  told(field) {
    const doubt = this.application.warnings?.[field.key];
    const said = this.application.explanations?.[field.key];
    return [this.unchanged.has(field.key) && badge('退回后没有改动', 'bad'), this.opened.has(field.key) && badge('申请人另外打开', 'wait'),
      doubt && el('div', {class: 'ob-doubt'}, el('p', {}, `${doubt}。`), said && el('p', {class: 'ob-said'}, `申请人说明：${said}`), this.asReason(field.key, doubt))];
  }

  /** A doubt, or a reason of before, becomes the reason by one click. */
  asReason(key, sentence, words = '作为退回原因') {
    if (!this.labels[key]) return null;
    const take = button(words, () => this.remarks.say(key, sentence), 'small');
    take.setAttribute('aria-label', `${words}：${this.labels[key]}`);
    return take;
  }

  unchangedList() {
    if (!this.unchanged.size) return null;
    return notice('warn', '有问题的项目，申请人没有改动', el('ul', {class: 'ob-plain'}, [...this.unchanged.values()].map(({key, label, reasons, answer}) => el('li', {},
        el('strong', {}, label), `：上次退回“${reasons.join('；')}”`, el('p', {class: 'ob-said'}, answer ? `申请人说明：${answer}` : '申请人没有说明'),
        this.asReason(key, reasons.join('；'), '再次退回')))));
  }

  openedList() {
    if (!this.opened.size) return null;
    return notice('info', '申请人另外打开的项目', el('ul', {}, [...this.opened.values()].map(({label, why, by}) => el('li', {}, el('strong', {}, label), `：${why}（${by}）`))));
  }

  warningList() {
    if (!this.warnings.length) return null;
    return notice('warn', `请核实以下疑点，${this.accept}前逐项确认`, this.warnings.map(([key, message]) => {
      const box = el('input', {type: 'checkbox', on: {change: () => (box.checked ? this.confirmed.add(key) : this.confirmed.delete(key))}});
      const said = this.application.explanations?.[key];
      return el('div', {class: 'ob-doubted'}, el('label', {class: 'ob-check'}, box, el('span', {}, `${this.labels[key] ?? key}：${message}（已核实，没有问题）`,
          said && el('small', {class: 'ob-said'}, `申请人说明：${said}`))), this.asReason(key, message));
    }));
  }

  choose(code) {
    this.decision = code;
    this.radios.forEach(({code: own, radio}) => { radio.checked = own === code; });
    this.reasonRow.hidden = code !== 'refuse';
    show(this.problem);
  }

  async decided() {
    const lacking = this.lacking();
    if (lacking) return this.refused(lacking);
    try {
      await post(`/api/applications/${this.application.no}/review`, {
        decision: this.decision, reason: this.reason.value.trim(),
        remarks: this.decision === 'return' ? this.remarks.reasons() : {}, confirmedWarnings: [...this.confirmed],
      });
    } catch (refusal) {
      const named = Object.entries(refusal.fields ?? {}).map(([key, message]) => `${this.labels[key] ?? key}：${message}`);
      return this.refused([refusal.message, ...named].join(' '));
    }
    return {applicationNo: this.application.no, reviewDecision: this.decision};
  }

  lacking() {
    if (!this.decision) return `请先选择${this.accept}、退回更正或不予受理。`;
    if (this.decision === 'return') return this.remarks.lacking();
    if (this.decision === 'refuse' && !this.reason.value.trim()) lead(this.reasonRow);
    if (this.decision === 'refuse' && !this.reason.value.trim()) return '请填写不予受理的原因。';
    if (this.decision === 'accept' && !this.remarks.empty()) return `您标出了有问题的项目：请退回更正，或取消这些标记再选“${this.accept}”。`;
    if (this.decision === 'accept' && this.confirmed.size < this.warnings.length) return '还有疑点没有确认，请在上方逐项核实。';
    return null;
  }

  refused(message) {
    show(this.problem, notice('bad', null, message));
    this.problem.scrollIntoView({block: 'center', behavior: 'smooth'});
    return null;
  }
}
