// 联调工作台: what a lot's vendor develops and tests with. Others who may see the lot read along.

import {el, facts, link, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {page} from '/onboarding/shell.js';
import {calls} from '/onboarding/workbench/calls.js';
import {check} from '/onboarding/workbench/check.js';
import {fields, samples} from '/onboarding/workbench/samples.js';
import {messages, visits} from '/onboarding/workbench/visits.js';

const TABS = [
  ['calls', '接口调用', calls],
  ['visits', '停车与渠道', visits],
  ['messages', '发给停车场的消息', messages],
  ['check', '报文自测', check],
  ['samples', '示例代码', samples],
  ['fields', '接口字段', fields],
];

const id = encodeURIComponent(location.pathname.split('/').filter(Boolean)[1]);

page('联调工作台', async main => {
  const path = `/api/bindings/${id}/workbench`;
  const lot = await get(path);
  const tabs = el('nav', {class: 'ob-tabs ob-bench-tabs', 'aria-label': '联调工作台'});
  const place = el('div');
  let drawn = 0;
  const draw = async () => {
    const [chosen, , open] = TABS.find(([key]) => `#${key}` === location.hash) ?? TABS[0];
    show(tabs, TABS.map(([key, label]) => el('a', {href: `#${key}`, 'aria-current': key === chosen ? 'page' : null}, label)));
    const mine = ++drawn;
    const node = await open(path, lot);
    if (mine === drawn) show(place, node);
  };
  window.addEventListener('hashchange', draw);
  await draw();
  show(main, heading(lot), tabs, place);
}, ['/board', '回到看板']);

function heading(lot) {
  return el('header', {class: 'ob-heading'},
      el('h1', {}, '联调工作台'),
      el('p', {}, link(`/lots/${id}`, `${lot.lotName} · ${lot.channelName}`)),
      facts([['停车场编号', lot.lotCode], ['accessID', lot.accessId ?? '还没有登记'], lot.keySize && ['登记的公钥', `${lot.keySize} 位`],
        ['接口地址', el('code', {}, `${lot.endpoint}/api/v2/cp/接口名`)]]));
}
