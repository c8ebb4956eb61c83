// 车牌查询: for a plate and a day, the visits that lots reported, which application each tested, and what became of the money.

import {dayInput} from '/onboarding/dates.js';
import {badge, el, facts, givenNumber, link, show, table, yuan} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {block, fill} from '/onboarding/audit/frame.js';
import {address, asked, go, query} from '/onboarding/audit/place.js';
import {date, person, second, span} from '/onboarding/audit/words.js';
import {APPLICATION_STATES, words} from '/onboarding/words.js';

const MONEY = {SUCCEEDED: 'good', FAILED: 'bad', DISPUTED: 'bad'};

export async function plates(main) {
  const at = asked();
  const [plate, day] = [at.get('plate') ?? '', at.get('day') ?? ''];
  const found = el('section', {'aria-label': '查询结果'});
  show(main, el('h1', {}, '车牌查询'), el('p', {class: 'ob-help'}, '填写车牌和日期，查出这辆车当天的停车记录、属于哪份申请、怎样扣款、经手人。'), form(plate, day), found);
  if (plate && day) await fill(found, async () => visits(await get(`/api/audit/visits?${query({plate, day})}`), plate, day));
}

function form(plate, day) {
  const number = el('input', {type: 'search', id: 'ob-audit-plate', name: 'plate', value: plate, placeholder: '如 浙A12345', maxlength: 20, required: true});
  const when = dayInput({id: 'ob-audit-day', name: 'day', value: day || date(Date.now()), required: true});
  return el('form', {class: 'ob-section ob-search', role: 'search', on: {submit: event => {
    event.preventDefault();
    go(address('/plates', {plate: number.value.trim(), day: when.value}));
  }}}, el('div', {class: 'ob-grid'},
      el('div', {class: 'ob-field'}, el('label', {class: 'ob-label', for: number.id}, '车牌'), number),
      el('div', {class: 'ob-field'}, el('label', {class: 'ob-label', for: when.id}, '日期'), when)),
  el('div', {class: 'ob-actions'}, el('button', {type: 'submit', class: 'ob-button primary'}, '查询')));
}

function visits(list, plate, day) {
  if (!list.length) return el('p', {class: 'ob-empty', role: 'status'}, `${plate} 在 ${day} 没有停车记录。请核对车牌和日期。`);
  return [el('div', {role: 'status'}, el('h2', {}, `${plate} 在 ${day} 有 ${list.length} 条停车记录`)), list.map(visit)];
}

function visit(one) {
  return block(`${one.lotName || '未登记的停车场'}（${one.lotCode}）`,
      facts([
        ['车牌', one.plateNo], ['停车流水号（uid）', one.uid],
        ['入场', second(one.enteredAt)], ['离场', one.leftAt ? second(one.leftAt) : '没有收到离场记录'],
        ['停放', one.enteredAt && one.leftAt && span((new Date(one.leftAt) - new Date(one.enteredAt)) / 1000)],
        ['账单', one.bill ? `${one.bill.billNo}，${yuan(one.bill.amount)}，${second(one.bill.billedAt)}` : '没有账单'],
      ]),
      one.tests.length ? one.tests.map(test) : el('p', {class: 'ob-empty'}, '普通停车，不属于任何一份申请的测试，本平台没有扣款。'));
}

function test(one) {
  const [, kind] = words(APPLICATION_STATES, one.applicationState);
  return el('div', {class: 'ob-test'},
      el('h3', {}, '申请 ', link(address(`/applications/${one.applicationNo}`), one.applicationNo), ` ${one.channelName} · ${one.companyName} `, badge(one.applicationStateText, kind)),
      el('p', {}, '停车记录检查：', one.checked === null ? '没有检查' : badge(one.checked ? '合格' : '不合格', one.checked ? 'good' : 'bad'), one.checkedAt && ` ${second(one.checkedAt)}`),
      one.findings.length > 0 && el('ul', {}, one.findings.map(finding => el('li', {}, finding))),
      table(['扣款', '应扣', '实扣', '渠道交易号', '结果', '退款'], one.charges.map(charge => [
        el('div', {}, charge.outTradeNo, el('small', {}, `第 ${charge.attemptNo} 次，${second(charge.createdAt)}`)), yuan(charge.amount), yuan(charge.chargedAmount), givenNumber(charge.transactionNo, charge.chargedAmount > 0),
        el('div', {}, badge(charge.stateText, MONEY[charge.state] ?? 'wait'), el('small', {}, second(charge.decidedAt))),
        charge.refunds.length ? el('div', {}, charge.refunds.map(back => el('div', {}, `${yuan(back.amount)} ${back.stateText}`, el('small', {}, `${back.outRefundNo}，${second(back.decidedAt)}`)))) : '—',
      ]), '没有发起扣款。'),
      table(['经手人', '做了什么', '时间'], one.people.map(({person: who, part: what, at}) => [person(who), what, second(at)]), '没有人经手。'));
}
