// One application: state, timeline, what was entered (masked), papers, lots, withdrawal.

import {badge, el, link, section, show, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {changed, entered, heading, history, openRemarks} from '/onboarding/application-view.js';
import {deviceTable} from '/onboarding/devices-view.js';
import {forecast} from '/onboarding/forecast.js';
import {page} from '/onboarding/shell.js';
import {turnsOf, turnsOfLots, drawTurns} from '/onboarding/turns.js';
import {resultHistory, visitHistory} from '/onboarding/visits-view.js';
import {discardDraft, mayDiscard, mayWithdraw, withdrawApplication, withdrawLot} from '/onboarding/withdrawal.js';
import {BINDING_STATES, words} from '/onboarding/words.js';

const OVER = ['DONE', 'PARTLY_DONE', 'LOTS_REFUSED', 'REFUSED', 'CHANNEL_CLOSED', 'WITHDRAWN', 'EXPIRED', 'DISCARDED', 'DRAFT'];

page('申请', async (main, session) => {
  const no = location.pathname.split('/').filter(Boolean).pop();
  const application = await get(`/api/applications/${encodeURIComponent(no)}`);
  const [catalogue, turns, lotTurns, visits, results, foretold] = await Promise.all([get(`/api/applications/${application.no}/catalogue`), turnsOf([application.no]), turnsOfLots(application.no),
    get(`/api/applications/${encodeURIComponent(no)}/appointment`), get(`/api/applications/${encodeURIComponent(no)}/signing-result`),
    get(`/api/applications/${encodeURIComponent(no)}/forecast`).catch(() => null)]);
  const devices = catalogue.devicesPerLane && await get(`/api/applications/${encodeURIComponent(no)}/devices`);
  const again = () => location.reload();
  const discardable = mayDiscard(session, application);
  const withdrawable = !discardable && !OVER.includes(application.state) && mayWithdraw(session);
  show(main, heading(application, turns[application.no], session), auditOf(no, session), forecast(foretold), openRemarks(application), lots(application, lotTurns, session), visitHistory(visits), resultHistory(results),
      devices && section('车道设备', deviceTable(devices.devices)), changed(application), entered(catalogue, application),
      history(application), discardable && el('div', {class: 'ob-actions'}, discardDraft(application, again, 'danger')),
      withdrawable && el('div', {class: 'ob-actions'}, withdrawApplication(no, again)));
});

/** Auditors read the whole story in Cockpit. */
function auditOf(no, {roles, webapps}) {
  return roles.includes('auditor') && el('p', {}, link(`${webapps}/app/cockpit/default/#/audit/applications/${encodeURIComponent(no)}`, '审计：这份申请的全过程'));
}

function lots(application, turns, session) {
  const bindings = application.bindings ?? [];
  if (!bindings.length) return null;
  return section('停车场', table(['停车场', '编号', '状态', '接下来', ''], bindings.map(binding => {
    const [label, kind] = words(BINDING_STATES, binding.state);
    return [link(`/lots/${binding.id}`, binding.lotName), binding.lotCode, badge(label, kind), drawTurns(turns[binding.id], {session, place: `/lots/${binding.id}`}),
      ['LIVE', 'WITHDRAWN'].includes(binding.state) || !mayWithdraw(session) ? '' : withdrawLot(binding.id, binding.lotName, () => location.reload())];
  }), '还没有绑定停车场。'));
}
