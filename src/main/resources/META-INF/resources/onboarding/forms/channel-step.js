// Steps that happen at the channel (验证邮件, 签约): what to do now, the link, and asking the channel at once.
// The channel's own word completes the task, never the person's. The words are the model's.

import {button, clock, el, facts, link, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {heading} from '/onboarding/application-view.js';
import {backToList, busy, completedByOthers, gone, opened, task, whileOpen} from '/onboarding/task.js';
import {withdrawApplication} from '/onboarding/withdrawal.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo, name, words} = await task(camForm);
    completedByOthers(camForm, `这一步以渠道的结果为准，不需要手动完成。办好之后请点“${words.ask}”，渠道确认后任务会自动结束。`);
    const state = el('div');
    const refresh = async () => showState(state, await get(`/api/applications/${applicationNo}`), words);
    const ask = button(words.ask, () => asked(camForm, applicationNo, ask, state, refresh), 'primary');
    const application = await get(`/api/applications/${applicationNo}`);
    showState(state, application, words);
    show(place, heading(application), notice('info', `请${name}`, el('ol', {}, words.instructions.map(line => el('li', {}, line)))),
        state, el('div', {class: 'ob-actions'}, ask, withdrawApplication(applicationNo, backToList)));
    whileOpen(place, 15, () => refresh().catch(() => {}));
  });
}

function showState(place, application, words) {
  show(place, section('渠道的当前状态', facts([['状态', application.channelProgress?.text], ['查询时间', clock()]]),
      application.channelProgress?.link
        ? el('p', {}, link(application.channelProgress.link, words.link, {target: '_blank', rel: 'noopener noreferrer', class: 'ob-button'}))
        : words.link && el('p', {class: 'ob-help'}, '渠道还没有给出链接，请稍后再看。')));
}

async function asked(camForm, applicationNo, ask, state, refresh) {
  ask.disabled = true;
  try {
    await post(`/api/applications/${applicationNo}/check-now`);
    for (let i = 0; i < 10 && ask.isConnected; i++) {
      await new Promise(resolve => setTimeout(resolve, 2000));
      await refresh();
      if (await gone(camForm)) return finished(state);
    }
    state.append(notice('warn', '渠道还没有确认', '请确认已在渠道的页面上做完全部步骤，稍后再查。渠道确认后系统也会自动继续，并发邮件通知您。'));
  } catch (refusal) {
    state.append(notice('bad', '没有查成', refusal.message));
  } finally {
    ask.disabled = false;
  }
}

function finished(state) {
  show(state, notice('good', '渠道已确认', '这一步已经完成，系统继续往下办理。'));
  setTimeout(backToList, 1500);
}
