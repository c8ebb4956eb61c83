// 看板: every lot at every channel, in words, with what to do next.

import {badge, el, link, moment, notice, show, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {page} from '/onboarding/shell.js';
import {APPLICATION_STATES, BINDING_STATES, CHANNELS, words} from '/onboarding/words.js';

page('接入看板', async main => {
  const board = await get('/api/board');
  const lots = board.lots ?? board;
  const filter = {text: '', state: ''};
  const list = el('div');
  const draw = () => show(list, grid(lots.filter(lot => matches(lot, filter))));
  const search = el('input', {type: 'search', placeholder: '停车场、编号或车场方', 'aria-label': '查找', on: {input: () => { filter.text = search.value.trim(); draw(); }}});
  const state = el('select', {'aria-label': '状态', on: {change: () => { filter.state = state.value; draw(); }}},
      el('option', {value: ''}, '全部状态'), Object.entries(BINDING_STATES).map(([code, [label]]) => el('option', {value: code}, label)));
  draw();
  show(main, el('h1', {}, '接入看板'), el('div', {class: 'ob-filter'}, search, state), list, applications(board.applications ?? await get('/api/applications?mine').catch(() => [])));
});

function matches(lot, {text, state}) {
  const named = [lot.lotName ?? lot.name, lot.lotCode ?? lot.code, lot.merchantName].some(word => word?.includes(text));
  return named && (!state || bindings(lot).some(binding => binding.state === state));
}

const bindings = lot => lot.bindings ?? lot.channels ?? [];

function grid(lots) {
  const channels = Object.keys(CHANNELS).filter(code => code === 'wechatpay' || lots.some(lot => bindings(lot).some(binding => binding.channel === code)));
  return table(['停车场', ...channels.map(code => CHANNELS[code])],
      lots.map(lot => [el('div', {}, el('strong', {}, lot.lotName ?? lot.name), el('small', {}, `${lot.lotCode ?? lot.code} · ${lot.merchantName ?? ''}`)),
        ...channels.map(code => cell(bindings(lot).filter(binding => binding.channel === code)))]),
      '没有符合条件的停车场。');
}

function cell(found) {
  if (!found.length) return el('span', {class: 'ob-none'}, '未申请');
  return el('div', {}, found.map(binding => {
    const [label, kind, next] = words(BINDING_STATES, binding.state);
    return el('div', {class: 'ob-cell'}, badge(binding.stateText ?? label, kind), el('p', {}, binding.next ?? next),
        el('small', {}, binding.bindingId || binding.id ? link(`/lots/${binding.bindingId ?? binding.id}`, '查看') : '',
            binding.applicationNo && link(`/applications/${binding.applicationNo}`, ` 申请 ${binding.applicationNo}`)));
  }));
}

function applications(list) {
  if (!list.length) return notice('info', '还没有申请', '在“任务 → 启动流程”里申请收款账户。');
  return el('section', {class: 'ob-section'}, el('h3', {}, '申请'), table(['申请编号', '渠道', '车场方', '状态', '接下来', '更新'],
      list.map(application => {
        const [label, kind, next] = words(APPLICATION_STATES, application.state);
        return [link(`/applications/${application.no}`, application.no), CHANNELS[application.channel] ?? application.channel, application.merchantName,
          badge(label, kind), application.next ?? next, moment(application.updatedAt)];
      }), '还没有申请。'));
}
