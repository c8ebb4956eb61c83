// The desk at WeChat Pay: one tab per kind of work, each in a file of its own.
import { byId, el, toast } from './desk.js';
import { applyments } from './wechat-applyments.js';
import { lots } from './wechat-lots.js';
import { money } from './wechat-money.js';
import { faults, notices } from './wechat-faults.js';

const TABS = [
  ['applyments', '商户申请', applyments],
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

addEventListener('hashchange', show);
show();
