// 申请接入: tick channels and lots; each channel gets an application of its own, all begin together or none.

import {badge, button, el, link, minute, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {choiceAmong} from '/onboarding/decision.js';
import {GLANCE, goOn} from '/onboarding/going-on.js';
import {neededPapers} from '/onboarding/needed-papers.js';
import {page} from '/onboarding/shell.js';
import {tell} from '/onboarding/told.js';
import {taskAddress} from '/onboarding/todos.js';
import {turnsOf} from '/onboarding/turns.js';

const NEW = 'new';
/** Of what is under way the server names no more than so many. */
const NAMED = 100;
const ACCOUNTS = {APPLYING: '申请中', ACTIVE: '已开通', LIVE: '正式接入', CLOSED: '没有开通'};

// what the browser kept of the page is not what is true now
addEventListener('pageshow', ({persisted}) => { if (persisted) location.reload(); });

page('申请接入', async (main, session) => {
  const address = new URLSearchParams(location.search);
  const known = await get(`/api/accounts/openings?${new URLSearchParams({company: address.get('company') ?? ''})}`);
  show(main, el('h1', {}, '申请接入'), company(known, address), known.obstacle && notice('bad', '不能申请', known.obstacle), new Application(known, address, session, await turnsOf(known.channels.flatMap(glance))).node);
});

/** Whoever works for several companies applies for one at a time. */
function company({company: chosen, companies}, address) {
  if (companies.length === 1) return el('p', {class: 'ob-help'}, companies[0].name);
  const select = el('select', {on: {change: () => {
    address.set('company', select.value);
    location.assign(`/accounts/apply?${address}`);
  }}}, companies.map(each => el('option', {value: each.company}, each.name)));
  select.value = chosen;
  return section('车场方', el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '为哪一家公司申请'), select));
}

class Application {
  constructor(known, address, session, turns) {
    this.known = known;
    this.session = session;
    this.turns = turns;
    this.problem = el('div');
    this.plan = el('div');
    this.channels = known.channels.map(channel => this.channel(channel, address.getAll('channel').includes(channel.code)));
    this.lots = known.lots.map(lot => this.lot(lot, address.getAll('lot').includes(lot.code)));
    this.start = button('开始申请', () => this.begin(), 'primary');
    this.node = el('div', {},
        section('选择支付渠道', el('p', {class: 'ob-help'}, '可以一次选多个，每个渠道一份申请，各有编号。“车场方资料”还空着的，先填完一份并存入资料，再申请其他渠道可以少填。'), el('div', {class: 'ob-choices'}, this.channels.map(({node}) => node))),
        section('用于哪些停车场（选填）', el('p', {class: 'ob-help'}, '账户开通后再最后确认，那时还可以改。'), this.lots.length > 8 && this.search(), this.lots.length
          ? el('div', {class: 'ob-choices'}, this.lots.map(({node}) => node))
          : el('p', {class: 'ob-empty'}, '还没有登记的停车场；可以先申请，停车场由运营公司登记。')),
        section('将要开始', this.plan), this.problem,
        el('div', {class: 'ob-actions'}, link('/accounts', '返回', {class: 'ob-button'}), this.start));
    this.arrange();
  }

  channel(channel, ticked) {
    const box = el('input', {type: 'checkbox', name: 'ob-channel', value: channel.code, checked: ticked, on: {change: () => this.arrange()}});
    const account = choiceAmong([[NEW, '新账户', '资料由“车场方资料”填好。'],
      ...channel.accounts.map(like => [like.applicationNo, `已有账户 ${like.accountNumberMasked}（申请 ${like.applicationNo}）`, described(like)])],
    () => this.arrange(), `ob-account-${channel.code}`);
    account.choose(NEW);
    const which = channel.accounts.length > 0 && el('div', {class: 'ob-where'}, account.node);
    const node = el('div', {}, el('label', {class: 'ob-choice'}, box, el('span', {}, el('strong', {}, channel.name),
        el('small', {}, channel.stages.join(' → ')), this.begun(channel))), neededPapers(channel.papers), which);
    return {...channel, box, account, which, node};
  }

  begun(channel) {
    const drafts = channel.underWay.filter(({draft}) => draft);
    const others = channel.underWay.filter(({draft}) => !draft);
    return [drafts.slice(0, GLANCE).map(draft => el('small', {class: 'ob-said'}, badge('已有草稿', 'plain'), ` ${draft.no}（${minute(draft.begunAt)} 开始） `, goOn(draft, this.turns[draft.no], this.session))),
      rest(drafts, channel, 'DRAFT', '草稿'),
      others.slice(0, GLANCE).map(({no, stateText}) => el('small', {class: 'ob-said'}, '正在办理：', link(`/applications/${no}`, `申请 ${no}`), `（${stateText}）`)),
      rest(others, channel, 'RUNNING', '正在办理的')];
  }

  lot(lot, ticked) {
    const box = el('input', {type: 'checkbox', name: 'ob-lot', value: lot.code, checked: ticked, on: {change: () => this.arrange()}});
    const said = el('span');
    const node = el('label', {class: 'ob-choice'}, box, el('span', {}, el('strong', {}, lot.name), el('small', {}, [lot.code, lot.address].join(' · ')), said));
    return {...lot, box, said, node};
  }

  search() {
    const find = el('input', {type: 'search', placeholder: '停车场名称或编号', 'aria-label': '停车场名称或编号', on: {input: () => {
      const text = find.value.trim().toLowerCase();
      this.lots.forEach(({name, code, box, node}) => { node.hidden = !box.checked && !`${name} ${code}`.toLowerCase().includes(text); });
    }}});
    return el('div', {class: 'ob-filter'}, find);
  }

  /** What is chosen, channel by channel, with the lots that are open there and those that are not. */
  wishes() {
    const lots = this.lots.filter(({box}) => box.checked);
    return this.channels.filter(({box}) => box.checked).map(channel => ({channel,
      like: channel.account.value === NEW ? null : channel.account.value,
      open: lots.filter(({obstacles}) => !obstacles[channel.code]), shut: lots.filter(({obstacles}) => obstacles[channel.code])}));
  }

  arrange() {
    const chosen = this.channels.filter(({box}) => box.checked);
    this.channels.forEach(({box, which}) => { if (which) which.hidden = !box.checked; });
    this.lots.forEach(lot => {
      const shut = chosen.filter(({code}) => lot.obstacles[code]);
      const closed = chosen.length > 0 && shut.length === chosen.length;
      if (closed) lot.box.checked = false;
      lot.box.disabled = closed;
      lot.node.classList.toggle('closed', closed);
      show(lot.said, shut.map(({code, name}) => el('small', {class: 'ob-why'}, `${name}：${lot.obstacles[code]}`)),
          chosen.filter(({code}) => lot.notes[code]).map(({code, name}) => el('small', {}, `${name}：${lot.notes[code]}`)));
    });
    show(this.problem);
    const wishes = this.wishes();
    show(this.plan, wishes.length ? el('ul', {class: 'ob-plan'}, wishes.map(planned)) : el('p', {class: 'ob-empty'}, '还没有选支付渠道。'));
    this.start.disabled = Boolean(this.known.obstacle) || !wishes.length || wishes.some(isShut);
  }

  async begin() {
    this.start.disabled = true;
    show(this.problem);
    try {
      const applications = this.wishes().map(({channel, like, open}) => ({channel: channel.code, lotCodes: open.map(({code}) => code), like}));
      const {numbers, task} = await post('/api/accounts/applications', {company: this.known.company, turn: this.known.turn, applications});
      tell(`已开始 ${numbers.length} 份申请`, numbers.join('、'), numbers.length > 1 && '一份一份填写；其余的在任务列表里。');
      location.assign(task ? taskAddress(this.session, task) : `/accounts?account-q=${numbers[0]}`);
    } catch (refusal) {
      this.start.disabled = false;
      show(this.problem, notice('bad', '没有开始', refusal.message, refusal.status === 409 && button('刷新页面', () => location.reload())));
    }
  }
}

/** Lots were chosen, and none of them is open at the channel. */
const isShut = ({open, shut}) => shut.length > 0 && !open.length;

function planned(wish) {
  const {channel, like, open, shut} = wish;
  const names = lots => lots.map(({name}) => name).join('、');
  const account = like ? `照申请 ${like} 的资料` : '新账户';
  if (isShut(wish)) return el('li', {class: 'ob-error'}, `${channel.name}：选中的停车场在这个渠道都不能申请（${names(shut)}）。请改选停车场，或不选${channel.name}。`);
  return el('li', {}, el('strong', {}, channel.name), `：${account}，${open.length ? `停车场 ${names(open)}` : '停车场以后再选'}`,
      shut.length > 0 && el('small', {class: 'ob-why'}, `不含 ${names(shut)}`));
}

/** Numbers of the drafts that are named. */
const glance = ({underWay}) => underWay.filter(({draft}) => draft).slice(0, GLANCE).map(({no}) => no);

/** What is not named, and where it is: all of them in one state at a channel. */
function rest(all, channel, state, what) {
  if (all.length <= GLANCE) return null;
  return el('small', {class: 'ob-said'}, `${what}还有 ${all.length - GLANCE} 份${all.length < NAMED ? '' : '以上'}，见`,
      link(`/accounts?${new URLSearchParams({'account-q': channel.name, 'account-state': state})}`, '收款账户'));
}

function described({channelAccount, state}) {
  const told = [ACCOUNTS[state] ?? state, channelAccount && `渠道商户号 ${channelAccount}`].filter(Boolean).join(' · ');
  const more = state === 'ACTIVE' || state === 'LIVE' ? '只是增加停车场的，请在“任务 → 申请接入”里选“增加停车场”。' : '';
  return `${told}。资料以那一份为准，其余由“车场方资料”填好；正在使用的账号不会带入。${more}`;
}
