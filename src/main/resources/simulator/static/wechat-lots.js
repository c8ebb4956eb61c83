// Lots that want to collect, and what owners of vehicles agreed to.
import { action, call, el, guarded, table, tag, time } from './desk.js';

const COLORS = { BLUE: '蓝', GREEN: '绿', YELLOW: '黄', BLACK: '黑', WHITE: '白', LIMEGREEN: '黄绿' };
const SERVICE = { NORMAL: '已开通', PAUSE: '已暂停', OUT_SERVICE: '未开通' };
const AUDIT = { AUDITING: ['审核中', 'wait'], PASSED: ['已同意', 'good'], REJECTED: ['已拒绝', 'bad'], WITHDRAWN: ['平台已撤回', ''] };

export async function lots(refresh) {
  const [all, vehicles, visits] = await Promise.all([call('/wechatpay/lots'), call('/wechatpay/vehicles'), call('/wechatpay/visits')]);
  return [
    el('section', { class: 'card' }, el('h2', {}, '停车场申请'), table(
      ['停车场', '子商户号', '状态', '提交', '接下来'],
      all.reverse().map((lot) => [el('span', {}, lot.name, el('br'), el('span', { class: 'soft' }, lot.address)), lot.subMchid,
        el('span', {}, tag(...(AUDIT[lot.state] || [lot.state])), ' ', lot.rejectReason || '', lot.parkingId ? el('span', { class: 'soft' }, lot.parkingId) : ''),
        time(lot.submittedAt), lot.state === 'AUDITING' ? decision(lot, refresh) : '']),
      '平台还没有登记停车场。'), action('刷新', refresh)),
    el('section', { class: 'card' }, el('h2', {}, '车主服务 (免密支付)'),
      el('p', { class: 'soft' }, '没有列出的车牌都算已开通。'), vehicleForm(refresh),
      table(['车牌', '颜色', '状态'], vehicles.map((one) => [one.plateNumber, COLORS[one.plateColor], tag(SERVICE[one.state], one.state === 'NORMAL' ? 'good' : 'bad')]),
        '还没有人改过。')),
    el('section', { class: 'card' }, el('h2', {}, '在场车辆'), table(
      ['车牌', '停车场', '入场', '状态', '接下来'],
      visits.reverse().map((visit) => [visit.plateNumber, visit.parkingName, visit.startTime,
        el('span', {}, tag(visit.state === 'NORMAL' ? '可扣款' : '不可扣款', visit.state === 'NORMAL' ? 'good' : 'bad'), ' ', visit.blockReason || ''),
        visit.state === 'NORMAL' ? blocking(visit, refresh) : done('恢复', `/wechatpay/visits/${visit.id}/unblock`, () => ({}), refresh)]),
      '还没有车辆入场。')),
  ];
}

function done(title, path, body, refresh, style = '') {
  return action(title, async () => {
    await call(path, 'POST', body());
    await refresh();
    return '已办。';
  }, style);
}

function decision(lot, refresh) {
  const reason = el('input', { placeholder: '拒绝的原因', size: 16, 'aria-label': '拒绝的原因' });
  return el('div', { class: 'row' }, done('同意', `/wechatpay/lots/${lot.auditNo}/pass`, () => ({}), refresh, 'main'), reason,
    done('拒绝', `/wechatpay/lots/${lot.auditNo}/refuse`, () => ({ reason: reason.value }), refresh, 'bad'));
}

function blocking(visit, refresh) {
  const reason = el('select', { 'aria-label': '原因' }, el('option', { value: 'PAUSE' }, '车主暂停服务'), el('option', { value: 'OVERDUE' }, '车主有欠费'));
  return el('div', { class: 'row' }, reason, done('停止扣款', `/wechatpay/visits/${visit.id}/block`, () => ({ reason: reason.value }), refresh, 'bad'));
}

function vehicleForm(refresh) {
  const plate = el('input', { size: 10, placeholder: '浙A12345', required: true });
  const color = el('select', {}, Object.entries(COLORS).map(([code, text]) => el('option', { value: code }, text)));
  const state = el('select', {}, Object.entries(SERVICE).map(([code, text]) => el('option', { value: code }, text)));
  state.value = 'OUT_SERVICE';
  const save = el('button', {}, '替车主设置');
  const form = el('form', { class: 'row', onsubmit: (event) => {
    event.preventDefault();
    guarded(save, async () => {
      await call('/wechatpay/vehicles', 'PUT', { plateNumber: plate.value.trim(), plateColor: color.value, openid: '', state: state.value });
      await refresh();
      return '已设置。';
    });
  } }, el('label', {}, '车牌', plate), el('label', {}, '颜色', color), el('label', {}, '车主服务', state), save);
  return form;
}
