// The desk at one channel: one tab per kind of work, each in a file of its own.
import { byId, el, toast } from './desk.js';
import { at } from './channel-words.js';
import { applications } from './channel-applications.js';
import { lots } from './channel-lots.js';
import { money } from './channel-money.js';
import { faults, notices } from './channel-faults.js';

const TABS = [
  ['applications', '商户申请', applications],
  ['lots', '停车场与车主', lots],
  ['money', '扣款、退款与账本', money],
  ['faults', '安排故障', faults],
  ['notices', '通知', notices],
];

async function show() {
  const wanted = location.hash.slice(1).split('/')[0];
  const [key, , draw] = TABS.find(([name]) => name === wanted) || TABS[0];
  byId('tabs').replaceChildren(...TABS.map(([name, title]) => el('button', {
    type: 'button', role: 'tab', 'aria-selected': String(name === key), onclick: () => { location.hash = name; },
  }, title)));
  try {
    byId('tab').replaceChildren(...await draw(show));
  } catch (problem) {
    toast(problem.message, true);
  }
}

document.title = at.name + ' · 对方工作台';
addEventListener('hashchange', show);
show();
