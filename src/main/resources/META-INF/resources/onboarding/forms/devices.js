// 安装设备: the operator records what is installed in which lane.

import {button, el, notice, section, show} from '/onboarding/dom.js';
import {get, post, put, remove} from '/onboarding/api.js';
import {heading} from '/onboarding/application-view.js';
import {Choice} from '/onboarding/decision.js';
import {deviceTable} from '/onboarding/devices-view.js';
import {Inputs, text} from '/onboarding/inputs.js';
import {paperInput, thumbnail} from '/onboarding/papers.js';
import {backToList, busy, onComplete, opened, task} from '/onboarding/task.js';
import {withdrawApplication} from '/onboarding/withdrawal.js';

export function open(camForm) {
  opened(camForm, async place => {
    const {application, lanes} = await loaded(camForm, place);
    onComplete(camForm, () => lanes.complete());
    show(place, heading(application),
        lanes.passed() && notice('good', '设备以前已全部验收通过，不用再登记', '没有新增或更换的车道，直接按“提交”即可；有的，先在下面登记。'),
        howTo(application, '全部登记好后按“提交”，由运营公司验收。只有验收通过的停车场可以配置收款账户，打算接入的停车场请一并登记。'),
        lanes.node, el('div', {class: 'ob-actions'}, withdrawApplication(application.no, backToList)));
  });
}

/** 补装: for lots that are to join an account which is open already. */
export function openMore(camForm) {
  opened(camForm, async place => {
    const {application, lanes} = await loaded(camForm, place);
    const choice = new Choice([
      ['submit', '送交验收', '登记好的车道由运营公司验收；通过后，可以从“申请接入 → 增加停车场”把停车场增加到账户下。'],
      ['giveUp', '不再补装', '结束这次补装。已验收的设备不变；还没有验收的登记保留，下次补装时还在。'],
    ]);
    onComplete(camForm, () => {
      const moreDevicesDecision = choice.made();
      if (!moreDevicesDecision) return null;
      return {...(moreDevicesDecision === 'submit' ? lanes.completeMore() : {applicationNo: application.no}), moreDevicesDecision};
    });
    show(place, heading(application),
        howTo(application, '登记好后选“送交验收”，再按“提交”。'),
        lanes.node, section('决定', choice.node));
  });
}

async function loaded(camForm, place) {
  show(place, busy());
  const {applicationNo} = await task(camForm);
  const [application, view] = await Promise.all([get(`/api/applications/${applicationNo}`), get(`/api/applications/${applicationNo}/devices`)]);
  return {application, lanes: new Lanes(applicationNo, view)};
}

function howTo(application, next) {
  return notice('info', `${application.channelName} 上门安装设备后，逐车道登记`, '每条车道登记天线（RSU）序列号、PSAM 终端号，并上传能看清设备和车道的照片。登记的内容即时保存。', next);
}

class Lanes {
  constructor(no, view) {
    this.path = `/api/applications/${no}/devices`;
    this.no = no;
    this.list = el('div');
    this.title = el('strong', {}, '登记一条车道');
    this.problem = el('p', {class: 'ob-error', role: 'alert'});
    this.photo = el('div');
    this.inputs = new Inputs({
      lotCode: {label: '停车场', node: el('select', {}, el('option', {value: ''}, '请选择'), view.lots.map(({code, name}) => el('option', {value: code}, `${name}（${code}）`)))},
      laneNo: {label: '车道号', node: text({maxlength: 16}), help: '与现场标识一致，如 01、E-2。'},
      deviceSerial: {label: '天线（RSU）序列号', node: text({maxlength: 64}), help: '设备铭牌上的序列号。'},
      terminalNo: {label: 'PSAM 终端号', node: text({maxlength: 40}), help: '12 位十六进制数，见 PSAM 卡面或设备菜单。'},
      photoId: {label: '现场照片', node: this.photo, wide: true, help: '能看清设备和它所在的车道。'},
    });
    this.save = button('登记这条车道', () => this.send(), 'primary');
    this.cancel = button('取消修改', () => this.edit(null));
    this.node = el('div', {}, section('已登记的设备', this.list), section('设备登记', this.title, this.inputs.node, this.problem,
        el('div', {class: 'ob-actions'}, this.cancel, this.save)));
    this.draw(view);
    this.edit(null);
  }

  draw(view) {
    this.devices = view.devices;
    show(this.list, deviceTable(this.devices, device => device.open && el('div', {class: 'ob-row'},
        button('修改', () => this.edit(device), 'small'), button('删除', () => this.discard(device), 'small'))));
  }

  /** Begins to mend a lane, or to record another one. */
  edit(device) {
    this.editing = device;
    this.papers = [];
    show(this.problem);
    show(this.title, device ? `修改车道 ${device.laneNo}` : '登记一条车道');
    this.save.textContent = device ? '保存修改' : '登记这条车道';
    this.cancel.hidden = !device;
    this.inputs.fill({lotCode: device?.lotCode ?? this.inputs.values().lotCode, laneNo: device?.laneNo, deviceSerial: device?.deviceSerial, terminalNo: device?.terminalNo});
    this.inputs.say('photoId', null);
    show(this.photo, device?.photo && [thumbnail(device.photo, `车道 ${device.laneNo}`), el('p', {class: 'ob-help'}, '不更换照片的，不用再上传。')], paperInput({key: 'devicePhoto', label: '设备照片'}, this.papers, async () => this.no, () => this.inputs.say('photoId', null), 'step-documents'));
    if (device) this.title.scrollIntoView({block: 'center', behavior: 'smooth'});
  }

  async send() {
    this.save.disabled = true;
    show(this.problem);
    const entry = {...this.inputs.values(), photoId: this.papers[0]?.id ?? this.editing?.photo?.id ?? ''};
    try {
      this.draw(this.editing ? await put(`${this.path}/${this.editing.id}`, entry) : await post(this.path, entry));
      this.edit(null);
    } catch (refusal) {
      const elsewhere = this.inputs.sayAll(refusal.fields ?? {});
      if (elsewhere.length || !Object.keys(refusal.fields ?? {}).length) show(this.problem, refusal.message);
    } finally {
      this.save.disabled = false;
    }
  }

  async discard(device) {
    show(this.problem);
    try {
      this.draw(await remove(`${this.path}/${device.id}`));
      if (this.editing?.id === device.id) this.edit(null);
    } catch (refusal) {
      show(this.problem, refusal.message);
    }
  }

  /** Whether all was accepted in an earlier round: after a refusal of the channel the same devices stand. */
  passed() {
    return this.devices.length > 0 && this.devices.every(device => device.state === 'ACCEPTED');
  }

  complete() {
    const returned = this.devices.find(device => device.state === 'RETURNED');
    if (!this.devices.length) throw new Error('还没有登记设备，请至少登记一条车道。');
    if (returned) throw new Error(`车道 ${returned.laneNo} 被退回，请按原因改好或删除后再提交。`);
    return {applicationNo: this.no};
  }

  completeMore() {
    if (this.passed() || !this.devices.length) throw new Error('还没有登记新的车道。请先登记，或者选“不再补装”。');
    return this.complete();
  }
}
