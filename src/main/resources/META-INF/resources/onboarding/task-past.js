// 历史 beside a task: who claimed it, gave it back, handed it on, and what was noted.

import {get} from '/onboarding/api.js';
import {el, minute, notice, show} from '/onboarding/dom.js';

const CHANGES = /\/task\/([^/]+)\/(claim|unclaim|assignee|comment\/create)$/;

export const taskPast = {
  id: 'onboarding-task-past',
  pluginPoint: 'tasklist.task.detail',
  priority: 800,
  properties: {label: 'HISTORY'},
  render: (node, {taskId}) => {
    const place = el('div', {class: 'onboarding ob-past'}, empty('正在载入……'));
    node.append(place);
    const draw = () => get(`/api/tasks/${encodeURIComponent(taskId)}/past`).then(
        past => show(place, past.length ? past.map(deed) : empty('还没有人认领、转交这项任务，也没有备注。')),
        problem => show(place, problem.status === 404 ? empty('这项任务的历史只给办理它的人看。') : notice('bad', '没能载入历史', problem.message)));
    const watch = new PerformanceObserver(calls => {
      if (!place.isConnected) watch.disconnect();
      else if (calls.getEntries().some(({name}) => CHANGES.exec(new URL(name).pathname)?.[1] === taskId)) draw();
    });
    draw().then(() => watch.observe({type: 'resource'}));
  },
};

const empty = words => el('p', {class: 'ob-empty'}, words);

/** {at, text, word}: what somebody did with a task, and their own words. */
export const deed = ({at, text, word}) => el('div', {class: 'ob-handed'}, el('strong', {}, text), el('time', {}, minute(at)), word && el('p', {}, word));
