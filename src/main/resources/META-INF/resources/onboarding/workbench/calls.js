// Each call as it arrived, newest first.

import {badge, el, text} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {list, opener, second, uidFilter} from '/onboarding/workbench/list.js';

export async function calls(path, lot) {
  const names = await get(`${path}/fields`);
  let way = null;
  const ask = () => way.ask();
  const uid = uidFilter(ask);
  const call = el('select', {'aria-label': '接口', on: {change: ask}}, el('option', {value: ''}, '全部接口'),
      names.filter(one => one.supported).map(one => el('option', {value: one.call}, `${one.title} ${one.call}`)));
  const faults = el('input', {type: 'checkbox', on: {change: ask}});
  way = list({
    path: `${path}/calls`, size: 20, noun: '次',
    filters: [uid, call, el('label', {class: 'ob-bench-only'}, faults, '只看有问题的')],
    asked: () => ({uid: uid.value.trim(), call: call.value, faults: faults.checked}),
    draw: rows => (rows.length ? el('ul', {class: 'ob-bench-calls'}, rows.map(row => line(row, path, lot))) : nothing(uid, call, faults)),
  });
  await way.ask();
  return el('div', {}, el('p', {class: 'ob-help'},
      `停车场系统发来的每一次请求，保留 ${lot.keptDays} 天，每种接口最近 ${lot.keptPerCall} 次。${lot.opens ? '报文内容加密保存，打开会留下记录；照片不在这里显示。' : '报文内容只供该停车场的车场技术方打开。'}`), way.node);
}

function nothing(...filters) {
  const filtered = filters.some(filter => (filter.type === 'checkbox' ? filter.checked : filter.value));
  return el('p', {class: 'ob-empty'}, filtered ? '没有符合条件的请求。' : '还没有收到停车场系统的任何请求。先看“示例代码”，或把报文贴到“报文自测”里。');
}

function line(row, path, lot) {
  return el('li', {class: row.resultCode === 200 ? '' : 'bad'},
      el('div', {class: 'ob-bench-head'},
          el('time', {}, second(row.receivedAt)),
          el('strong', {}, row.title), el('code', {}, row.call),
          verdict(row),
          row.uid && el('span', {}, 'uid ', el('code', {}, row.uid)),
          row.plateNo && el('span', {}, row.plateNo)),
      el('p', {}, text(row.sentence)),
      row.warnings && el('p', {}, badge('提醒', 'wait'), ` ${row.warnings}`),
      lot.opens && row.opened && opener('打开报文', `${path}/calls/${row.id}`));
}

function verdict(row) {
  if (!row.proven) return badge(`身份或格式有误 ${row.resultCode}`, 'bad');
  if (row.resultCode !== 200) return badge(`拒绝 ${row.resultCode}`, 'bad');
  return badge(row.warnings ? '收下，有提醒' : '收下', row.warnings ? 'wait' : 'good');
}
