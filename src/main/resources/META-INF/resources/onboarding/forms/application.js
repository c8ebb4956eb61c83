// Filling in an application: the start form, and the same form again for corrections.

import {button, el, link, notice, section, show} from '/onboarding/dom.js';
import {channels, get, post} from '/onboarding/api.js';
import {Choice} from '/onboarding/decision.js';
import {Draft, guardLeaving} from '/onboarding/draft.js';
import {Editor, allFields} from '/onboarding/fields.js';
import {backToList, busy, onComplete, opened, sayProblem, task} from '/onboarding/task.js';
import {withdrawApplication} from '/onboarding/withdrawal.js';
import {entered, history, papersByField, remarksByField} from '/onboarding/application-view.js';

/** 申请账户: the start form of a channel's procedure. */
export function apply(camForm, channel) {
  let filling = null;
  onComplete(camForm, () => {
    if (!filling) throw new Error('请先选择继续填写哪一份草稿，或者新建申请。');
    return filling.submitted();
  });
  opened(camForm, async place => {
    show(place, busy());
    const catalogue = await get(`/api/applications/catalogue/${channel}`);
    const {[channel]: name} = await channels();
    const begin = async no => {
      show(place, busy());
      const application = no ? await get(`/api/applications/${no}`) : {channel};
      filling = new Filling(camForm, catalogue, application, () => begin(filling.draft.no));
      show(place, intro(name), filling.node);
    };
    const drafts = await unfinished(channel);
    if (drafts.length) show(place, choose(drafts, name, begin));
    else await begin(null);
  });
}

/** A procedure whose application is filled in along the way: to begin, only its number is needed. */
export function start(camForm, channel) {
  opened(camForm, async place => {
    show(place, busy());
    const {[channel]: name} = await channels();
    const {stages} = await get(`/api/applications/catalogue/${channel}`);
    const drafts = await unfinished(channel);
    const which = new Choice([...drafts.map(({no, merchantName}) => [no, `接着办理 ${no}`, merchantName]), [NEW, '新建申请', '同一家公司可以接入多个账户，各走一遍流程。']]);
    let created = null;
    onComplete(camForm, async () => {
      const chosen = drafts.length ? which.made() : NEW;
      if (chosen === NEW) created ??= (await post('/api/applications', {channel})).no;
      return chosen && {applicationNo: chosen === NEW ? created : chosen};
    });
    show(place, notice('info', `开始${name}渠道接入`, '按右下方的“启动”得到申请编号。资料分几步填写，每一步都会出现在任务列表里：',
        el('ol', {}, stages.map(({label}) => el('li', {}, label))), '内容随填随存，关掉窗口也不会丢。'),
        drafts.length > 0 && section('申请', which.node));
  });
}

const NEW = 'new';

/** One stage of an application: to be filled in, or to be corrected after somebody found fault with it. */
export function stage(camForm) {
  opened(camForm, async place => {
    const load = async () => {
      show(place, busy());
      const {applicationNo} = await task(camForm);
      const application = await get(`/api/applications/${applicationNo}`);
      const catalogue = await get(`/api/applications/${applicationNo}/catalogue`);
      const [now, before] = parted(catalogue, application);
      const filling = new Filling(camForm, now, application, load);
      onComplete(camForm, () => filling.submitted());
      show(place, what(catalogue, application), filling.node,
          application.revision > 0 && el('details', {}, el('summary', {}, '以前提交的内容'), entered(before, application), history(application)),
          el('div', {class: 'ob-actions'}, withdrawApplication(application.no, backToList)));
    };
    await load();
  });
}

/** What is to be done now, and what was submitted before and is fine. */
function parted(catalogue, application) {
  const open = group => group.stage === application.stage || group.fields.some(field => application.openFields.includes(field.key));
  return [open, group => !open(group)].map(wanted => ({...catalogue, groups: catalogue.groups.filter(wanted)}));
}

function what(catalogue, application) {
  if (CORRECTED.includes(application.state)) return corrections(catalogue, application);
  const {label, help, link: address} = catalogue.stages.find(({key}) => key === application.stage);
  const said = application.channelProgress?.state === 'ASKED' ? application.channelProgress.text : null;
  return notice('info', `请填写${label}`, said, help,
      address && el('p', {}, link(address.href, address.label, {target: '_blank', rel: 'noopener noreferrer', class: 'ob-button'})),
      '填写完整后按“完成”提交。');
}

const CORRECTED = ['RETURNED', 'CHANNEL_REFUSED'];

function intro(name) {
  return notice('info', `申请${name}收款账户`,
      '按营业执照和身份证件如实填写。内容随填随存，关掉窗口也不会丢；下次从“启动流程”进来可以接着填。',
      '填写完整后按右下方的“启动”提交，由运营公司受理。');
}

function choose(drafts, name, begin) {
  const guarded = no => begin(no).catch(problem => alert(problem.message));
  return [notice('info', `您有 ${drafts.length} 份没有提交的${name}申请`, '可以接着填写，也可以新建一份。'),
    el('ul', {class: 'ob-drafts'}, drafts.map(draft => el('li', {},
        el('div', {}, el('strong', {}, draft.no), el('small', {}, draft.state === 'DRAFT' ? draft.merchantName : '已填写完整，还没有启动')),
        button('接着填写', () => guarded(draft.no), 'primary')))),
    el('div', {class: 'ob-actions'}, button('新建申请', () => guarded(null)))];
}

/** 更正: only the fields somebody found fault with are open. */
export function correct(camForm) {
  opened(camForm, async place => {
    const load = async () => {
      show(place, busy());
      const {applicationNo} = await task(camForm);
      const application = await get(`/api/applications/${applicationNo}`);
      const catalogue = await get(`/api/applications/${application.no}/catalogue`);
      const filling = new Filling(camForm, catalogue, application, load);
      onComplete(camForm, () => filling.submitted());
      show(place, corrections(catalogue, application), filling.node,
          el('div', {class: 'ob-actions'}, withdrawApplication(application.no, backToList)));
    };
    await load();
  });
}

function corrections(catalogue, application) {
  const remarks = remarksByField(application);
  const flagged = allFields(catalogue).filter(field => remarks[field.key]);
  return notice('warn', '申请被退回，请更正后重新提交', application.state === 'CHANNEL_REFUSED' && application.channelProgress?.text,
      el('ul', {}, flagged.map(field => el('li', {}, button(field.label, () => jump(field.key), 'text'), '：', remarks[field.key]))),
      '其他内容已经锁定。更正后按“完成”重新提交。');
}

function jump(key) {
  document.querySelector(`.ob-field[data-field="${CSS.escape(key)}"]`)?.scrollIntoView({block: 'center', behavior: 'smooth'});
}

class Filling {
  constructor(camForm, catalogue, application, reload) {
    this.camForm = camForm;
    this.draft = new Draft(application);
    this.draft.onReload = reload;
    // submitted before, but the process did not begin: nothing is left to fill in
    this.editable = !application.no || application.openFields.length > 0;
    this.editor = new Editor({
      catalogue, values: this.draft.values, papers: papersByField(application), remarks: remarksByField(application),
      openFields: openFields(application, catalogue), number: () => this.draft.number(),
    }, () => this.draft.changed());
    guardLeaving(this.draft);
    this.node = el('div', {}, this.draft.node, this.editor.node);
  }

  /** Saves, checks and submits; the process gets the number only. */
  async submitted() {
    try {
      const no = await this.draft.number();
      await this.draft.save();
      if (this.editable) {
        const {fields} = await post(`/api/applications/${no}/check`);
        if (Object.keys(fields).length) return this.refused(fields);
        await post(`/api/applications/${no}/submit`);
        this.editable = false;
      }
      return {applicationNo: no};
    } catch (refusal) {
      if (!Object.keys(refusal.fields ?? {}).length) throw refusal;
      return this.refused(refusal.fields);
    }
  }

  refused(fields) {
    const elsewhere = this.editor.sayAll(fields);
    if (elsewhere.length) sayProblem(this.camForm, elsewhere.join('；'));
    return null;
  }
}

/** A draft, or what was submitted while its process did not begin. */
/** This person's applications that have no process yet. */
async function unfinished(channel) {
  const {rows} = await get('/api/applications?mine&state=DRAFT&state=SUBMITTED&size=100');
  return rows.filter(known => known.channel === channel && (known.state === 'DRAFT' || !known.started));
}

/** null when everything is open */
function openFields(application, catalogue) {
  return !application.no || application.openFields.length === allFields(catalogue).length ? null : application.openFields;
}
