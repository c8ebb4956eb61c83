// What waits for the reader, and where it is done.

import {get} from '/onboarding/api.js';
import {el} from '/onboarding/dom.js';

/** Where Tasklist opens a task. */
export const taskAddress = ({webapps}, id) => `${webapps}/app/tasklist/default/#/?task=${encodeURIComponent(id)}`;

/** What waits for the reader, as a line above a list; nothing where nothing waits. */
export async function waiting({roles}) {
  if (!roles.some(role => ['lot-operator', 'lot-vendor', 'ops-reviewer', 'ops-supervisor'].includes(role))) return null;
  const {open, unstarted} = await get('/api/todos/count');
  return open > 0 && el('p', {class: 'ob-waiting'}, `等您办理：${open} 件${unstarted ? `（其中 ${unstarted} 份草稿还没有开始办理）` : ''}。`);
}
