// What waits of those whom the reader stands in for today.

import {el, link, minute, notice} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';

/** Notices, one for each who is away; none if there is nobody. `address(task id)` leads to a task. */
export async function standInTasks(address) {
  return (await get('/api/account/stand-in-tasks')).map(({absent, days, tasks}) => {
    const said = notice('info', `您在 ${days} 代${absent}办理任务`, tasks.length === 0 && `${absent}名下现在没有任务。`,
        tasks.length > 0 && el('ul', {class: 'ob-stand-in-tasks'}, tasks.map(task => el('li', {},
            link(address(task.id), [el('strong', {}, task.name), el('span', {}, about(task))]),
            task.dueAt && el('time', {class: task.due === 'OVERDUE' ? 'overdue' : null, datetime: task.dueAt}, `${task.due === 'OVERDUE' ? '已超期，' : ''}期限 ${minute(task.dueAt)}`)))));
    said.classList.add('ob-stand-in');
    return said;
  });
}

/** Which it is among others of the same step. */
const about = ({channelName, lots, company, applicationNo}) => [channelName, lots.length === 1 && lots[0].name, company, applicationNo].filter(Boolean).join(' · ');
