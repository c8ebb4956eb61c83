// 账号验证确认: the operating company compares what the channel opened with what was applied for.

import {el, facts, notice, section, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {entered, heading, history} from '/onboarding/application-view.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const catalogue = await get(`/api/applications/${application.no}/catalogue`);
    const box = el('input', {type: 'checkbox'});
    const problem = el('p', {class: 'ob-error', hidden: true}, '请核对后勾选。');
    box.addEventListener('change', () => { problem.hidden = box.checked; });
    onComplete(camForm, () => {
      problem.hidden = box.checked;
      problem.scrollIntoView({block: 'center'});
      return box.checked ? {applicationNo} : null;
    });
    show(place, heading(application),
        notice('info', '渠道已开户，请核对账号', '渠道给出的商户号与申请的主体、结算账户一致，才能配置停车场。'),
        section('渠道开立的账户', facts([['渠道商户号', application.account?.channelAccount], ['结算账户', application.account?.accountNumberMasked]])),
        entered(catalogue, application), history(application),
        section('确认', el('label', {class: 'ob-check'}, box, el('span', {}, '商户号、主体名称和结算账户已核对，一致。')), problem));
  });
}
