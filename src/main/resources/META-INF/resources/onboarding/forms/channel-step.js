// Steps that happen at the channel (验证邮件, 签约): what to do now, the link, and asking the channel at once.
// The channel's own word completes the task, never the person's.

import {button, clock, el, facts, link, notice, section, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {heading} from '/onboarding/application-view.js';
import {backToList, busy, completedByOthers, opened, task, whileOpen} from '/onboarding/task.js';
import {withdrawApplication} from '/onboarding/withdrawal.js';

const STEPS = {
  'verify-mail': {
    title: '请完成微信支付的账户验证',
    todo: [
      '微信支付给超级管理员的联系邮箱发了一封验证邮件，请打开邮件，点开其中的链接完成验证。',
      '没有收到？请查看垃圾邮件；也可以直接点下面的“打开验证页面”。',
      '在页面上按提示完成账户验证（法人扫码，或用对公账户汇款）。',
    ],
    link: '打开验证页面',
    done: '我已验证，立即查询',
  },
  sign: {
    title: '请签署微信支付的商户协议',
    todo: [
      '点“打开签约页面”，由超级管理员用微信扫码。',
      '核对商户名称和结算账户，同意并签署协议。',
    ],
    link: '打开签约页面',
    done: '我已签约，立即查询',
  },
};

export function open(camForm, kind) {
  const step = STEPS[kind];
  completedByOthers(camForm, `这一步以渠道的结果为准，不需要手动完成。${step.done.split('，')[0]}之后请点“${step.done}”，渠道确认后任务会自动结束。`);
  opened(camForm, async place => {
    show(place, busy());
    const {applicationNo} = await task(camForm);
    const state = el('div');
    const refresh = async () => showState(state, await get(`/api/applications/${applicationNo}`), step);
    const ask = button(step.done, () => asked(camForm, applicationNo, ask, state, refresh), 'primary');
    const application = await get(`/api/applications/${applicationNo}`);
    showState(state, application, step);
    show(place, heading(application), notice('info', step.title, el('ol', {}, step.todo.map(line => el('li', {}, line)))),
        state, el('div', {class: 'ob-actions'}, ask, withdrawApplication(applicationNo, backToList)));
    whileOpen(place, 15, () => refresh().catch(() => {}));
  });
}

function showState(place, application, step) {
  show(place, section('渠道的当前状态', facts([['状态', application.channelProgress?.text], ['查询时间', clock()]]),
      application.channelProgress?.link
        ? el('p', {}, link(application.channelProgress.link, step.link, {target: '_blank', rel: 'noopener noreferrer', class: 'ob-button'}))
        : el('p', {class: 'ob-help'}, '渠道还没有给出链接，请稍后再看。')));
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

async function gone(camForm) {
  return task(camForm).then(() => false, refusal => {
    if (refusal.status === 404) return true;
    throw refusal;
  });
}

function finished(state) {
  show(state, notice('good', '渠道已确认', '这一步已经完成，系统继续往下办理。'));
  setTimeout(backToList, 1500);
}
