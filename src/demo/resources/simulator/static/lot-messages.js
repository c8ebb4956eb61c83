// How a lot gets the platform's messages, and what it got.
import { action, call, el, table, tag, time } from './desk.js';

export async function reception(code, place) {
  const now = await call(`/lots/${code}/reception`);
  const password = el('input', { size: 34, autocomplete: 'off', placeholder: now.hasPassword ? '已填写，留空则不变' : '平台页面上只显示一次' });
  const pollOnly = el('input', { type: 'checkbox', checked: now.pollOnly });
  const slash = el('input', { type: 'checkbox', checked: now.leadingSlash });
  const silent = el('input', { type: 'checkbox', checked: now.silent });
  const save = action('保存', async () => {
    const after = await call(`/lots/${code}/reception`, 'PUT', {
      mqttPassword: password.value, pollOnly: pollOnly.checked, leadingSlash: slash.checked, silent: silent.checked,
    });
    await reception(code, place);
    return after.connected || after.pollOnly || !after.hasPassword ? '已保存' : '已保存，但还没有连上消息服务器：请核对密码';
  });
  place.replaceChildren(el('h2', {}, '接收平台的消息 ', state(now)),
    el('p', { class: 'soft' }, '填上平台给的 MQTT 密码，停车场就用 MQTT 接收消息：收到 departurePayInfo 才放行。没有密码时停车场自己查询。'),
    el('div', { class: 'row' }, el('label', {}, 'MQTT 密码', password),
      el('label', { class: 'inline' }, pollOnly, '只查询，不用 MQTT'), el('label', { class: 'inline' }, slash, '订阅带“/”的主题'),
      el('label', { class: 'inline' }, silent, '收到后不确认（看平台重发）'), save));
}

/** Whether a place shows this already: what somebody unfolded or is pressing stays as it is. */
export function unchanged(place, code, facts) {
  const text = code + JSON.stringify(facts);
  if (place.shows === text) return true;
  place.shows = text;
  return false;
}

function state(now) {
  if (now.connected) return tag('MQTT 已连接', 'good');
  return now.hasPassword && !now.pollOnly ? tag('MQTT 未连接', 'bad') : tag('查询', 'wait');
}

export async function received(code, place) {
  const all = await call(`/lots/${code}/messages`);
  if (unchanged(place, code, all)) return;
  place.replaceChildren(el('h2', {}, '平台发来的消息 (MQTT)'), table(
    ['收到', '消息', 'requestId', '次数', '确认', '内容'],
    all.slice(0, 30).map((message) => [time(message.lastAt), message.topic, message.requestId, message.times,
      message.confirmed ? tag('平台已收到确认', 'good') : tag('未确认', 'wait'),
      el('details', {}, el('summary', {}, '查看'), el('pre', {}, JSON.stringify(message.content, null, 1)))]),
    '还没有消息。'));
}
