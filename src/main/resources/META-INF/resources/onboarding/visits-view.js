// Visits to sign on site and what came of them, as their readers see them.

import {badge, el, facts, moment, section, table} from '/onboarding/dom.js';
import {thumbnail} from '/onboarding/papers.js';

const KINDS = {PROPOSED: 'wait', CONFIRMED: 'wait', RESCHEDULED: 'wait', MISSED: 'bad', HELD: 'good'};
const OUTCOMES = {opened: ['签约入网成功', 'good'], refused: ['对方拒绝', 'bad']};

/** 2026/11/25 10:00 in words */
const when = visit => moment(visit.visitAt);

/** The visit that is yet to come. */
export function visitAhead(visit) {
  if (!visit) return el('p', {class: 'ob-empty'}, '还没有约定上门时间。');
  return facts([['上门时间', el('span', {}, when(visit), ' ', badge(visit.kindText, KINDS[visit.kind]))], ['来人', visit.contact],
    visit.note && ['对方的说明', visit.note]]);
}

/** Everything about visits; nothing where there were none. */
export function visitHistory({history}) {
  if (!history.length) return null;
  return section('上门签约记录', el('ol', {class: 'ob-timeline'}, history.map(visit => el('li', {},
      el('time', {}, moment(visit.recordedAt)),
      el('div', {}, badge(visit.kindText, KINDS[visit.kind]), ` ${when(visit)} ${visit.contact}`, el('small', {}, `（${visit.recordedBy} 登记）`),
          visit.note && el('p', {class: 'ob-help'}, visit.note), visit.contract && thumbnail(visit.contract, '签约合同'))))));
}

/** What was recorded of answers on paper; nothing where there were none. */
export function resultHistory({results}) {
  if (!results.length) return null;
  return section('签约入网结果', table(['结果', '商户号', '说明', '凭证', '登记'], results.map(result => [
    badge(...OUTCOMES[result.outcome]), result.channelAccount, result.reason, result.paper ? thumbnail(result.paper, '签约入网凭证') : '',
    `${result.recordedBy} ${moment(result.recordedAt)}`])));
}
