// What shall go wrong next, and the notifications that the channel sends.
import { action, el, guarded, table, tag, time } from './desk.js';
import { ask, at, options } from './channel-words.js';

const operationWords = (name) => (at.operations.find((one) => one.name === name) || { words: name }).words;

const faultWords = (name) => at.operations.flatMap((one) => one.faults).find((one) => one.code === name).name;

export async function faults(refresh) {
  const planned = await ask('/faults');
  return [
    el('section', { class: 'card' }, el('h2', {}, '安排一个故障'),
      el('p', {}, '下一次平台来做这件事的时候，就会出这个毛病。次数用完，自动恢复正常。'), planning(refresh)),
    el('section', { class: 'card' }, el('h2', {}, '已安排的故障'), table(
      ['业务', '毛病', '只针对', '应答', '还剩', ''],
      planned.map((fault) => [operationWords(fault.operation), faultWords(fault.kind), fault.match || '任何一笔', said(fault), fault.times + ' 次',
        action('取消', async () => {
          await ask('/faults/' + fault.id, 'DELETE');
          await refresh();
          return '已取消。';
        })]),
      `没有安排故障：${at.name}一切正常。`)),
  ];
}

const ERRORS = /^(REFUSE|REFUSE_UNSIGNED|DONE_THEN_ERROR)$/;

function said(fault) {
  return [ERRORS.test(fault.kind) && fault.status ? 'HTTP ' + fault.status : '', fault.code, fault.message, /HOLD$/.test(fault.kind) ? fault.millis / 1000 + ' 秒' : '']
    .filter(Boolean).join(' ');
}

function planning(refresh) {
  const start = at.operations.find((one) => one.name === 'DEDUCT') || at.operations[0];
  const operation = options(at.operations.map((one) => [one.name, one.words]), start.name, '业务');
  const kinds = el('select', { 'aria-label': '毛病' });
  const inputs = { match: el('input', { size: 14, placeholder: '车牌、单号……' }), status: number(0, 599, 500), code: el('input', { size: 16 }),
    message: el('input', { size: 16 }), seconds: number(0, 120, 15), times: number(1, 99, 1) };
  const shown = { status: ERRORS, code: /^(REFUSE|REFUSE_UNSIGNED|DONE_THEN_ERROR|PAY_FAIL)$/, message: /^(REFUSE|REFUSE_UNSIGNED|DONE_THEN_ERROR|PAY_FAIL)$/, seconds: /HOLD$/ };
  const fit = () => Object.entries(shown).forEach(([name, pattern]) => { inputs[name].closest('label').hidden = !pattern.test(kinds.value); });
  const refill = () => {
    const possible = at.operations.find((one) => one.name === operation.value).faults;
    kinds.replaceChildren(...possible.map((one) => el('option', { value: one.code }, one.name)));
    fit();
  };
  const save = el('button', { class: 'main' }, '安排');
  const form = el('form', { class: 'row', onsubmit: (event) => {
    event.preventDefault();
    guarded(save, async () => {
      const used = (name, empty) => (inputs[name].closest('label').hidden ? empty : inputs[name].value.trim());
      await ask('/faults', 'POST', { operation: operation.value, kind: kinds.value, match: inputs.match.value.trim(), status: Number(used('status', 0)),
        code: used('code', ''), message: used('message', ''), millis: Number(used('seconds', 0)) * 1000, times: Number(inputs.times.value) });
      await refresh();
      return '已安排。';
    });
  } }, el('label', {}, '业务', operation), el('label', {}, '毛病', kinds), el('label', {}, '只针对（可空）', inputs.match),
  el('label', {}, 'HTTP 状态', inputs.status), el('label', {}, '错误码（可空）', inputs.code), el('label', {}, '说明或原因（可空）', inputs.message),
  el('label', {}, '挂起（秒）', inputs.seconds), el('label', {}, '次数', inputs.times), save);
  operation.addEventListener('change', refill);
  kinds.addEventListener('change', fit);
  refill();
  return form;
}

const number = (min, max, value) => el('input', { type: 'number', min, max, value, style: 'width: 80px' });

export async function notices(refresh) {
  const all = (await ask('/notices')).reverse();
  return [el('section', { class: 'card' }, el('h2', {}, '发给平台的通知'), table(
    ['时间', '事件', '内容', '已发', '平台应答', '下次', ''],
    all.map((notice) => [num(time(notice.createdAt)),
      el('span', {}, el('code', {}, notice.eventType), notice.fault ? el('br') : '', notice.fault ? tag(faultWords(notice.fault), 'wait') : ''),
      el('details', {}, el('summary', {}, '查看'), el('pre', {}, JSON.stringify(JSON.parse(notice.content), null, 1))),
      notice.attempts + ' 次', notice.lastAnswer ? tag(notice.lastAnswer + (notice.taken ? '，已收下' : '，没有收下'), notice.taken ? 'good' : 'bad') : '',
      num(notice.nextAt ? time(notice.nextAt) : notice.taken ? '' : '不再自动发'), action('现在发', async () => {
        const sent = await ask(`/notices/${notice.id}/deliver`, 'POST', {});
        await refresh();
        return '平台应答：' + (sent.lastAnswer || '无');
      })]),
    '还没有通知。'), action('刷新', refresh))];
}

const num = (text) => el('span', { class: 'num' }, text);
