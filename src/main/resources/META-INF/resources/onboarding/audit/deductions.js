// 车辆与扣款: every attempt of every test, with its vehicle, its stay, its bill, and what became of the money.

import {badge, button, el, facts, givenNumber, link, notice, show, table, yuan} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {block, failed} from '/onboarding/audit/frame.js';
import {picture} from '/onboarding/audit/papers.js';
import {person, second, span} from '/onboarding/audit/words.js';

const STATES = {SUCCEEDED: 'good', FAILED: 'bad', DISPUTED: 'bad', UNKNOWN: 'wait', SENT: 'wait', PREPARED: 'wait'};
const REFUNDS = {REFUNDED: 'good', FAILED: 'bad', DECLINED: 'bad'};

export async function deductions({api, here}) {
  const [list, photos] = await Promise.all([get(`${api}/deductions`), get(`${api}/photos`)]);
  if (!list.length) return el('p', {class: 'ob-empty'}, '还没有发起过扣款。');
  return [summary(list), list.map(one => attempt(one, {api, here, photos: photos.filter(({uid, lotCode}) => uid === one.uid && lotCode === one.lotCode)})), requests(list, api)];
}

function summary(list) {
  const live = list.filter(({liveOn}) => liveOn);
  return notice(live.length ? 'good' : 'info', `共 ${list.length} 次扣款`,
      ...live.map(one => `${one.lotName}：凭 ${one.plateNo} 的账单 ${one.billNo}（${yuan(one.amount)}）于 ${second(one.decidedAt)} 正式接入`),
      !live.length && '还没有停车场凭其中一次正式接入。');
}

function attempt(one, {api, here, photos}) {
  return block([one.lotName, ' · ', one.plateNo || '车牌不详', ' ', badge(one.stateText, STATES[one.state] ?? 'plain'), one.liveOn && [' ', badge('凭此正式接入', 'good')]],
      facts([
        ['车牌', one.plateNo], ['停车流水号（uid）', one.uid], ['账单号', one.billNo],
        ['入场', second(one.enteredAt)], ['离场', second(one.leftAt)],
        ['停放', one.enteredAt && one.leftAt && span((new Date(one.leftAt) - new Date(one.enteredAt)) / 1000)],
        ['应扣金额', yuan(one.amount)], ['渠道实扣', yuan(one.chargedAmount)],
        ['商户订单号', `${one.outTradeNo}（第 ${one.attemptNo} 次）`], ['渠道交易号', givenNumber(one.transactionNo, one.chargedAmount > 0)],
        ['发起', second(one.createdAt)], ['发出', second(one.sentAt)], ['得出结果', second(one.decidedAt)],
        (one.code || one.reason) && ['渠道答复', [one.code, one.reason].filter(Boolean).join(' ')],
        one.note && ['说明', one.note],
      ]),
      one.dispute && dispute(one.dispute), moves(one.moves), refunds(one.refunds),
      photos.length > 0 && el('div', {class: 'ob-papers'}, photos.map(({id, entry, takenAt}) =>
        picture({preview: `${api}/photos/${id}`, mediaType: 'image/jpeg', fileName: second(takenAt)}, `${entry ? '入场' : '离场'}照片 ${second(takenAt)}`))),
      el('p', {class: 'ob-help'}, link(here('', {kind: 'CHANNEL_MESSAGE,CHANNEL_ANSWER', lot: one.lotCode}), '渠道的全部通知和应答'),
        one.requests.length > 0 && `　留存的签名请求：${one.requests.map(({number, keptAt}) => `${number}（${second(keptAt)}）`).join('、')}`));
}

/** What was signed and sent, as it was sent. */
function requests(list, api) {
  if (!list.some(one => one.requests.length)) return null;
  const place = el('div');
  const open = button('查看签名请求原文', async () => {
    open.disabled = true;
    try {
      const sent = await post(`${api}/requests`, {});
      show(place, sent.map(({number, at, method, target, headers, body}) => el('div', {}, el('h3', {}, `${number}（${second(at)}）`),
          el('pre', {class: 'ob-raw'}, [`${method} ${target}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', body].join('\n')))));
    } catch (problem) {
      open.disabled = false;
      show(place, failed(problem));
    }
  }, 'small');
  return block('留存的签名请求', el('p', {class: 'ob-help'}, '发给渠道的扣款、退款请求原文，含签名。每次查看都会写入查阅记录。'), open, place);
}

function dispute({since, reason, closedBy, closedAt}) {
  return notice(closedAt ? 'info' : 'bad', closedAt ? '曾有争议，已了结' : '有争议', `${second(since)}：${reason}`,
      closedAt && el('p', {}, '了结：', person(closedBy), ` ${second(closedAt)}`));
}

function moves(list) {
  return list.length > 0 && table(['时间', '状态', '由谁带来', '内容'], list.map(move => [second(move.at), move.words,
    person(move.person) ?? move.broughtBy, move.text]), '');
}

function refunds(list) {
  return list.map(one => el('div', {class: 'ob-refund'}, el('h3', {}, `退款 ${yuan(one.amount)} `, badge(one.stateText, REFUNDS[one.state] ?? 'wait')),
      facts([
        ['申请', el('span', {}, person(one.requestedBy), ` ${second(one.requestedAt)}`)],
        ['复核', one.approvedBy ? el('span', {}, person(one.approvedBy), ` ${second(one.approvedAt)}`) : '还没有复核'],
        ['原因', one.reason], ['退款单号', one.outRefundNo], ['渠道退款号', givenNumber(one.channelRefundNo, one.state === 'REFUNDED')], ['得出结果', second(one.decidedAt)],
        one.note && ['说明', one.note],
      ])));
}
