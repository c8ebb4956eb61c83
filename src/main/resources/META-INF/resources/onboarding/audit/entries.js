// Entries of a story as a list, day by day.

import {el} from '/onboarding/dom.js';
import {KINDS, date, person, time, weekday} from '/onboarding/audit/words.js';

/** rows: entries by time; header: of the application, for the names of its lots and processes */
export function entries(rows, header) {
  const lots = Object.fromEntries(header.lots.map(({code, name}) => [code, name]));
  const processes = Object.fromEntries(header.instances.map(({id, name}) => [id, name]));
  const days = Map.groupBy ? Map.groupBy(rows, row => date(row.at)) : grouped(rows);
  return [...days.values()].map(list => el('section', {class: 'ob-day'}, el('h2', {}, weekday(list[0].at)),
      el('ol', {class: 'ob-story'}, list.map(row => entry(row, lots, processes)))));
}

function grouped(rows) {
  const days = new Map();
  for (const row of rows) days.set(date(row.at), [...(days.get(date(row.at)) ?? []), row]);
  return days;
}

function entry({at, kind, title, person: who, lotCode, processInstanceId, activityId, facts, source}, lots, processes) {
  const [label, look] = KINDS[kind] ?? [kind, 'plain'];
  return el('li', {class: `ob-entry ${look}`},
      el('time', {datetime: at}, time(at)),
      el('span', {class: `ob-badge ob-kind ${look}`}, label),
      el('div', {},
          el('p', {class: 'ob-what'}, el('strong', {}, title), who && [' ', person(who)], lotCode && el('small', {class: 'ob-where-lot'}, lots[lotCode] ?? lotCode)),
          facts.length > 0 && el('dl', {class: 'ob-known'}, facts.map(fact => el('div', {}, el('dt', {}, fact.label), el('dd', {}, value(fact.value)))))),
      el('details', {class: 'ob-source'}, el('summary', {}, '出处'), el('dl', {class: 'ob-known'},
          [['记录', `${source.table} / ${source.id}`], processInstanceId && ['流程', `${processes[processInstanceId] ?? ''} ${processInstanceId}`], activityId && ['步骤', activityId]]
              .filter(Boolean).map(([term, text]) => el('div', {}, el('dt', {}, term), el('dd', {}, el('code', {}, text)))))));
}

const LONG = 160;

/** Long texts are folded, hashes look like hashes. */
function value(text) {
  if (text === null || text === undefined || text === '') return '—';
  if (/^[0-9a-f]{40,}$/.test(text)) return el('code', {}, text);
  if (text.length <= LONG) return text;
  return el('details', {}, el('summary', {}, `${text.slice(0, LONG / 2)}……`), el('pre', {class: 'ob-raw'}, text));
}
