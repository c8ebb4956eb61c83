// One lot at one channel while it is tested.

import {el, show} from '/onboarding/dom.js';
import {lotPanel, refundPanel} from '/onboarding/lot-panel.js';
import {page} from '/onboarding/shell.js';
import {mayWithdraw, withdrawLot} from '/onboarding/withdrawal.js';

page('停车场接入', async (main, session) => {
  const id = location.pathname.split('/').filter(Boolean).pop();
  const panel = await lotPanel(encodeURIComponent(id));
  const lot = panel.lot();
  const over = ['LIVE', 'WITHDRAWN'].includes(lot.state);
  const company = session.roles.some(role => role.startsWith('ops-'));
  const charged = ['SUCCEEDED', 'DISPUTED'].includes(lot.deduction?.state);
  show(main, panel.node, company && charged && refundPanel(lot),
      mayWithdraw(session) && !over && el('div', {class: 'ob-actions'}, withdrawLot(id, lot.lotName, () => location.reload())));
});
