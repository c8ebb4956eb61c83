// 配置停车场收款账户: the operator picks the lots of this account.

import {el, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {heading} from '/onboarding/application-view.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {LotChoice} from '/onboarding/lot-choice.js';
import {backToList, busy, onComplete, opened, task} from '/onboarding/task.js';
import {withdrawApplication} from '/onboarding/withdrawal.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const lots = new LotChoice(await get(`/api/applications/${applicationNo}/lots`), true);
    onComplete(camForm, async () => {
      if (!lots.complete()) return null;
      await post(`/api/applications/${applicationNo}/lots`, {lotCodes: lots.chosen()});
      return {applicationNo};
    });
    show(place, heading(application),
        notice('info', '账户已开通，请选择用它收款的停车场', '选中的停车场各自进入对接测试，先通过的先正式接入。提交后不能再改；以后新增的停车场可以从“申请接入 → 增加停车场”增加。'),
        section('我的停车场', lots.node),
        el('div', {class: 'ob-actions'}, withdrawApplication(applicationNo, backToList)));
    await keepMarks(camForm, place, lots.node);
  });
}
