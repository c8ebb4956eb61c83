// 补装 ETC 设备: begins the installation for lots that are to join an account which is open already.

import {el, notice, section, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {busy, onComplete, opened} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const accounts = await accountsWithDevices();
    if (!accounts.length) {
      onComplete(camForm, () => { throw new Error('还没有可以补装的 ETC 账户。'); });
      return show(place, notice('warn', '还没有可以补装的账户', '配置停车场以前，设备在申请流程的任务“安装 ETC 设备”里登记；配置以后，才在这里补装。'));
    }
    const account = el('select', {id: 'ob-account'}, accounts.map(({no, channelName, merchantName}) => el('option', {value: no}, `${channelName} · ${no} · ${merchantName}`)));
    onComplete(camForm, () => ({applicationNo: account.value}));
    show(place, notice('info', '为以后才接入的停车场补装设备', '提交后，在待办“补装 ETC 设备”里逐车道登记，由运营公司验收；验收通过，再从“申请接入 → 增加停车场”把停车场增加到账户下。'),
        section('ETC 账户', el('div', {class: 'ob-field'}, account)));
  });
}

/** Open accounts of the channels that want devices in the lanes. */
async function accountsWithDevices() {
  const open = (await get('/api/applications?state=TESTING&state=DONE&state=PARTLY_DONE&size=100')).rows;
  const ofChannel = new Map(open.map(({channel, no}) => [channel, no]));
  const wanting = await Promise.all([...ofChannel].map(async ([channel, no]) => (await get(`/api/applications/${no}/catalogue`)).devicesPerLane && channel));
  return open.filter(({channel}) => wanting.includes(channel));
}
