// 立即查询: asks the channel now, and notices when its word has ended the task.

import {button, notice, show} from '/onboarding/dom.js';
import {post} from '/onboarding/api.js';
import {leaveEnded, task} from '/onboarding/task.js';

/** A button; `refresh()` draws anew what the channel says, `place` takes what there is to say about the asking. */
export function checkNow(camForm, applicationNo, place, refresh, label = '立即查询', kind = '') {
  const ask = button(label, async () => {
    ask.disabled = true;
    show(place);
    try {
      await post(`/api/applications/${applicationNo}/check-now`);
      for (let i = 0; i < 10 && ask.isConnected; i++) {
        await new Promise(resolve => setTimeout(resolve, 2000));
        await refresh();
        if (await ended(camForm, place)) return;
      }
      show(place, notice('warn', '渠道还没有确认', '请确认这一步在渠道那边已经办完，稍后再查。渠道确认后系统也会自动继续，并发邮件通知您。'));
    } catch (refusal) {
      show(place, notice('bad', '没有查成', refusal.message));
    } finally {
      ask.disabled = false;
    }
  }, kind);
  return ask;
}

/** Whether the task is gone; then it says so and goes back to the list. */
export async function ended(camForm, place) {
  const gone = await task(camForm).then(() => false, refusal => {
    if (refusal.status === 404) return true;
    throw refusal;
  });
  if (gone) {
    show(place, notice('good', '渠道已有结果', '这一步已经结束，不需要您再做什么。稍后回到任务列表；轮到您办理时会出现新的任务，并发邮件通知。'));
    leaveEnded(place);
  }
  return gone;
}
