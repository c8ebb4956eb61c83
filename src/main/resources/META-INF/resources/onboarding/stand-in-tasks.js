// What waits of those whom the reader stands in for today.

import {el, link, minute, notice} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';

/** Notices, one for each who is away; none if there is nobody. `address(task id)` leads to a task. */
export async function standInTasks(address) {
  return (await get('/api/account/stand-in-tasks')).map(({absent, days, tasks}) => {
    const said = notice('info', `您在 ${days} 代${absent}办理任务`, tasks.length === 0 && `${absent}名下现在没有任务。`,
        tasks.length > 0 && el('ul', {class: 'ob-stand-in-tasks'}, tasks.map(task => el('li', {},
            link(address(task.id), task.name), el('span', {}, task.about), task.due && el('time', {}, `期限 ${minute(task.due)}`)))));
    said.classList.add('ob-stand-in');
    return said;
  });
}
