// Steps that happen at the channel (验证邮件, 签约): what to do now, the link, and asking the channel at once.
// The channel's own word completes the task, never the person's. The words are the model's.

import {clock, el, facts, link, notice, section, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {heading} from '/onboarding/application-view.js';
import {checkNow, ended} from '/onboarding/check-now.js';
import {backToList, busy, completedByOthers, opened, task, whileOpen} from '/onboarding/task.js';
import {withdrawApplication} from '/onboarding/withdrawal.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo, name, words} = await task(camForm);
    completedByOthers(camForm, `这一步以渠道的结果为准，不需要您提交。办好之后请点“${words.ask}”，渠道确认后任务会自动结束。`);
    const state = el('div');
    const refresh = async () => showState(state, await get(`/api/applications/${applicationNo}`), words);
    const said = el('div');
    const ask = checkNow(camForm, applicationNo, said, refresh, words.ask, 'primary');
    const application = await get(`/api/applications/${applicationNo}`);
    showState(state, application, words);
    show(place, heading(application), notice('info', `请${name}`, el('ol', {}, words.instructions.map(line => el('li', {}, line)))),
        state, said, el('div', {class: 'ob-actions'}, ask, withdrawApplication(applicationNo, backToList)));
    // the channel may end the step while somebody looks at it
    whileOpen(place, 15, () => ended(camForm, said).then(gone => gone || refresh()).catch(() => {}));
  });
}

function showState(place, application, words) {
  show(place, section('渠道的当前状态', facts([['状态', application.channelProgress?.text], ['查询时间', clock()]]),
      application.channelProgress?.link
        ? el('p', {}, link(application.channelProgress.link, words.link, {target: '_blank', rel: 'noopener noreferrer', class: 'ob-button'}))
        : words.link && el('p', {class: 'ob-help'}, '渠道还没有给出链接，请稍后再看。')));
}
