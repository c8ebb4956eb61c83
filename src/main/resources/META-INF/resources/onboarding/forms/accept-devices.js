// 验收设备: the operating company compares numbers with photos, lane by lane.

import {notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {heading} from '/onboarding/application-view.js';
import {Choice} from '/onboarding/decision.js';
import {deviceTable} from '/onboarding/devices-view.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {Remarks} from '/onboarding/remarks.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo} = await task(camForm);
    const [application, {devices}] = await Promise.all([get(`/api/applications/${applicationNo}`), get(`/api/applications/${applicationNo}/devices`)]);
    const remarks = new Remarks(() => {});
    const choice = new Choice([
      ['accept', '全部通过', '这些车道的设备可以用于扣款，停车场可以配置收款账户。'],
      ['return', '退回有问题的车道', '在有问题的车道上勾选并写明原因，车场方只改这些车道，改好后再次验收。'],
    ]);
    onComplete(camForm, () => decided(applicationNo, choice, remarks));
    const open = devices.some(device => device.state === 'SUBMITTED');
    show(place, heading(application), open
        ? notice('info', '请逐车道核对', '序列号和 PSAM 终端号与照片、设备清单一致；照片能看清设备和它所在的车道。')
        : notice('good', '没有待验收的车道', '这些设备以前都已验收通过，车场方这次没有新增或更换。请选“全部通过”，再按“提交”。'),
        section('设备', deviceTable(devices, device => device.state === 'SUBMITTED' && remarks.input({key: device.id, label: `车道 ${device.laneNo}`, type: 'device'}))),
        section('决定', choice.node));
    await keepMarks(camForm, place, place, application.version);
  });
}

async function decided(no, choice, remarks) {
  const decision = choice.made();
  if (!decision) return null;
  if (decision === 'accept' && !remarks.empty()) return choice.refuse('您标出了有问题的车道：请退回，或取消这些标记再通过。');
  const lacking = decision === 'return' ? remarks.lacking() : null;
  if (lacking) return choice.refuse(lacking);
  try {
    await post(`/api/applications/${no}/devices/remarks`, {reasons: remarks.reasons()});
  } catch (refusal) {
    return choice.refuse(refusal.message);
  }
  return {applicationNo: no, devicesDecision: decision};
}
