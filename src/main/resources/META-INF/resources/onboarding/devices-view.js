// Devices in the lanes, as everybody sees them.

import {badge, el, table} from '/onboarding/dom.js';
import {thumbnail} from '/onboarding/papers.js';

const KINDS = {RECORDED: 'plain', SUBMITTED: 'wait', RETURNED: 'bad', ACCEPTED: 'good'};

/** `beside(device)` may add something to a lane: buttons, an input for a reason. */
export function deviceTable(devices, beside = () => null) {
  return table(['停车场', '车道', '天线（RSU）序列号', 'PSAM 终端号', '照片', '状态'], devices.map(device => [
    device.lotName, device.laneNo, el('code', {}, device.deviceSerial), el('code', {class: 'ob-short'}, device.terminalNo),
    device.photo ? thumbnail(device.photo, `车道 ${device.laneNo}`) : '',
    el('div', {}, badge(device.stateText, KINDS[device.state]), device.reason && el('p', {class: 'ob-remark'}, '退回原因：', device.reason), beside(device)),
  ]), '还没有登记设备。');
}
