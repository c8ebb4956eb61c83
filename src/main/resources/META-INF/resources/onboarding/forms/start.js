// 申请账户: the start form of every channel's procedure. One click begins the application; it is filled in by its tasks.

import {el, link, minute, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {Choice, choiceAmong} from '/onboarding/decision.js';
import {GLANCE} from '/onboarding/going-on.js';
import {neededPapers} from '/onboarding/needed-papers.js';
import {busy, onComplete, opened} from '/onboarding/task.js';

const NEW = 'new';

// what is known of an account that the company has at the channel
const ACCOUNTS = {APPLYING: '申请中', ACTIVE: '已开通', LIVE: '已接入', CLOSED: '没有开通，可以再申请'};

export function open(camForm) {
  const prepared = prepare(camForm);
  // whoever presses at once does not have to press again
  onComplete(camForm, async () => {
    const applicationNo = await (await prepared).begin.number();
    return applicationNo && {applicationNo};
  });
  opened(camForm, async place => {
    show(place, busy());
    const {known, begin} = await prepared;
    show(place, notice('info', `申请接入${known.channelName}`, '按右下方的“开始申请”得到申请编号，接着填写：',
        el('ol', {}, known.stages.map(label => el('li', {}, label))), '内容随填随存，关掉窗口也不会丢；没办完的步骤都在任务列表里。'), begin.node);
  });
}

async function prepare(camForm) {
  const channel = (await procedure(camForm)).replace(/-onboarding$/, '');
  const [known, drafts] = await Promise.all([get(`/api/channels/${channel}/start`), unfinished(channel)]);
  return {known, begin: known.companies.length > 1 ? new OfOne(known, drafts) : new Beginning(known, drafts)};
}

/** Whoever works for several companies says first for which one it is; what is known of it comes then. */
class OfOne {
  constructor(known, drafts) {
    this.problem = el('p', {class: 'ob-error', role: 'alert'});
    this.place = el('div');
    this.asked = 0;
    const select = el('select', {id: 'ob-company', on: {change: () => this.choose(known.channel, select.value, drafts)}},
        el('option', {value: ''}, '请选择公司'), known.companies.map(({company, name}) => el('option', {value: company}, name)));
    this.node = el('div', {}, section('车场方', el('label', {class: 'ob-field', for: select.id}, el('span', {class: 'ob-label'}, '为哪一家公司申请', el('i', {class: 'ob-required'}, '必填')), select), this.problem), this.place);
  }

  async choose(channel, company, drafts) {
    const mine = ++this.asked;
    show(this.problem);
    this.begin = null;
    show(this.place, company && busy());
    if (!company) return;
    try {
      const known = await get(`/api/channels/${channel}/start?${new URLSearchParams({company})}`);
      // about a company that was chosen before
      if (mine !== this.asked) return;
      this.begin = new Beginning(known, drafts.filter(draft => draft.company === company));
      show(this.place, this.begin.node);
    } catch (refusal) {
      if (mine === this.asked) show(this.place, notice('bad', '没能载入', refusal.message));
    }
  }

  number() {
    if (this.begin) return this.begin.number();
    show(this.problem, '请选择为哪一家公司申请。');
    this.problem.scrollIntoView({block: 'center', behavior: 'smooth'});
    return null;
  }
}

class Beginning {
  constructor(known, drafts) {
    this.channel = known.channel;
    this.company = known.company;
    this.lots = new Set();
    this.which = new Choice([...drafts.map(({no, merchantName, begunAt}) => [no, `接着办理 ${no}`, `${merchantName}，${minute(begunAt)} 开始`]),
      [NEW, '新建申请', '同一家公司可以接入多个账户，各办一遍。']], code => { this.fresh.hidden = code !== NEW; }, 'ob-which');
    this.account = choiceAmong([[NEW, '新账户', '资料由“车场方资料”填好。'],
      ...known.accounts.map(account => [account.applicationNo, `已有账户 ${account.number}（申请 ${account.applicationNo}）`, described(account)])], () => {}, 'ob-account');
    if (!drafts.length) this.which.choose(NEW);
    this.account.choose(NEW);
    this.fresh = el('div', {hidden: drafts.length > 0}, section('用于哪些停车场（选填）', this.lotBoxes(known.lots)),
        known.accounts.length > 0 && section('收款账户', this.account.node));
    this.node = el('div', {}, neededPapers(known.papers, true), begunAlready(known.underWay), drafts.length > 0 && section('申请', this.which.node), this.fresh);
  }

  lotBoxes(lots) {
    if (!lots.length) return el('p', {class: 'ob-empty'}, '还没有登记的停车场；可以先申请，停车场由运营公司登记。');
    return el('div', {}, el('div', {class: 'ob-choices'}, lots.map(({code, name, obstacles, notes}) => el('label', {class: `ob-choice ${obstacles[this.channel] ? 'closed' : ''}`},
        el('input', {type: 'checkbox', name: 'ob-lot', value: code, disabled: Boolean(obstacles[this.channel]), on: {change: ({target}) => this.lots[target.checked ? 'add' : 'delete'](code)}}),
        el('span', {}, el('strong', {}, name), el('small', {}, code),
            obstacles[this.channel] && el('small', {class: 'ob-why'}, obstacles[this.channel]), notes[this.channel] && el('small', {}, notes[this.channel]))))), el('p', {class: 'ob-help'}, '账户开通后再最后确认，那时还可以改。'));
  }

  /** The application's number; a second press begins no second one. */
  async number() {
    const draft = this.which.made();
    if (draft !== NEW) return draft;
    const like = this.account.made();
    this.created ??= (await post('/api/applications', {channel: this.channel, company: this.company, lotCodes: [...this.lots], like: like === NEW ? null : like})).no;
    return this.created;
  }
}

/** Drafts that are filled in by a task: to begin another one is allowed, and said. */
function begunAlready(underWay) {
  const drafts = underWay.filter(({draft, state}) => draft && state !== 'DRAFT');
  return drafts.length > 0 && notice('warn', '已有草稿，继续填写？', el('p', {}, drafts.slice(0, GLANCE).map(({no, begunAt}, i) => [i > 0 && '、',
      link(`/applications/${no}`, no), `（${minute(begunAt)} 开始）`]), drafts.length > GLANCE && ` 等 ${drafts.length} 份`, '。在任务列表里接着填写，或在', link('/accounts?account-state=DRAFT', '收款账户'), '里继续或丢弃；也可以再申请一个账户。'));
}

function described({channelAccount, state}) {
  const told = [ACCOUNTS[state] ?? state, channelAccount && `渠道商户号 ${channelAccount}`].filter(Boolean).join(' · ');
  const more = state === 'ACTIVE' || state === 'LIVE' ? '只是增加停车场的，请选“申请接入 → 增加停车场”。' : '';
  return `${told}。资料以那一份为准，其余由“车场方资料”填好；正在使用的账号不会带入。${more}`;
}

/** Key of the process that is to be started. */
function procedure(camForm) {
  return new Promise((resolve, reject) => {
    camForm.client.resource('process-definition').get(camForm.processDefinitionId, (problem, {key} = {}) => (problem ? reject(problem) : resolve(key)));
  });
}

/** This person's applications that have no process yet. */
async function unfinished(channel) {
  const {rows} = await get('/api/applications?mine&state=DRAFT&state=SUBMITTED&size=100');
  return rows.filter(known => known.channel === channel && !known.started);
}
