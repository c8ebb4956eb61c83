// One lot at one channel: access key, test vehicles, interface calls, stays, diagnoses, deduction.
// The vendor's task and the lot's page show the same.

import {badge, button, clock, el, facts, givenNumber, link, moment, notice, section, show, table, yuan} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {accessKey} from '/onboarding/access-key.js';
import {messages} from '/onboarding/lot-push.js';
import {vehicles} from '/onboarding/vehicles.js';
import {whileOpen} from '/onboarding/task.js';
import {modal} from '/onboarding/withdrawal.js';
import {drawTurns} from '/onboarding/turns.js';
import {BINDING_STATES, words} from '/onboarding/words.js';

const EVERY_SECONDS = 10;
const DEDUCTION_KINDS = {SUCCEEDED: 'good', FAILED: 'bad', DISPUTED: 'bad', UNKNOWN: 'wait'};

export const binding = id => get(`/api/bindings/${id}`);

/**
 * The whole panel, filling itself from the traffic that arrives; `foot(lot)` draws what stands below it. What can be
 * done changes with the lot's state: then forms and foot are drawn anew. Returns {node, lot()}
 */
export async function lotPanel(id, session, foot = () => null) {
  let lot = await binding(id);
  const node = el('div', {class: 'ob-lot'});
  const parts = {heading: el('div'), next: el('div'), key: el('div'), vehicles: el('div'), seen: el('div'), foot: el('div')};
  const live = () => {
    show(parts.heading, lotHeading(lot));
    show(parts.next, nextStep(lot, session));
    show(parts.seen, refusalOf(lot), devices(lot), requirements(lot), calls(lot), staysOf(lot), messages(lot), diagnoses(lot), deductionFacts(lot));
  };
  // each part draws itself anew, so that nothing typed into the other is lost
  const drawn = (part, draw) => {
    const again = async () => {
      lot = await binding(id);
      live();
      show(part, draw(lot, again));
    };
    show(part, draw(lot, again));
  };
  const forms = whenever(() => [lot.state, lot.editable], () => {
    drawn(parts.key, accessKey);
    drawn(parts.vehicles, vehicles);
  });
  const below = whenever(() => [lot.state, lot.deduction?.state, lot.deduction?.refund], () => show(parts.foot, [foot(lot)]));
  const all = () => [live, forms, below].forEach(draw => draw());
  all();
  show(node, ...Object.values(parts));
  whileOpen(node, EVERY_SECONDS, async () => {
    lot = await binding(id).catch(() => lot);
    all();
  });
  return {node, lot: () => lot};
}

/** Draws when what it depends on has changed since the last time. */
function whenever(facts, draw) {
  let before;
  return () => {
    const now = JSON.stringify(facts());
    if (now !== before) draw();
    before = now;
  };
}

export function lotHeading(lot) {
  const [, kind] = words(BINDING_STATES, lot.state);
  return el('header', {class: 'ob-heading'},
      el('h2', {}, `${lot.lotName} · ${lot.channelName}`, refusedNow(lot) ? badge('渠道没有同意', 'bad') : badge(lot.stateText, kind)),
      facts([['停车场编号', lot.lotCode], ['车场方', lot.merchantName], ['申请编号', lot.applicationNo],
        ['渠道侧编号', lot.channelLotId], lot.liveAt && ['正式接入', moment(lot.liveAt)]]));
}

/** Between the channel's refusal and the next submission, whoever has to act. */
function refusedNow({state, refusal}) {
  const moves = (refusal ?? []).filter(({kind}) => kind !== 'NOTE');
  return state === 'CONFIGURED' && ['REFUSED', 'ASKED', 'RETURNED'].includes(moves.at(-1)?.kind);
}

/** session: null inside of the task itself, which is not to be opened once more */
function nextStep(lot, session) {
  const quiet = lot.turns.every(turn => !turn.mine && !turn.trouble);
  if (quiet && lot.state === 'LIVE') return notice('good', '这个停车场已经正式接入', '测试车辆不再扣测试款。');
  if (quiet && lot.state === 'WITHDRAWN') return notice('warn', '这个停车场已经撤回', lot.withdrawalReason);
  const turns = session ? lot.turns : lot.turns.map(turn => ({...turn, task: null}));
  return notice('info', '接下来', drawTurns(turns, {session}), lot.editable && steps(missing(lot)));
}

const steps = list => (list.length ? el('ol', {}, list.map(step => el('li', {}, step))) : null);

function missing(lot) {
  const checkedSoon = lot.stays.some(stay => stay.testVehicle && stay.billId && !stay.taken);
  return [
    !lot.accessKey && '登记停车场系统的 accessID 和公钥。',
    !lot.vehicles.length && '登记至少一辆车主已开通该渠道“先离场后付费”的测试车辆。',
    !lot.traffic.some(call => call.firstOkAt) && '让停车场系统开始发送心跳、入场、出场、照片和支付申请。',
    !checkedSoon && '用登记的车辆完整走一遍：入场 → 停留 → 出场 → 支付申请，用同一个 uid。系统收到后自动核对并扣款。',
  ].filter(Boolean);
}

/** What is installed in the lanes, where the channel needs it: the lot's system works with these numbers. */
function devices(lot) {
  if (!lot.devices.length) return null;
  return section('车道设备', table(['车道', '天线（RSU）序列号', 'PSAM 终端号'],
      lot.devices.map(device => [device.laneNo, el('code', {}, device.deviceSerial), el('code', {}, device.terminalNo)])));
}

/** What the channel asks of the lot's system beyond the City Brain interface. */
function requirements(lot) {
  if (!lot.requirements.length) return null;
  const channel = /[A-Za-z]$/.test(lot.channelName) ? `${lot.channelName} ` : lot.channelName;
  return section(`${channel}技术对接要求`,
      el('p', {class: 'ob-help'}, `${channel}没有公开接口规范，这里按平台与渠道的网关契约（假定）列出；根据测试车辆最近一次停车自动更新，不需要勾选。`),
      table(['要求', '是否满足', '怎样做'], lot.requirements.map(({title, text, met}) => [title, fulfilled(met), text])));
}

function fulfilled(met) {
  if (met === null) return badge('还没有收到', 'plain');
  return met ? badge('满足', 'good') : badge('不满足', 'bad');
}

/** What was said and done about the channel's refusals, oldest first. */
export function refusalOf(lot) {
  if (!lot.refusal.length) return null;
  return section('渠道拒绝的处理经过', el('ol', {class: 'ob-timeline'},
      lot.refusal.map(word => el('li', {}, el('time', {}, moment(word.at)), el('div', {}, `${word.who}：${word.text}`)))));
}

function calls(lot) {
  return section('接口调用', el('p', {class: 'ob-help'}, `根据停车场系统发来的请求自动更新，不需要勾选。最近刷新 ${clock()}`),
      facts([['接口地址', el('code', {}, `${location.origin}/api/v2/cp/接口名`)], ['联调', link(`/lots/${lot.id}/workbench`, '联调工作台：逐条请求、报文自测、示例代码、接口字段', {target: '_blank', rel: 'noopener'})]]),
      table(['接口', '是否正确', '首次正确', '最近正确', '次数', '最近的错误和提醒'],
          lot.traffic.map(call => [el('span', {title: call.call}, call.title), seen(call), moment(call.firstOkAt), moment(call.lastOkAt), call.okCount,
            el('div', {}, call.lastError && el('div', {}, `${moment(call.lastErrorAt)} ${call.lastError}`), oddity(call))]),
          '还没有收到停车场系统的任何请求。请确认地址、accessID 和签名。'));
}

/** What was odd in a request that was taken all the same. */
function oddity(call) {
  return call.lastWarning && el('div', {}, badge('提醒', 'wait'), ` ${moment(call.lastWarningAt)} ${call.lastWarning}（共 ${call.warningCount} 次，记录已收下）`);
}

function seen(call) {
  if (call.correct) return badge('正确', 'good');
  return call.lastErrorAt ? badge('有错误', 'bad') : badge('未收到', 'plain');
}

export function staysOf(lot) {
  return section('停车记录', table(['车牌', 'uid', '入场', '出场', '照片', '支付申请', '金额'],
      lot.stays.map(stay => [el('span', {}, stay.plateNo ?? '—', ' ', stay.testVehicle && badge('测试车辆', 'wait')), el('code', {}, stay.uid), moment(stay.entryTime), moment(stay.exitTime),
        `入场${stay.entryPhoto ? '有' : '无'} · 出场${stay.exitPhoto ? '有' : '无'}`, stay.billId ? (stay.taken ? '已用于测试' : '已收到') : '未收到', el('span', {class: 'ob-short'}, yuan(stay.amount))]),
      '还没有收到停车记录。'));
}

function diagnoses(lot) {
  if (!lot.diagnoses.length) return null;
  return section('诊断', lot.diagnoses.map((diagnosis, i) => el('details', {open: i === 0, class: 'ob-diagnosis'},
      el('summary', {}, `${moment(diagnosis.at)} ${diagnosis.summary}`),
      el('ul', {}, diagnosis.findings.map(finding => el('li', {}, finding.sentence))))));
}

export function deductionFacts(lot) {
  const deduction = lot.deduction;
  if (!deduction) return null;
  return section('测试扣款', facts([
    ['状态', badge(deduction.stateText, DEDUCTION_KINDS[deduction.state])], ['账单金额', yuan(deduction.amount)],
    deduction.chargedAmount !== null && ['渠道实扣', yuan(deduction.chargedAmount)], ['商户订单号', el('code', {}, deduction.outTradeNo)],
    ['渠道交易号', givenNumber(deduction.channelTradeNo, deduction.chargedAmount > 0)], ['发起', moment(deduction.sentAt)], deduction.decidedAt && ['结果', moment(deduction.decidedAt)],
    deduction.nextQueryAt && ['下次查询', moment(deduction.nextQueryAt)], deduction.reason && ['渠道的说明', deduction.reason], deduction.note && deduction.note !== deduction.reason && ['说明', deduction.note],
  ]), deduction.history.length > 0 && el('details', {}, el('summary', {}, '经过'), el('ol', {class: 'ob-timeline'},
      deduction.history.map(step => el('li', {}, el('time', {}, moment(step.at)), el('div', {}, step.text))))));
}

const REFUND_KINDS = {REFUNDED: 'good', FAILED: 'bad', DECLINED: 'bad'};

/** Refund with four eyes: one supervisor asks, another approves; others of the company and auditors only read. `changed` is called when this person moved it. */
export function refundPanel(lot, mayAct, changed = () => location.reload()) {
  const refund = lot.deduction?.refund;
  if (!refund && !mayAct) return null;
  const problem = el('div');
  const act = path => () => post(path).then(changed, refusal => show(problem, notice('bad', null, refusal.message)));
  const over = refund && ['FAILED', 'DECLINED'].includes(refund.state);
  return section('退款（双人复核：申请和批准不能是同一人）', refund && refundFacts(refund), mayAct && el('div', {class: 'ob-actions'},
      (!refund || over) && !lot.deduction?.dispute?.inDoubt && button(over ? '重新申请退款' : '申请退款', () => askRefund(lot, changed), 'primary'),
      refund?.state === 'REQUESTED' && [button('批准退款', act(`/api/refunds/${refund.id}/approve`), 'primary'), button('不批准', act(`/api/refunds/${refund.id}/decline`))]), problem);
}

function refundFacts(refund) {
  return facts([['退款', badge(refund.stateText, REFUND_KINDS[refund.state] ?? 'wait')], ['金额', yuan(refund.amount)], ['原因', refund.reason],
    ['申请人', refund.requestedBy], ['批准人', refund.approvedBy], refund.note && ['说明', refund.note]]);
}

function askRefund(lot, changed) {
  const reason = el('textarea', {rows: 3, maxlength: 80});
  const problem = el('div');
  const dialog = modal('申请退款', el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '退款原因'), reason), problem,
      el('div', {class: 'ob-actions'}, button('取消', () => dialog.close()), button('提交申请', async () => {
        if (!reason.value.trim()) {
          reason.focus();
          return show(problem, el('p', {class: 'ob-error', role: 'alert'}, '请填写退款原因。'));
        }
        await post(`/api/bindings/${lot.id}/refund`, {reason: reason.value.trim()})
            .then(() => { dialog.close(); changed(); }, refusal => show(problem, notice('bad', null, refusal.message)));
      }, 'primary')));
}
