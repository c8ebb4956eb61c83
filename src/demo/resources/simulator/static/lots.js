import { reception, received, unchanged } from './lot-messages.js';
import { action, byId, call, copy, el, guarded, table, tag, time, toast, yuan } from './desk.js';

const COLORS = [[1, '蓝'], [2, '黄'], [3, '白'], [4, '黑'], [5, '绿']];
const flaws = await call('/lots/flaws');
let chosen = new URLSearchParams(location.search).get('lot');

async function list() {
  const lots = await call('/lots');
  byId('lots').replaceChildren(...lots.map((lot) => el('li', {},
    el('button', { type: 'button', 'aria-current': lot.code === chosen ? 'true' : null, onclick: () => choose(lot.code) },
      lot.name, el('br'), el('span', { class: 'soft' }, lot.code)))));
  if (!chosen && lots.length > 0) await choose(lots[0].code);
}

async function choose(code) {
  const lot = await call('/lots/' + code);
  chosen = code;
  history.replaceState(null, '', '?lot=' + code);
  const listening = el('section', { class: 'card' });
  byId('lot').replaceChildren(identity(lot), listening, driving(lot), el('section', { class: 'card', id: 'visits' }),
    el('section', { class: 'card', id: 'messages' }), el('section', { class: 'card', id: 'calls' }));
  await Promise.all([visits(code), received(code, byId('messages')), calls(code), list(), reception(code, listening)]);
}

// messages of the platform come by themselves
setInterval(() => chosen && !document.hidden && byId('messages')
  && Promise.all([visits(chosen), received(chosen, byId('messages'))]).catch(() => {}), 3000);

function identity(lot) {
  const name = el('input', { value: lot.name, size: 22 });
  const size = select([[1024, '1024 位'], [2048, '2048 位']], lot.keySize);
  const asText = el('input', { type: 'checkbox', checked: lot.dataAsText });
  const outside = el('input', { type: 'checkbox', checked: lot.fileOutside });
  const opens = select([[1024, '1024 位（按 128 字节分段）'], [2048, '2048 位']], lot.platformKeyBits);
  const save = action('保存', async () => {
    await call('/lots/' + lot.code, 'PUT', {
      name: name.value, keySize: Number(size.value), dataAsText: asText.checked, fileOutside: outside.checked, platformKeyBits: Number(opens.value),
    });
    await choose(lot.code);
    return '已保存。换了自己的密钥长度，要在平台上登记新的公钥；换了平台的密钥长度，要在平台的页面上也这样选。';
  });
  return el('section', { class: 'card' },
    el('h2', {}, lot.name, ' ', el('span', { class: 'soft' }, lot.code)),
    el('p', {}, '车场技术方在平台的“接口开发与对接准备”任务里登记下面两项：'),
    el('div', { class: 'row' }, el('span', {}, 'accessID ', el('strong', { id: 'access-id' }, lot.accessId)),
      action('复制', () => copy(lot.accessId))),
    el('pre', { id: 'public-key' }, lot.publicKey),
    action('复制公钥', () => copy(lot.publicKey)),
    el('h3', {}, '车场系统的设置'),
    el('div', { class: 'row' }, el('label', {}, '名称', name), el('label', {}, '密钥', size), el('label', {}, '平台的密钥', opens),
      el('label', { class: 'inline' }, asText, 'data 写成 JSON 文本'),
      el('label', { class: 'inline' }, outside, '照片放在密文之外'), save));
}

function driving(lot) {
  const plate = el('input', { value: '浙A12345', size: 10, id: 'plate' });
  const color = select(COLORS, 1);
  const fee = el('input', { type: 'number', min: 0, step: 0.01, value: 5, style: 'width: 90px' });
  const flaw = select(Object.entries(flaws), 'NO_ENTRY');
  const vehicle = (more = {}) => ({
    plateNo: plate.value, plateColor: Number(color.value), amount: Math.round(Number(fee.value) * 100), ...more,
  });
  const drive = (path, body) => () => run(lot.code, path, body());
  return el('section', { class: 'card' },
    el('h2', {}, '让车辆来停车'),
    el('div', { class: 'row' }, el('label', {}, '车牌', plate), el('label', {}, '颜色', color),
      el('label', {}, '停车费（元）', fee)),
    el('div', { class: 'row' },
      action('完整的一次停车', drive('/visits', () => vehicle()), 'main'),
      action('只入场', drive('/enter', () => vehicle())),
      action('心跳和车场信息', drive('/hello', () => ({})))),
    el('p', { class: 'soft' }, '“完整的一次停车”：三分钟前入场、现在离场，带两张照片，然后申请扣款。'),
    el('h3', {}, '弄坏一条记录'),
    el('div', { class: 'row' }, el('label', {}, '毛病', flaw),
      action('带着这个毛病停一次车', drive('/visits', () => vehicle({ spoil: flaw.value })), 'bad')));
}

async function run(code, path, body) {
  const result = await call(`/lots/${code}${path}`, 'POST', body);
  await Promise.all([visits(code), received(code, byId('messages')), calls(code)]);
  const refused = result.calls.find((made) => made.resultCode !== 200);
  if (refused) {
    toast(`平台没有接受 ${refused.call}: ${refused.message}`, true);
    return null;
  }
  return '平台全部接受。';
}

async function visits(code) {
  const all = await call(`/lots/${code}/visits`);
  if (unchanged(byId('visits'), code, all)) return;
  byId('visits').replaceChildren(el('h2', {}, '停车记录'), table(
    ['车牌', '入场', '先离场', '离场', '停车费', 'uid', '接下来'],
    all.map((visit) => [num(visit.plateNo), time(visit.enteredAt), released(visit), visit.leftAt ? time(visit.leftAt) : tag('在场', 'wait'),
      visit.leftAt ? num(yuan(visit.amount)) : '', visit.uid, el('div', { class: 'row' }, ...next(code, visit))]),
    '还没有车来过。'));
}

function released(visit) {
  if (!visit.releasedAt) return tag('平台未放行', 'wait');
  return tag(visit.releasedBy === 'MQTT' ? '收到 departurePayInfo' : '查询后放行', 'good');
}

const num = (text) => el('span', { class: 'num' }, text);

function next(code, visit) {
  const step = (label, path, body = {}) => action(label, () => run(code, `/visits/${visit.uid}/${path}`, body));
  if (!visit.leftAt) return [step('离场（5 元）', 'leave', { amount: 500 }), ...(visit.releasedAt ? [] : [step('手动抬杆', 'open-gate', { amount: 500 })])];
  const pay = step('申请扣款', 'pay');
  return visit.billId ? [pay, step('查询扣款结果', 'result'), step('声称已付', 'claim')] : [pay];
}

async function calls(code) {
  const all = await call(`/lots/${code}/calls`);
  byId('calls').replaceChildren(el('h2', {}, '与平台的通话'), table(
    ['时间', '接口', '平台应答', '内容'],
    all.slice(0, 60).map((made) => [time(made.at), made.call,
      el('span', {}, tag(made.resultCode || '无应答', made.resultCode === 200 ? 'good' : 'bad'), ' ', made.message),
      el('details', {}, el('summary', {}, '查看'),
        el('pre', {}, JSON.stringify(made.sent, null, 1)), el('pre', {}, JSON.stringify(made.answer, null, 1)))]),
    '还没有通话。'));
}

function select(options, value) {
  const list = el('select', {}, options.map(([key, text]) => el('option', { value: key }, text)));
  list.value = String(value);
  return list;
}

byId('add').addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  guarded(form.querySelector('button'), async () => {
    await choose(form.code.value.trim());
    form.reset();
    return '已添加';
  });
});

await (chosen ? choose(chosen) : list());
