// 代交申请资料, 告知渠道撤回: the channel has no call for it; a person does it, and says so when it is done.

import {el, facts, notice, section, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {entered, heading, history} from '/onboarding/application-view.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {busy, onComplete, opened, task} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo, name, description, request, lotName} = await task(camForm);
    const application = await get(`/api/applications/${applicationNo}`);
    const catalogue = await get(`/api/applications/${application.no}/catalogue`);
    const box = el('input', {type: 'checkbox'});
    const problem = el('p', {class: 'ob-error', hidden: true}, '请办好以后勾选。');
    box.addEventListener('change', () => { problem.hidden = box.checked; });
    onComplete(camForm, () => {
      problem.hidden = box.checked;
      problem.scrollIntoView({block: 'center'});
      return box.checked ? {applicationNo} : null;
    });
    show(place, heading(application), notice('warn', name, description),
        section('要办的事', facts([lotName && ['停车场', lotName], ['请办理', request ?? application.channelProgress?.text]])),
        section('办好以后', el('label', {class: 'ob-check'}, box, el('span', {}, '已经办好，对方已经知道。')), problem),
        entered(catalogue, application), history(application));
    await keepMarks(camForm, place, place, application.version);
  });
}
