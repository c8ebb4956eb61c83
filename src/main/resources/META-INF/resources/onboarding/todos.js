// What waits for the reader, and where it is done.

import {get} from '/onboarding/api.js';
import {el, link, notice} from '/onboarding/dom.js';

/** The board with the lots that wait for the reader without a task. */
export const WAITING_LOTS = '/board?lot-state=WAITING';

/** Where Tasklist opens a task. */
export const taskAddress = ({webapps}, id) => `${webapps}/app/tasklist/default/#/?task=${encodeURIComponent(id)}`;

/** What waits for the reader, as a line above a list; nothing where nothing waits. */
export async function waiting({roles}) {
  if (!roles.some(role => ['lot-operator', 'lot-vendor', 'ops-reviewer', 'ops-supervisor'].includes(role))) return null;
  const {open, unstarted, failures, lots} = await get('/api/todos/count');
  return [
    failures > 0 && failed(failures),
    open + lots > 0 && el('p', {class: 'ob-waiting'}, open > 0 && `等您办理：${open} 件${unstarted ? `（其中 ${unstarted} 份草稿还没有开始办理）` : ''}。`,
        lots > 0 && [link(WAITING_LOTS, `${lots} 个停车场`), '等您对接（用测试车辆停一次车，或改正后再测）。']),
  ];
}

/** To supervisors: steps of ours that failed have no task, and wait for them all the same. */
export const failed = count => notice('warn', `有 ${count} 处平台处理出错，等您处理`,
    el('p', {}, '排除原因并重试以前，这些申请和停车场不会继续。', link('/overview#failures', '查看出错的步骤')));
