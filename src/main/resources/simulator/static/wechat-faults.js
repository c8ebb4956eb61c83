// What shall go wrong next, and the notifications that WeChat Pay sends.
import { action, call, el, guarded, table, tag, time } from './desk.js';

const words = await call('/words');

export async function faults(refresh) {
  const planned = await call('/wechatpay/faults');
  return [
    el('section', { class: 'card' }, el('h2', {}, '安排一个故障'),
      el('p', {}, '下一次平台来做这件事的时候, 就会出这个毛病。次数用完, 自动恢复正常。'), planning(refresh)),
    el('section', { class: 'card' }, el('h2', {}, '已安排的故障'), table(
      ['业务', '毛病', '只针对', '应答', '还剩', ''],
      planned.map((fault) => [words.operations[fault.operation], words.faults[fault.kind], fault.match || '任何一笔',
        `${fault.status || ''} ${fault.code || ''} ${fault.millis ? fault.millis / 1000 + ' 秒' : ''}`, fault.times + ' 次',
        action('取消', async () => {
          await call('/wechatpay/faults/' + fault.id, 'DELETE');
          await refresh();
          return '已取消。';
        })]),
      '没有安排故障: 微信支付一切正常。')),
  ];
}

function planning(refresh) {
  const operation = select(words.operations, 'DEDUCT');
  const kind = select(words.faults, 'DONE_THEN_CUT');
  const match = el('input', { size: 14, placeholder: '车牌、单号……' });
  const status = el('input', { type: 'number', min: 0, max: 599, value: 500, style: 'width: 84px' });
  const code = el('input', { size: 16, value: 'SYSTEM_ERROR' });
  const seconds = el('input', { type: 'number', min: 0, max: 120, value: 15, style: 'width: 76px' });
  const times = el('input', { type: 'number', min: 1, max: 99, value: 1, style: 'width: 70px' });
  const save = el('button', { class: 'main' }, '安排');
  return el('form', { class: 'row', onsubmit: (event) => {
    event.preventDefault();
    guarded(save, async () => {
      await call('/wechatpay/faults', 'POST', {
        id: '', operation: operation.value, kind: kind.value, match: match.value.trim(), status: Number(status.value),
        code: code.value.trim(), message: '', millis: Number(seconds.value) * 1000, times: Number(times.value),
      });
      await refresh();
      return '已安排。';
    });
  } }, el('label', {}, '业务', operation), el('label', {}, '毛病', kind), el('label', {}, '只针对 (可空)', match),
  el('label', {}, 'HTTP 状态', status), el('label', {}, '错误码或失败原因', code), el('label', {}, '挂起 (秒)', seconds),
  el('label', {}, '次数', times), save);
}

function select(options, value) {
  const list = el('select', {}, Object.entries(options).map(([code, text]) => el('option', { value: code }, text)));
  list.value = value;
  return list;
}

export async function notices(refresh) {
  const all = (await call('/wechatpay/notices')).reverse();
  return [el('section', { class: 'card' }, el('h2', {}, '发给平台的通知'), table(
    ['时间', '事件', '内容', '已发', '平台应答', '下次', ''],
    all.map((notice) => [time(notice.createdAt), notice.eventType,
      el('details', {}, el('summary', {}, '查看'), el('pre', { class: 'text' }, notice.content)),
      notice.attempts + ' 次', notice.lastAnswer ? tag(notice.lastAnswer, /20[04]/.test(notice.lastAnswer) ? 'good' : 'bad') : '',
      notice.nextAt ? time(notice.nextAt) : '', action('现在发', async () => {
        const sent = await call(`/wechatpay/notices/${notice.id}/deliver`, 'POST', {});
        await refresh();
        return '平台应答: ' + (sent.lastAnswer || '无');
      })]),
    '还没有通知。'), action('刷新', refresh))];
}
