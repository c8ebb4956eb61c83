// For whom nothing waits: what there is to do, role by role.

import {el, link, notice} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {failed, WAITING_LOTS} from '/onboarding/todos.js';

const HINTS = {
  'lot-operator': () => ['现在没有等您办理的任务', el('p', {}, '要接入支付渠道，请在', link('/accounts', '收款账户'), '里', link('/accounts/apply', '申请接入'),
      '：选好渠道和停车场，任务就出现在这里。'), el('p', {}, '先填好', link('/profile', '车场方资料'), '，每份申请都可以少填。')],
  'lot-vendor': () => ['现在没有等您对接的停车场', '车场方的账户开通后，任务“接口开发与对接准备”会出现在这里，并发邮件通知。', el('p', {}, '分给您的停车场见', link('/board', '看板'), '。')],
  'ops-reviewer': () => ['现在没有等您受理的申请', '车场方提交以后，任务会出现在这里，并发邮件通知。', el('p', {}, '各份申请办到哪一步，见', link('/board', '看板'), '。')],
  'ops-supervisor': () => ['现在没有等您处理的事', '步骤超期、扣款结果不明或有争议时，任务会出现在这里，并发邮件通知。',
    el('p', {}, '公司、停车场和技术方在', link('/masterdata', '主数据'), '登记，人员在', link('/people', '人员'), '邀请，进度见', link('/board', '看板'), '。')],
};

/** Who connects lots is asked for things that are no task and stand in no list of tasks. */
const lotsWaiting = lots => notice('info', `有 ${lots} 个停车场等您对接`, el('p', {}, '请用测试车辆完整停一次车，没有通过的改正后再测。这些不是任务：见', link(WAITING_LOTS, '看板'), '里各停车场的“接下来”。'));

/** What of ours failed; else one notice for each role, and one about lots that wait; no more while something waits in the list. */
export async function beginnings({roles = []}) {
  const own = Object.keys(HINTS).filter(role => roles.includes(role));
  if (!own.length) return null;
  const {open, unstarted, failures, lots} = await get('/api/todos/count');
  const waiting = lots > 0 && lotsWaiting(lots);
  if (failures) return [failed(failures), waiting];
  if (open > unstarted) return waiting;
  if (unstarted) {
    return [waiting, notice('info', `有 ${unstarted} 份草稿还没有提交`, el('p', {}, '请在', link('/accounts?account-state=DRAFT', '收款账户'), '里点“继续填写”。'))];
  }
  return [waiting, own.filter(role => !waiting || role !== 'lot-vendor').map(role => notice('info', ...HINTS[role]()))];
}
