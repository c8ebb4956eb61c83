// 看板: every lot at every channel, in words, with what to do next.

import {badge, el, link, notice, show, table} from '/onboarding/dom.js';
import {channels, get} from '/onboarding/api.js';
import {page} from '/onboarding/shell.js';
import {mayWithdraw, withdrawApplication, withdrawLot} from '/onboarding/withdrawal.js';
import {APPLICATION_STATES, BINDING_STATES, words} from '/onboarding/words.js';

page('接入看板', async (main, session) => {
  const board = await get('/api/board');
  const {lots} = board;
  const names = await channels();
  const filter = {text: '', state: ''};
  const list = el('div');
  const draw = () => show(list, grid(lots.filter(lot => matches(lot, filter)), names, session));
  const search = el('input', {type: 'search', placeholder: '停车场、编号或车场方', 'aria-label': '查找', on: {input: () => { filter.text = search.value.trim(); draw(); }}});
  const state = el('select', {'aria-label': '状态', on: {change: () => { filter.state = state.value; draw(); }}},
      el('option', {value: ''}, '全部状态'), Object.entries(BINDING_STATES).map(([code, [label]]) => el('option', {value: code}, label)));
  draw();
  show(main, el('h1', {}, '接入看板'), el('div', {class: 'ob-filter'}, search, state), list, applications(await get('/api/applications'), lots, session));
});

const LOT_OVER = ['LIVE', 'WITHDRAWN'];
const APPLICATION_OVER = ['DONE', 'REFUSED', 'WITHDRAWN', 'DRAFT'];
const again = () => location.reload();

function matches(lot, {text, state}) {
  const named = [lot.lotName, lot.lotCode, lot.merchantName, lot.vendorName].some(word => word?.includes(text));
  return named && (!state || lot.bindings.some(binding => binding.state === state));
}

function grid(lots, names, session) {
  const codes = Object.keys(names);
  return table(['停车场', ...Object.values(names)],
      lots.map(lot => [el('div', {}, el('strong', {}, lot.lotName), el('small', {}, `${lot.lotCode} · ${lot.merchantName}`), lot.vendorName && el('small', {}, `技术方：${lot.vendorName}`)),
        ...codes.map(code => cell(lot, lot.bindings.filter(binding => binding.channel === code), session))]),
      '没有符合条件的停车场。');
}

function cell(lot, found, session) {
  if (!found.length) return el('span', {class: 'ob-none'}, '未申请');
  return el('div', {}, found.map(binding => {
    const [, kind] = words(BINDING_STATES, binding.state);
    return el('div', {class: 'ob-cell'}, badge(binding.stateText, kind), el('p', {}, binding.next, binding.who && `（${binding.who}）`),
        el('small', {}, link(`/lots/${binding.bindingId}`, '查看停车场'), ' · ', applicationOf(binding, session)),
        mayWithdraw(session) && !LOT_OVER.includes(binding.state) && withdrawLot(binding.bindingId, lot.lotName, again, 'small danger'));
  }));
}

/** A vendor connects the lot and has no business with the company's papers. */
function applicationOf({applicationNo}, {roles}) {
  const label = `申请 ${applicationNo}`;
  return roles.every(role => role === 'lot-vendor') ? label : link(`/applications/${applicationNo}`, label);
}

function applications(list, lots, session) {
  if (!list.length) return lots.some(lot => lot.bindings.length) ? null : nothingYet(session.roles);
  return el('section', {class: 'ob-section'}, el('h3', {}, '申请'), table(['申请编号', '渠道', '车场方', '状态', '接下来', ''],
      list.map(application => {
        const [, kind, next] = words(APPLICATION_STATES, application.state);
        return [link(`/applications/${application.no}`, application.no), application.channelName, application.merchantName, badge(application.stateText, kind), application.next ?? next,
          mayWithdraw(session) && !APPLICATION_OVER.includes(application.state) ? withdrawApplication(application.no, again, 'small danger') : ''];
      }), '还没有申请。'));
}

/** What the reader can do about it: only a parking company applies. */
function nothingYet(roles) {
  if (roles.includes('lot-operator')) return notice('info', '还没有申请', '在“任务 → 启动流程”里申请收款账户。');
  if (roles.includes('lot-vendor')) {
    return notice('info', '车场方的申请开通后，您会收到任务', '任务“接口开发与对接准备”会出现在“任务”里，同时发邮件通知。在那里登记停车场系统的 accessID、公钥和测试车辆。');
  }
  return notice('info', '还没有申请', '车场方提交申请后显示在这里。');
}
