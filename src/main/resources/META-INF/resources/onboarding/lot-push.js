// Messages to the lot by MQTT: what the vendor sets up, and what was sent and confirmed.

import {badge, button, el, facts, moment, notice, section, show, table} from '/onboarding/dom.js';
import {post} from '/onboarding/api.js';

const TOPICS = {departurePayInfo: '可先离场后付费', payResult: '扣款结果'};
export const LENGTHS = [1024, 2048];
export const LENGTHS_HELP = '停车场系统按 128 字节一段解密消息的，用 1024 位；能按密钥长度解密的，可以用 2048 位。改动立即生效，请先把对应的平台公钥装到停车场系统里。';
// a password is shown once: it stays on the page that got it, for as long as the page is open
const issued = new Map();

/** Remembers the password that came with a registration. */
export function keepPassword(lot, password) {
  if (password) issued.set(lot.id, password);
}

export function subscription(lot, done) {
  const terms = lot.subscription;
  if (!terms) return null;
  return section('消息推送（MQTT）',
      el('p', {class: 'ob-help'}, '平台把“可先离场后付费”和“扣款结果”推送给停车场系统，QoS 1；收到后请调用 confirmDeparturePayInfo、confirmPayResult 确认，没有确认的消息会用同一个 requestId 重发。',
          '不用 MQTT 也可以：改用 getDeparturePayInfo、getPayResult 查询。'),
      facts([['消息服务器', el('code', {}, terms.address)], ['用户名', el('code', {}, terms.username)],
        ['密码', terms.passwordIssuedAt ? `已于 ${moment(terms.passwordIssuedAt)} 生成` : '尚未生成'],
        ['订阅主题', el('div', {}, terms.topics.map(topic => el('div', {}, el('code', {}, topic))))]]),
      el('p', {class: 'ob-help'}, '主题前面带“/”的写法也可以订阅，两种写法收到的消息相同，订阅一种即可。'),
      password(lot),
      lot.editable && renewal(lot, done),
      platformKeys(lot, done));
}

/** The keys that close messages to lots: the one in use, and the other for the lot's vendor to choose. */
function platformKeys(lot, done) {
  const {platformKeyBits, platformKeys: offered} = lot.subscription;
  const other = offered.find(({bits}) => bits !== platformKeyBits).bits;
  const trouble = el('div');
  return el('div', {},
      el('p', {}, '平台用 ', el('strong', {id: 'ob-platform-key-bits'}, `${platformKeyBits} 位`), ' 的密钥给这个停车场的消息签名、加密。'),
      el('p', {class: 'ob-help'}, LENGTHS_HELP),
      offered.map(({bits, pem}) => el('details', {}, el('summary', {}, `平台公钥，${bits} 位${bits === platformKeyBits ? '（在用：用来验证消息的签名并解出内容）' : ''}`),
          el('pre', {id: bits === platformKeyBits ? 'ob-platform-key' : 'ob-other-platform-key'}, pem))),
      trouble,
      lot.editable && el('div', {class: 'ob-actions'}, button(`改用 ${other} 位的密钥`, async () => {
        try {
          await post(`/api/bindings/${lot.id}/platform-key`, {bits: other});
          await done();
        } catch (refusal) {
          show(trouble, notice('bad', null, refusal.message));
        }
      }, 'small')));
}

function password(lot) {
  const value = issued.get(lot.id);
  return value && notice('warn', '请现在就把 MQTT 密码抄到停车场系统里', '密码只显示这一次，平台不保存原文。忘记了可以重新生成。', el('code', {id: 'ob-mqtt-password'}, value));
}

function renewal(lot, done) {
  const trouble = el('div');
  const again = Boolean(lot.subscription.passwordIssuedAt);
  return el('div', {}, trouble, el('div', {class: 'ob-actions'}, button(again ? '重新生成密码（原密码失效）' : '生成 MQTT 密码', async () => {
    try {
      keepPassword(lot, (await post(`/api/bindings/${lot.id}/mqtt-password`)).password);
      await done();
    } catch (refusal) {
      show(trouble, notice('bad', null, refusal.message));
    }
  }, 'small')));
}

export function messages(lot) {
  if (!lot.subscription && !lot.told.length) return null;
  return section('发给停车场的消息', table(['消息', 'requestId', '产生', 'MQTT 推送', '停车场确认'],
      lot.told.map(told => [TOPICS[told.topic] ?? told.topic, el('code', {}, told.requestId), moment(told.createdAt), pushed(told), confirmed(told)]),
      '还没有消息。登记的测试车辆入场后，平台会发出第一条。'));
}

function pushed(told) {
  if (told.lastError) return el('span', {}, badge('未送达', 'bad'), ` 消息服务器没有收下，${next(told) || '稍后再试'}`);
  if (!told.deliveries) return told.nextDeliveryAt ? badge('等待发送', 'wait') : '停车场自己查询到的';
  return `${told.deliveries} 次，最近 ${moment(told.deliveredAt)}${next(told)}`;
}

function next(told) {
  return told.nextDeliveryAt ? `，下次 ${moment(told.nextDeliveryAt)}` : '';
}

function confirmed(told) {
  if (told.confirmedAt) return el('span', {}, told.confirmedSuccess ? badge('已确认', 'good') : badge('停车场处理失败', 'bad'), ` ${moment(told.confirmedAt)}`);
  if (told.withdrawnAt) return badge('已作废', 'plain');
  return badge(told.nextDeliveryAt || !told.deliveries ? '未确认' : '始终未确认', told.nextDeliveryAt || !told.deliveries ? 'wait' : 'bad');
}
