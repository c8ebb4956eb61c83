// Whose turn it is, as the server says it to the reader: one fact, the same words on every page.

import {get} from '/onboarding/api.js';
import {badge, el, link, minute} from '/onboarding/dom.js';

const MOST = 100;

/** {applicationNo: [turn, …]} of applications as a whole; of those that the reader may not see nothing */
export async function turnsOf(numbers) {
  return numbers.length ? get(`/api/turns?${new URLSearchParams({applications: numbers.slice(0, MOST).join(',')})}`) : {};
}

/** {bindingId: [turn, …]} of an application's lots */
export const turnsOfLots = no => get(`/api/turns/lots?${new URLSearchParams({application: no})}`);

/** The task that the reader may do, null if none. */
export const ownTask = turns => (turns ?? []).find(({task}) => task)?.task ?? null;

/** Claims and opens. */
export const doTask = (task, label = '去办理') => link(`/tasks/${encodeURIComponent(task)}?do`, label, {class: 'ob-button small ob-do'});

/**
 * Draws them. place: where the reader does what has no task, such as a lot's page; null while they are there.
 */
export function drawTurns(turns, {session, place = null} = {}) {
  return el('div', {class: 'ob-comings'}, (turns ?? []).map(turn => el('div', {class: turn.mine ? 'ob-coming mine' : 'ob-coming', 'data-whose': turn.who},
      turn.trouble && badge('平台处理出错', 'bad'), el('p', {}, turn.text), times(turn), turn.overdue && el('p', {class: 'ob-overdue'}, turn.overdue), way(turn, session, place))));
}

function times({since, until, late, overdue}) {
  if (!since && !until) return null;
  return el('small', {class: late ? 'ob-late' : ''}, since && `${minute(since)} 起`, since && until && '，', until && `${minute(until)} 前`, late && !overdue && '，已超过');
}

function way(turn, session, place) {
  if (turn.task) return doTask(turn.task);
  if (turn.incident && session) return link(incidentsOf(session, turn.incident), '查看出错的流程', {class: 'ob-button small'});
  return turn.mine && place && link(place, '去办理', {class: 'ob-button small ob-do'});
}

/** Why a process is stopped, and where it is tried again. */
export const incidentsOf = ({webapps}, instance) => `${webapps}/app/cockpit/default/#/process-instance/${encodeURIComponent(instance)}/runtime?tab=incidents-tab`;

/** In a sentence. */
export const inWords = ({text, until, overdue}) => `${text}${until ? `（${minute(until)} 前）` : ''}${overdue ? `：${overdue}` : ''}`;
