// Whose turn it is: the open tasks of applications.

import {get} from '/onboarding/api.js';

/** {applicationNo: ['安装 ETC 设备（车场方）', …]} */
export async function todos(numbers) {
  if (!numbers.length) return {};
  const found = {};
  for (const {applicationNo, task, who, overdue} of await get(`/api/todos?${new URLSearchParams({applications: numbers.join(',')})}`)) {
    (found[applicationNo] ??= []).push(`${task}（${who}）${overdue ? `：${overdue}` : ''}`);
  }
  return found;
}
