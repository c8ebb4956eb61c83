// 看板: every lot at every channel, in words, with what to do next.

import {badge, el, link, minute, moment, notice, show, table} from '/onboarding/dom.js';
import {channels, get} from '/onboarding/api.js';
import {pagedList, searchBox} from '/onboarding/paged-list.js';
import {page} from '/onboarding/shell.js';
import {waiting} from '/onboarding/todos.js';
import {drawTurns, turnsOf} from '/onboarding/turns.js';
import {discardDraft, mayDiscard, mayWithdraw, withdrawApplication, withdrawLot} from '/onboarding/withdrawal.js';
import {APPLICATION_STATES, BINDING_STATES, words} from '/onboarding/words.js';

page('接入看板', async (main, session) => {
  const names = await channels();
  const search = searchBox('board', '申请编号、车场方、技术方、停车场、渠道、车牌或待办步骤', ['lot', 'application']);
  const [restored, concerns, outages, open, lots, list] = await Promise.all([
    get('/api/board/restore'),
    get('/api/board/concerns'),
    get('/api/board/outages'),
    waiting(session),
    pagedList({path: '/api/board', name: 'lot', noun: '个停车场', placeholder: '停车场', search,
      states: {...connects(session) && {WAITING: '等您对接'}, ...labels(BINDING_STATES), NONE: '还没有配置'}, draw: (rows, filtered) => grid(rows, names, filtered, session)}),
    pagedList({path: '/api/applications', name: 'application', noun: '份申请', placeholder: '申请', search,
      states: labels(APPLICATION_STATES), complete: withTurns, draw: (rows, filtered) => applications(rows, filtered, session)}),
  ]);
  show(main, el('h1', {}, '接入看板'), open, search.node, restored && notice('warn', restored.title, restored.text), ...concerns.map(concern), ...outages.map(outage), lots, el('h2', {}, '申请'), list);
});

const LOT_OVER = ['LIVE', 'WITHDRAWN'];
const APPLICATION_OVER = ['DONE', 'PARTLY_DONE', 'LOTS_REFUSED', 'REFUSED', 'CHANNEL_CLOSED', 'WITHDRAWN', 'EXPIRED', 'DISCARDED', 'DRAFT'];
/** Who looks after people and the engine has no business with companies' papers. */
const seesNone = ({roles}) => roles.every(role => role === 'onboarding-admin');
const NOT_THEIRS = '车场方的停车场和申请由运营公司、审计和车场方自己查看；系统管理员管理人员和流程引擎。';
const again = () => location.reload();
const connects = ({roles}) => roles.some(role => ['lot-vendor', 'lot-operator'].includes(role));
const labels = states => Object.fromEntries(Object.entries(states).map(([code, [label]]) => [code, label]));

/** Something that a supervisor should look after. */
const concern = ({title, text, href, label}) => notice('warn', title, text, el('p', {}, link(href, label)));

/** Nobody has to do anything about it, but everybody wonders why nothing moves. */
function outage({channelName, since}) {
  return notice('warn', `${channelName}暂时没有应答`, `自 ${moment(since)} 起。系统会自动重试，恢复后自动继续，您无需操作；其他渠道不受影响。`);
}

function grid(lots, names, filtered, session) {
  const codes = Object.keys(names);
  return table(['停车场', ...Object.values(names)],
      lots.map(lot => [el('div', {}, el('strong', {}, lot.lotName), el('small', {}, `${lot.lotCode} · ${lot.merchantName}`), lot.vendorName && el('small', {}, `技术方：${lot.vendorName}`)),
        ...codes.map(code => cell(lot, code, session))]),
      filtered ? '没有符合条件的停车场。' : seesNone(session) ? NOT_THEIRS : '还没有停车场。');
}

function cell(lot, channel, session) {
  const found = lot.bindings.filter(binding => binding.channel === channel);
  const intended = lot.intended.filter(meant => meant.channel === channel);
  const taken = intended.length > 0 || found.some(({state}) => state !== 'WITHDRAWN');
  const apply = !taken && session.roles.includes('lot-operator') && el('small', {}, applyFor(lot, channel));
  if (!found.length && !intended.length) return el('div', {}, el('span', {class: 'ob-none'}, '未申请'), apply);
  // newest first: a lot that came back shows where it stands now, what was before is on its application's page
  const shown = found.filter(({state}, index) => !index || state !== 'WITHDRAWN');
  return el('div', {}, intended.map(meant => intention(meant, session)), shown.map(binding => {
    const [, kind] = words(BINDING_STATES, binding.state);
    return el('div', {class: 'ob-cell'}, badge(binding.stateText, kind), drawTurns(binding.turns, {session, place: `/lots/${binding.bindingId}`}),
        el('small', {}, link(`/lots/${binding.bindingId}`, '查看停车场'), ' · ', applicationOf(binding, session)),
        mayWithdraw(session) && !LOT_OVER.includes(binding.state) && withdrawLot(binding.bindingId, lot.lotName, again, 'small danger'));
  }), apply);
}

/** The lot is not bound yet; an application is meant for it. */
function intention(meant, session) {
  return el('div', {class: 'ob-cell'}, badge('拟接入', 'plain'), el('p', {}, meant.draft ? '草稿' : meant.stateText), drawTurns(meant.turns, {session, place: `/applications/${meant.applicationNo}`}),
      el('small', {}, applicationOf(meant, session)));
}

const applyFor = ({lotCode}, channel) => link(`/accounts/apply?${new URLSearchParams({lot: lotCode, channel})}`, '申请接入');

/** A vendor connects the lot and has no business with the company's papers. */
function applicationOf({applicationNo}, {roles}) {
  const label = `申请 ${applicationNo}`;
  return roles.every(role => role === 'lot-vendor') ? label : link(`/applications/${applicationNo}`, label);
}

async function withTurns(list) {
  const turns = await turnsOf(list.map(({no}) => no));
  return list.map(application => ({...application, turns: turns[application.no] ?? []}));
}

function applications(list, filtered, session) {
  if (!list.length && !filtered) return nothingYet(session.roles);
  return table(['申请编号', '渠道', '车场方', '状态', '开始 / 最近改动', '接下来', ''],
      list.map(application => {
        const [, kind] = words(APPLICATION_STATES, application.state);
        return [link(`/applications/${application.no}`, application.no), application.channelName, application.merchantName, badge(application.draft ? '草稿' : application.stateText, kind),
          el('div', {}, minute(application.begunAt), el('small', {}, minute(application.changedAt))), drawTurns(application.turns, {session, place: `/applications/${application.no}`}),
          mayDiscard(session, application) ? discardDraft(application, again) : mayWithdraw(session) && !APPLICATION_OVER.includes(application.state) ? withdrawApplication(application.no, again, 'small danger') : ''];
      }), '没有符合条件的申请。');
}

/** What the reader can do about it: only a parking company applies. */
function nothingYet(roles) {
  if (roles.includes('lot-operator')) return notice('info', '还没有申请', el('p', {}, '在', link('/accounts', '收款账户'), '里申请接入。'));
  if (roles.includes('lot-vendor')) {
    return notice('info', '车场方的申请开通后，您会收到任务', '任务“接口开发与对接准备”会出现在“任务”里，同时发邮件通知。在那里登记停车场系统的 accessID、公钥和测试车辆。');
  }
  if (seesNone({roles})) return notice('info', '申请不对系统管理员显示', NOT_THEIRS);
  return notice('info', '还没有申请', '车场方提交申请后显示在这里。');
}
