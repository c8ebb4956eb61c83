// 接口对接准备: the vendor's task. Everything on it is facts; completing it says that a real vehicle may come.

import {notice, show} from '/onboarding/dom.js';
import {lotPanel} from '/onboarding/lot-panel.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const panel = await lotPanel((await task(camForm)).bindingId);
    onComplete(camForm, () => {
      const lot = panel.lot();
      if (!lot.accessKey) throw new Error('请先登记停车场系统的 accessID 和公钥。');
      if (!lot.vehicles?.length) throw new Error('请先登记至少一辆测试车辆。');
      return {applicationNo: lot.applicationNo};
    });
    show(place, notice('info', '接口开发与对接准备', '登记好密钥和测试车辆后点“提交”，即进入等待实车记录。之后仍可以在“看板 → 停车场”里看到调用情况和诊断。'), panel.node);
  });
}
