// Lots that want to collect, and what owners of vehicles agreed to.
import { action, el, guarded, table, time } from './desk.js';
import { ask, at, commands, options, state } from './channel-words.js';

const COLORS = { BLUE: '蓝', GREEN: '绿', YELLOW: '黄', BLACK: '黑', WHITE: '白', LIMEGREEN: '黄绿', '': '任何颜色' };

export async function lots(refresh) {
  const [all, vehicles, visits] = await Promise.all([ask('/lots'), ask('/vehicles'), ask('/visits')]);
  return [
    el('section', { class: 'card' }, el('h2', {}, '停车场申请'), table(
      ['停车场', '商户号', '状态', '提交', '接下来'],
      all.reverse().map((lot) => [el('span', {}, lot.name, el('br'), el('span', { class: 'soft' }, lot.address)), lot.account,
        el('span', {}, state(lot), ' ', lot.reason || '', el('br'), el('span', { class: 'soft' }, lot.number || '')),
        num(time(lot.submittedAt)), commands(lot, '/lots/' + encodeURIComponent(lot.reference), refresh)]),
      '平台还没有登记停车场。'), action('刷新', refresh)),
    el('section', { class: 'card' }, el('h2', {}, '车主签约（免密支付）'),
      el('p', { class: 'soft' }, '没有列出的车牌都算已签约。'), vehicleForm(refresh),
      table(['车牌', '颜色', '状态'], vehicles.map((one) => [num(one.plateNo), color(one.plateColor), state(one)]), '还没有人改过。')),
    el('section', { class: 'card' }, el('h2', {}, '停车记录'), table(
      ['车牌', '停车场', '入场', '离场', '状态', '接下来'],
      visits.reverse().map((visit) => [num(visit.plateNo), visit.lotName, told(visit.enteredAt), told(visit.leftAt),
        el('span', {}, state(visit), ' ', visit.reason || ''), commands(visit, '/visits/' + encodeURIComponent(visit.id), refresh)]),
      at.operations.some((one) => one.name === 'ENTRY') ? '还没有车辆入场。' : `${at.name}没有入场通知，扣款时才知道停车的经过。`)),
  ];
}

const num = (text) => el('span', { class: 'num' }, text);

const color = (code) => (code in COLORS ? COLORS[code] : code);

// A time as the platform told it; each channel has its own way to write it.
const told = (text) => num(/^\d{4}-\d\d-\d\dT/.test(text) ? time(text) : text);

function vehicleForm(refresh) {
  const plate = el('input', { size: 10, placeholder: '浙A12345', required: true });
  const paint = options(Object.entries(COLORS).reverse(), '', '颜色');
  const wanted = options(Object.entries(at.agreements).map(([code, words]) => [code, words.text]), 'UNSIGNED', '签约');
  const save = el('button', {}, '替车主设置');
  return el('form', { class: 'row', onsubmit: (event) => {
    event.preventDefault();
    guarded(save, async () => {
      await ask('/vehicles', 'PUT', { plateNo: plate.value.trim(), plateColor: paint.value, payerId: '', state: wanted.value });
      await refresh();
      return '已设置。';
    });
  } }, el('label', {}, '车牌', plate), el('label', {}, '颜色', paint), el('label', {}, '签约', wanted), save);
}
