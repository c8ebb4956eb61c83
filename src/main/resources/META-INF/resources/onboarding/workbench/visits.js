// Visits with what channels were told of them, answered and told by themselves, and the messages to the lot.

import {badge, el, facts, link, section, table, yuan} from '/onboarding/dom.js';
import {list, opener, second, uidFilter} from '/onboarding/workbench/list.js';

const CHARGES = {SUCCEEDED: 'good', FAILED: 'bad', DISPUTED: 'bad'};
const TOPICS = {departurePayInfo: '可先离场后付费', payResult: '扣款结果'};

export async function visits(path, lot) {
  let way = null;
  const uid = uidFilter(() => way.ask());
  way = list({
    path: `${path}/visits`, size: 10, noun: '次停车', filters: [uid], asked: () => ({uid: uid.value.trim()}),
    draw: rows => (rows.length ? el('div', {class: 'ob-bench-visit'}, rows.map(row => visit(row, path, lot)))
      : el('p', {class: 'ob-empty'}, '没有停车记录。')),
  });
  await way.ask();
  return el('div', {}, el('p', {class: 'ob-help'}, '每次停车收到了什么、告诉了哪个渠道、渠道怎样答复或通知、告诉了停车场什么。'), way.node);
}

function visit(row, path, lot) {
  return section(`${row.plateNo ?? '—'} · ${second(row.entryTime ?? row.exitTime)}`,
      facts([['uid', el('code', {}, row.uid)],
        ['入场', row.entryTime ? `${second(row.entryTime)}（收到 ${second(row.entryReceivedAt)}）` : '没有收到'],
        ['出场', row.exitTime ? `${second(row.exitTime)}（收到 ${second(row.exitReceivedAt)}）` : '没有收到'],
        ['照片', `入场${row.entryPhoto ? '有' : '无'} · 出场${row.exitPhoto ? '有' : '无'}`],
        ['离场应收', yuan(row.exitFee)],
        ['账单', row.bills.length ? row.bills.map(bill => `${bill.billId}，${yuan(bill.amount)}，${second(bill.receivedAt)} 收到${bill.taken ? '，已用于测试' : ''}`).join('；') : '没有收到'],
        ...row.bills.filter(bill => bill.charge).map(bill => [row.bills.length > 1 ? `账单 ${bill.billId} 的扣款` : '扣款', charge(bill.charge)])]),
      table(['时间', '渠道', '告知、查询或通知', '渠道的答复或通知内容'], row.channels.map(told => [
        el('span', {class: 'ob-short'}, second(told.at)), told.channelName, told.act,
        `${told.words}${told.code ? `（${told.code}）` : ''}${told.repeats ? `，此后 ${told.repeats} 次相同，最后 ${second(told.lastAt)}` : ''}`]),
      '这次停车没有告诉任何渠道：只有登记的测试车辆会告诉渠道。'),
      row.messages.length > 0 && table(['告诉停车场', 'MQTT 推送', '停车场确认', ''], row.messages.map(sent => [
        `${second(sent.createdAt)} ${TOPICS[sent.topic] ?? sent.topic}`, pushed(sent), confirmed(sent), content(sent, path, lot)])),
      el('p', {}, link(`${location.pathname}?${new URLSearchParams({uid: row.uid})}#calls`, '看这次停车的全部请求')));
}

/** Where it stands now, which the channel's answer to a single call does not tell. */
function charge({channelName, state, words, at}) {
  return el('span', {}, badge(words, CHARGES[state] ?? 'wait'), ` ${[channelName, at && second(at)].filter(Boolean).join('，')}`);
}

export async function messages(path, lot) {
  const way = list({
    path: `${path}/messages`, size: 20, noun: '条', filters: [], asked: () => ({}),
    draw: rows => table(['消息', 'requestId', '产生', '停车记录', 'MQTT 推送', '停车场确认', ''], rows.map(sent => [
      TOPICS[sent.topic] ?? sent.topic, el('code', {}, sent.requestId), el('span', {class: 'ob-short'}, second(sent.createdAt)),
      sent.uid ? el('code', {}, sent.uid) : '', pushed(sent), confirmed(sent), content(sent, path, lot)]),
    '还没有消息。登记的测试车辆入场后，平台会发出第一条。'),
  });
  await way.ask();
  return el('div', {}, el('p', {class: 'ob-help'}, '平台用 MQTT 推送给停车场，或在停车场查询时答复的消息，以及停车场有没有确认。'), way.node);
}

const content = (sent, path, lot) => lot.opens && opener('打开', `${path}/messages/${encodeURIComponent(sent.requestId)}`);

function pushed(sent) {
  const next = sent.nextDeliveryAt ? `，下次 ${second(sent.nextDeliveryAt)}` : '';
  if (sent.lastError) return el('span', {}, badge('未送达', 'bad'), ` 消息服务器没有收下${next}`);
  if (!sent.deliveries) return sent.nextDeliveryAt ? badge('等待发送', 'wait') : '停车场自己查询到的';
  return `${sent.deliveries} 次，最近 ${second(sent.deliveredAt)}${next}`;
}

function confirmed(sent) {
  if (sent.confirmedAt) return el('span', {}, badge(sent.confirmedSuccess ? '已确认' : '停车场处理失败', sent.confirmedSuccess ? 'good' : 'bad'), ` ${second(sent.confirmedAt)}`);
  if (sent.withdrawnAt) return badge('已作废', 'plain');
  return badge('未确认', 'wait');
}
