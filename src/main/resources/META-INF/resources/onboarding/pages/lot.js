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
  const panel = await lotPanel(encodeURIComponent(id));
  const lot = panel.lot();
  const over = ['LIVE', 'WITHDRAWN'].includes(lot.state);
  const company = session.roles.some(role => role.startsWith('ops-'));
  const charged = ['SUCCEEDED', 'DISPUTED'].includes(lot.deduction?.state);
  const place = session.roles.includes('lot-operator') && !over && await whereItIs(lot);
  const supervisor = session.roles.includes('ops-supervisor');
  show(main, panel.node, place, company && charged && refundPanel(lot), supervisor && lot.deduction && sentRequests(lot.id),
      mayWithdraw(session) && !over && el('div', {class: 'ob-actions'}, withdrawLot(id, lot.lotName, () => location.reload())));
});

/** Only for channels that want to know. */
async function whereItIs(lot) {
  const lots = await get(`/api/applications/${lot.applicationNo}/lots`);
  const known = lots.find(({code, place}) => code === lot.lotCode && place);
  return known && section('位置和客服电话', lotPlace(known));
}
