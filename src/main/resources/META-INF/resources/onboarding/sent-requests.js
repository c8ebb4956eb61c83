// The signed requests as they were sent: what a supervisor shows the channel when it says otherwise.

import {button, el, moment, notice, section, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';

export function sentRequests(bindingId) {
  const place = el('div');
  const load = async () => show(place, list(await get(`/api/bindings/${bindingId}/sent-requests`)));
  show(place, button('查看', () => load().catch(refusal => show(place, notice('bad', null, refusal.message)))));
  return section('发给渠道的签名请求', el('p', {class: 'ob-help'}, '每次扣款和退款发出之前留存，一字不改。与渠道核对时以此为证。'), place);
}

function list(requests) {
  if (!requests.length) return el('p', {class: 'ob-empty'}, '还没有发出过扣款或退款请求。');
  return requests.map(request => el('details', {}, el('summary', {}, `${moment(request.at)} ${request.what} ${request.number}`),
      el('pre', {class: 'ob-raw'}, [`${request.method} ${request.target}`, ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`), '', request.body].join('\n'))));
}
