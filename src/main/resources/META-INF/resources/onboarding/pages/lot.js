// One lot at one channel while it is tested.

import {el, section, show} from '/onboarding/dom.js';
import {lotPanel, refundPanel} from '/onboarding/lot-panel.js';
import {page} from '/onboarding/shell.js';
import {get} from '/onboarding/api.js';
import {lotPlace} from '/onboarding/lot-place.js';
import {sentRequests} from '/onboarding/sent-requests.js';
import {mayWithdraw, withdrawLot} from '/onboarding/withdrawal.js';

page('停车场接入', async (main, session) => {
  const id = location.pathname.split('/').filter(Boolean).pop();
  const place = el('div');
  const panel = await lotPanel(encodeURIComponent(id), lot => [
    mayPlace(lot, session) && place, refund(lot, session), requests(lot, session), withdrawal(id, lot, session)]);
  if (mayPlace(panel.lot(), session)) show(place, await whereItIs(panel.lot()));
  show(main, panel.node);
});

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
