// Debits, refunds, and the ledger of what was really charged.
import { action, call, el, table, tag, time, yuan } from './desk.js';

const TRADE = { ACCEPTED: ['已受理, 待扣款', 'wait'], SUCCESS: ['已扣款', 'good'], PAY_FAIL: ['扣款失败', 'bad'], REFUND: ['已退款', ''] };
const REFUND = { PROCESSING: ['处理中', 'wait'], SUCCESS: ['已退款', 'good'], CLOSED: ['已关闭', 'bad'], ABNORMAL: ['异常', 'bad'] };

export async function money(refresh) {
  const [orders, refunds, ledger] = await Promise.all([call('/wechatpay/orders'), call('/wechatpay/refunds'), call('/ledger')]);
  return [
    el('section', { class: 'card' }, el('h2', {}, '扣款'), table(
      ['商户单号', '车牌', '停车场', '金额', '状态', '时间', '接下来'],
      orders.reverse().map((order) => [order.outTradeNo, num(order.scene.plateNumber), order.scene.parkingName, num(yuan(order.total)),
        el('span', {}, tag(...(TRADE[order.tradeState] || [order.tradeState])), ' ', order.stateDescription || ''),
        time(order.createdAt), next(order, refresh)]),
      '平台还没有请求扣款。'), action('刷新', refresh)),
    el('section', { class: 'card' }, el('h2', {}, '退款'), table(
      ['退款单号', '商户单号', '金额', '状态', '原因', '接下来'],
      refunds.reverse().map((refund) => [refund.outRefundNo, refund.outTradeNo, num(yuan(refund.amount)), tag(...(REFUND[refund.status] || [refund.status])),
        refund.reason || '', refund.status === 'PROCESSING' ? decision(`/wechatpay/refunds/${refund.outRefundNo}/decide`, refresh, '退款成功', '退款失败') : '']),
      '平台还没有请求退款。')),
    el('section', { class: 'card' }, el('h2', {}, '账本'),
      el('p', { class: 'soft' }, '真正扣过和退过的钱。只增不改。'), table(
        ['序号', '时间', '方向', '金额', '停车场', '车牌', '商户', '商户单号', '微信单号'],
        ledger.reverse().map((entry) => [entry.id, time(entry.bookedAt), tag(entry.kind === 'CHARGE' ? '扣款' : '退款', entry.kind === 'CHARGE' ? 'good' : 'wait'),
          num(yuan(entry.amount)), entry.lotName, num(entry.plateNo), entry.account, entry.tradeNo, entry.channelNo]),
        '还没有扣过钱。')),
  ];
}

const num = (text) => el('span', { class: 'num' }, text);

function next(order, refresh) {
  if (order.tradeState === 'ACCEPTED') {
    return decision(`/wechatpay/orders/${order.outTradeNo}/decide`, refresh, '扣款成功', '扣款失败');
  }
  return order.tradeState === 'SUCCESS' && !order.userRepaid
    ? action('车主补缴垫付款', async () => {
      await call(`/wechatpay/orders/${order.outTradeNo}/pay-back`, 'POST', {});
      await refresh();
      return '已补缴, 通知了平台。';
    }) : '';
}

function decision(path, refresh, good, bad) {
  const decide = (title, success, style) => action(title, async () => {
    await call(path, 'POST', { success, reason: success ? '' : '账户余额不足' });
    await refresh();
    return '已决定。';
  }, style);
  return el('div', { class: 'row' }, decide(good, true, 'main'), decide(bad, false, 'bad'));
}
