// Debits, refunds, and the ledger of what was really charged.
import { action, call, el, table, tag, time, yuan } from './desk.js';
import { ask, at, commands, state } from './channel-words.js';

export async function money(refresh) {
  const [orders, refunds, everybodys] = await Promise.all([ask('/orders'), ask('/refunds'), call('/ledger')]);
  const ledger = everybodys.filter((entry) => entry.channel === at.code);
  return [
    el('section', { class: 'card' }, el('h2', {}, '扣款'), table(
      ['商户单号', '车牌', '停车场', '金额', '状态', '时间', '接下来'],
      orders.reverse().map((order) => [order.outTradeNo, num(order.plateNo), order.lotName, num(yuan(order.amount)),
        el('span', {}, state(order), ' ', order.state === 'REFUNDED' ? yuan(order.refunded) : order.reason || ''),
        num(time(order.createdAt)), commands(order, '/orders/' + encodeURIComponent(order.outTradeNo), refresh)]),
      '平台还没有请求扣款。'), action('刷新', refresh)),
    el('section', { class: 'card' }, el('h2', {}, '退款'), table(
      ['退款单号', '商户单号', '金额', '状态', '原因', '接下来'],
      refunds.reverse().map((refund) => [refund.outRefundNo, refund.outTradeNo, num(yuan(refund.amount)), state(refund), refund.reason || '',
        commands(refund, '/refunds/' + encodeURIComponent(refund.outRefundNo), refresh)]),
      '平台还没有请求退款。')),
    el('section', { class: 'card' }, el('h2', {}, '账本'),
      el('p', { class: 'soft' }, `${at.name}真正扣过和退过的钱。只增不改。`), table(
        ['序号', '时间', '方向', '金额', '停车场', '车牌', '商户', '商户单号', '渠道单号'],
        ledger.reverse().map((entry) => [entry.id, num(time(entry.bookedAt)), tag(entry.kind === 'CHARGE' ? '扣款' : '退款', entry.kind === 'CHARGE' ? 'good' : 'wait'),
          num(yuan(entry.amount)), entry.lotName, num(entry.plateNo), entry.account, entry.tradeNo, entry.channelNo]),
        '还没有扣过钱。')),
  ];
}

const num = (text) => el('span', { class: 'num' }, text);
