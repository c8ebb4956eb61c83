// Test vehicles of a lot at a channel, each with what the channel says about its agreement.

import {badge, button, el, moment, notice, section, show, table} from '/onboarding/dom.js';
import {post, remove} from '/onboarding/api.js';
import {PLATE_COLORS} from '/onboarding/words.js';

const AGREEMENTS = {SIGNED: ['已签约', 'good'], NOT_SIGNED: ['未签约', 'bad'], UNDETERMINABLE: ['渠道无法判断', 'wait'], UNASKED: ['待查询', 'plain']};

export function vehicles(lot, done) {
  const trouble = el('div');
  const editable = lot.editable && !['LIVE', 'WITHDRAWN'].includes(lot.state);
  const attempt = action => async () => action().then(done, refusal => show(trouble, notice('bad', null, refusal.message)));
  const rows = lot.vehicles.map(vehicle => {
    const path = `/api/bindings/${lot.id}/vehicles/${vehicle.id}`;
    return [vehicle.plateNo, el('span', {class: 'ob-short'}, PLATE_COLORS[vehicle.plateColor] ?? vehicle.plateColor), agreement(vehicle),
      editable ? el('span', {class: 'ob-row'}, button('重新查询', attempt(() => post(`${path}/agreement`)), 'small'), button('移除', attempt(() => remove(path)), 'small danger')) : ''];
  });
  return section('测试车辆', el('p', {class: 'ob-help'}, '只有这里登记的车辆会被测试扣款。一辆车在一个停车场同一时间只能测试一个渠道。'),
      table(['车牌', '颜色', '渠道签约', ''], rows, '还没有登记测试车辆。'), trouble, editable && vehicleForm(lot, done));
}

function agreement(vehicle) {
  const [label, kind] = AGREEMENTS[vehicle.agreement];
  return el('span', {}, badge(label, kind), el('small', {}, ` ${[vehicle.agreementText === label ? null : vehicle.agreementText, vehicle.checkedAt && moment(vehicle.checkedAt)].filter(Boolean).join(' ')}`));
}

function vehicleForm(lot, done) {
  const plate = el('input', {type: 'text', maxlength: 20, placeholder: '浙A12345', id: 'ob-plateNo'});
  const color = el('select', {id: 'ob-plateColor'}, Object.entries(PLATE_COLORS).map(([value, label]) => el('option', {value}, label)));
  const payer = el('input', {type: 'text', maxlength: 64, id: 'ob-payerId'});
  const problem = el('p', {class: 'ob-error', role: 'alert'});
  const add = button('登记车辆', async () => {
    show(problem);
    add.disabled = true;
    try {
      await post(`/api/bindings/${lot.id}/vehicles`, {plateNo: plate.value, plateColor: Number(color.value), payerId: payer.value.trim()});
      await done();
    } catch (refusal) {
      show(problem, Object.values(refusal.fields ?? {}).join('；') || refusal.message);
      plate.focus();
    } finally {
      add.disabled = false;
    }
  }, 'primary');
  return el('div', {class: 'ob-inline'},
      el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '车牌'), plate),
      el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '颜色'), color),
      lot.payerId && el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, lot.payerId.label), payer, el('small', {class: 'ob-help'}, lot.payerId.help)), add, problem);
}
