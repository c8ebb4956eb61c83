// The one address of a task: opens it for whoever may do it, and leads everybody else to what it is about.

import {post} from '/onboarding/api.js';
import {el, link, show} from '/onboarding/dom.js';
import {page} from '/onboarding/shell.js';
import {taskAddress} from '/onboarding/todos.js';
import {tell} from '/onboarding/told.js';

page('任务', async (main, session) => {
  const id = location.pathname.split('/').filter(Boolean).pop();
  const claim = new URLSearchParams(location.search).has('do');
  const {task, address, text} = await post(`/api/tasks/${encodeURIComponent(id)}/way`, {claim});
  const there = task ? taskAddress(session, task) : address;
  if (text) tell(text);
  show(main, el('p', {}, text || '正在打开任务……', ' ', link(there, '打开')));
  location.replace(there);
  // what is to be told is told there: this page has not ended until then
  return new Promise(() => {});
});
