// One lot at one channel while it is tested.

import {badge, el, link, section, show, table} from '/onboarding/dom.js';
import {lotPanel, refundPanel} from '/onboarding/lot-panel.js';
import {page} from '/onboarding/shell.js';
import {get} from '/onboarding/api.js';
import {lotPlace} from '/onboarding/lot-place.js';
import {drawTurns} from '/onboarding/turns.js';
import {sentRequests} from '/onboarding/sent-requests.js';
import {mayWithdraw, withdrawLot} from '/onboarding/withdrawal.js';
import {BINDING_STATES, words} from '/onboarding/words.js';

page('停车场接入', async (main, session) => {
  const id = location.pathname.split('/').filter(Boolean).pop();
  const place = el('div');
  const elsewhere = el('div');
  const panel = await lotPanel(encodeURIComponent(id), session, lot => [
    elsewhere, mayPlace(lot, session) && place, refund(lot, session), requests(lot, session), withdrawal(id, lot, session)]);
  show(elsewhere, otherChannels(panel.lot(), await get(`/api/bindings/${encodeURIComponent(id)}/channels`), session));
  if (mayPlace(panel.lot(), session)) show(place, await whereItIs(panel.lot()));
  show(main, panel.node);
});

function otherChannels({lotCode}, channels, session) {
  const {roles} = session;
  const applies = roles.includes('lot-operator');
  const reads = !roles.every(role => role === 'lot-vendor');
  const application = no => (reads ? link(`/applications/${no}`, `申请 ${no}`) : `申请 ${no}`);
  return section('其他渠道', table(['渠道', '状态', '接下来', ''], channels.map(there => {
    if (there.bindingId) {
      const [, kind] = words(BINDING_STATES, there.state);
      return [there.channelName, badge(there.stateText, kind), drawTurns(there.turns, {session, place: `/lots/${there.bindingId}`}), el('small', {}, link(`/lots/${there.bindingId}`, '查看'), ' · ', application(there.applicationNo))];
    }
    const [meant] = there.intended;
    if (!meant) return [there.channelName, '未申请', '', applies && link(`/accounts/apply?${new URLSearchParams({lot: lotCode, channel: there.channel})}`, '申请接入')];
    return [there.channelName, badge('拟接入', 'plain'), el('div', {}, meant.draft ? '草稿' : meant.stateText, drawTurns(meant.turns, {session, place: `/applications/${meant.applicationNo}`})),
      el('small', {}, there.intended.map(({applicationNo}, i) => [i > 0 && '、', application(applicationNo)]))];
  })));
}

const isOver = lot => ['LIVE', 'WITHDRAWN'].includes(lot.state);
const mayPlace = (lot, {roles}) => roles.includes('lot-operator') && !isOver(lot);

/** Only for channels that want to know. */
async function whereItIs(lot) {
  const lots = await get(`/api/applications/${lot.applicationNo}/lots`);
  const known = lots.find(({code, place}) => code === lot.lotCode && place);
  return known && section('位置和客服电话', lotPlace(known));
}

function refund(lot, {roles}) {
  const charged = ['SUCCEEDED', 'DISPUTED'].includes(lot.deduction?.state);
  const reads = roles.some(role => role.startsWith('ops-') || role === 'auditor');
  return reads && charged && refundPanel(lot, roles.includes('ops-supervisor'));
}

const requests = (lot, {roles}) => roles.includes('ops-supervisor') && lot.deduction && sentRequests(lot.id);

function withdrawal(id, lot, session) {
  return mayWithdraw(session) && !isOver(lot)
    && el('div', {class: 'ob-actions'}, withdrawLot(id, lot.lotName, () => location.reload()));
}
