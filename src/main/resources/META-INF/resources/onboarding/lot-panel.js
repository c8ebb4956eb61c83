// One lot at one channel: access key, test vehicles, interface calls, stays, diagnoses, deduction.
// The vendor's task and the lot's page show the same.

import {badge, button, clock, el, facts, moment, notice, section, show, table, yuan} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {accessKey} from '/onboarding/access-key.js';
import {vehicles} from '/onboarding/vehicles.js';
import {whileOpen} from '/onboarding/task.js';
import {modal} from '/onboarding/withdrawal.js';
import {BINDING_STATES, CHANNELS, DEDUCTION_STATES, words} from '/onboarding/words.js';

const EVERY_SECONDS = 10;

export const binding = id => get(`/api/bindings/${id}`);

/** The whole panel, filling itself from the traffic that arrives. Returns {node, lot()} */
export async function lotPanel(id) {
  let lot = await binding(id);
  const node = el('div', {class: 'ob-lot'});
  const parts = {heading: el('div'), next: el('div'), key: el('div'), vehicles: el('div'), seen: el('div')};
  const live = () => {
    show(parts.heading, lotHeading(lot));
    show(parts.next, nextStep(lot));
    show(parts.seen, calls(lot), staysOf(lot), diagnoses(lot), deductionFacts(lot));
  };
  const reload = async () => {
    lot = await binding(id);
    live();
    show(parts.key, accessKey(lot, reload));
    show(parts.vehicles, vehicles(lot, reload));
  };
  live();
  show(parts.key, accessKey(lot, reload));
  show(parts.vehicles, vehicles(lot, reload));
  show(node, ...Object.values(parts));
  whileOpen(node, EVERY_SECONDS, async () => {
    lot = await binding(id).catch(() => lot);
    live();
  });
  return {node, lot: () => lot};
}

export function lotHeading(lot) {
  const [label, kind] = words(BINDING_STATES, lot.state);
  return el('header', {class: 'ob-heading'},
      el('h2', {}, `${lot.lotName} · ${CHANNELS[lot.channel] ?? lot.channel}`, badge(label, kind)),
      facts([['停车场编号', lot.lotCode], ['车场方', lot.merchantName], ['申请编号', lot.applicationNo],
        ['渠道侧编号', lot.channelLotId], lot.liveAt && ['正式接入', moment(lot.liveAt)]]));
}

function nextStep(lot) {
  if (lot.state === 'LIVE') return notice('good', '这个停车场已经正式接入', '测试车辆不再扣测试款。');
  if (lot.state === 'WITHDRAWN') return notice('warn', '这个停车场已经撤回', lot.withdrawalReason);
  const steps = lot.next ? [lot.next].flat() : missing(lot);
  return notice('info', '接下来要做的', el('ol', {}, steps.map(step => el('li', {}, step))));
}

function missing(lot) {
  const steps = [];
  if (!lot.accessKey) steps.push('登记停车场系统的 accessID 和公钥。');
  if (!lot.vehicles?.length) steps.push('登记至少一辆已开通该渠道先离场后付费的测试车辆。');
  if (!lot.traffic?.some(call => call.firstOkAt)) steps.push('让停车场系统开始发送心跳、入场、出场、照片和支付申请。');
  steps.push('用登记的车辆完整走一遍：入场 → 停留 → 出场（先离场后付费）→ 支付申请，同一个 uid。系统收到后自动核对并扣款。');
  return steps;
}

function calls(lot) {
  return section('接口调用', el('p', {class: 'ob-help'}, `根据停车场系统发来的请求自动更新，不需要勾选。最近刷新 ${clock()}`),
      table(['接口', '是否正确', '首次正确', '最近正确', '次数', '最近的错误'],
          (lot.traffic ?? []).map(call => [call.label ?? call.name ?? call.call, seen(call), moment(call.firstOkAt), moment(call.lastOkAt), call.okCount ?? 0,
            call.lastError ? `${moment(call.lastErrorAt)} ${call.lastError}` : '']),
          '还没有收到停车场系统的任何请求。请确认地址、accessID 和签名。'));
}

function seen(call) {
  if (call.lastErrorAt && (!call.lastOkAt || call.lastErrorAt > call.lastOkAt)) return badge('有错误', 'bad');
  return call.firstOkAt ? badge('已正确', 'good') : badge('未收到', 'plain');
}

export function staysOf(lot) {
  const stays = lot.stays ?? [];
  return section('停车记录', table(['车牌', 'uid', '入场', '出场', '照片', '支付申请', '金额'],
      stays.map(stay => [stay.plateNo, el('code', {}, stay.uid ?? '—'), moment(stay.entryTime ?? stay.entryAt), moment(stay.exitTime ?? stay.exitAt),
        photos(stay), stay.billId || stay.bill ? '已收到' : '未收到', yuan(stay.amount ?? stay.bill?.amount)]),
      '还没有收到登记车辆的停车记录。'));
}

function photos(stay) {
  if (stay.entryPhoto === undefined && stay.exitPhoto === undefined) return stay.photos;
  return `入场${stay.entryPhoto ? '有' : '无'} · 出场${stay.exitPhoto ? '有' : '无'}`;
}

function diagnoses(lot) {
  const found = lot.diagnoses ?? [];
  if (!found.length) return null;
  return section('诊断', found.map((diagnosis, i) => el('details', {open: i === 0, class: 'ob-diagnosis'},
      el('summary', {}, `${moment(diagnosis.at ?? diagnosis.createdAt)} ${diagnosis.summary ?? '没有通过'}`),
      el('ul', {}, (diagnosis.findings ?? []).map(finding => el('li', {}, finding.sentence ?? finding))))));
}

export function deductionFacts(lot) {
  const deduction = lot.deduction;
  if (!deduction) return null;
  const [label, kind] = words(DEDUCTION_STATES, deduction.state);
  return section('测试扣款', facts([
    ['状态', badge(label, kind)], ['金额', yuan(deduction.amount)], ['商户订单号', deduction.outTradeNo],
    ['渠道订单号', deduction.channelTradeNo ?? deduction.transactionId], ['发起', moment(deduction.sentAt ?? deduction.createdAt)],
    deduction.reason && ['渠道的说明', deduction.reason], deduction.differences && ['不符之处', [deduction.differences].flat().join('；')],
  ]));
}

/** Refund with four eyes: one asks, another approves. */
export function refundPanel(lot) {
  const refund = lot.refund ?? lot.deduction?.refund;
  const place = el('div');
  const act = (path, body) => async () => post(path, body).then(() => location.reload(), refusal => place.append(notice('bad', null, refusal.message)));
  if (!refund) show(place, button('申请退款', () => askRefund(lot), 'primary'));
  else {
    show(place, facts([['退款', refund.stateText ?? refund.state], ['申请人', refund.requestedBy], ['批准人', refund.approvedBy]]),
        refund.state === 'REQUESTED' && button('批准退款', act(`/api/refunds/${refund.id}/approve`), 'primary'));
  }
  return section('退款（双人复核：申请和批准不能是同一人）', place);
}

function askRefund(lot) {
  const reason = el('textarea', {rows: 3, maxlength: 200});
  const problem = el('div');
  const dialog = modal('申请退款', el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '退款原因'), reason), problem,
      el('div', {class: 'ob-actions'}, button('取消', () => dialog.close()), button('提交申请', async () => {
        if (!reason.value.trim()) return show(problem, el('p', {class: 'ob-error'}, '请填写退款原因。'));
        await post(`/api/bindings/${lot.id ?? lot.bindingId}/refund`, {reason: reason.value.trim()})
            .then(() => location.reload(), refusal => show(problem, notice('bad', null, refusal.message)));
      }, 'primary')));
}
