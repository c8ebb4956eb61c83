// Whose turn it is: the open tasks of applications.

import {get} from '/onboarding/api.js';
import {el} from '/onboarding/dom.js';

/** {applicationNo: [{id, task, who, overdue}, …]}; only a task that the reader may do has an id, a draft without a task has none */
export async function openTasks(numbers) {
  if (!numbers.length) return {};
  const found = {};
  for (const todo of await get(`/api/todos?${new URLSearchParams({applications: numbers.join(',')})}`)) {
    (found[todo.applicationNo] ??= []).push(todo);
  }
  return found;
}

/** {applicationNo: ['安装 ETC 设备（车场方）', …]} */
export async function todos(numbers) {
  return Object.fromEntries(Object.entries(await openTasks(numbers)).map(([no, open]) => [no, open.map(inWords)]));
}

export const inWords = ({task, who, overdue}) => `${task}（${who}）${overdue ? `：${overdue}` : ''}`;

/** Where Tasklist opens a task. */
export const taskAddress = ({webapps}, id) => `${webapps}/app/tasklist/default/#/?task=${encodeURIComponent(id)}`;

/** What waits for the reader, as a line above a list; nothing where nothing waits. */
export async function waiting({roles}) {
  if (!roles.some(role => ['lot-operator', 'lot-vendor', 'ops-reviewer', 'ops-supervisor'].includes(role))) return null;
  const {open, unstarted} = await get('/api/todos/count');
  return open > 0 && el('p', {class: 'ob-waiting'}, `等您办理：${open} 件${unstarted ? `（其中 ${unstarted} 份草稿还没有开始办理）` : ''}。`);
}
