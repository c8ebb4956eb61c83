// 流程图: what happened to an application, in the diagrams of its process and of everything that was called.

import {badge, el, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {COURSE_STATES} from '/onboarding/audit/course.js';
import {courseView} from '/onboarding/audit/course-view.js';
import {styled} from '/onboarding/audit/viewer.js';

/**
 * Fills the node, which may be put into the page later.
 * number: of the application; or processInstanceId: of any instance of it, which is then shown first.
 * Answers with the application's number.
 */
export async function diagram(node, {number: asked, processInstanceId}) {
  styled();
  const {number, courses} = await get(asked
    ? `/api/audit/applications/${encodeURIComponent(asked)}/diagrams`
    : `/api/audit/process-instances/${encodeURIComponent(processInstanceId)}/diagrams`);
  if (!courses.length) {
    show(node, el('p', {class: 'ob-empty'}, '没有流程记录：还没有开始办理，或者记录已按保存期限清除。'));
    return number;
  }
  const place = el('div');
  const ways = el('nav', {class: 'ob-courses', 'aria-label': '流程与所调用的流程'});
  let at = Infinity;
  let shown;
  let wanted;
  const open = async id => {
    wanted = id;
    const course = courses.find(one => one.id === id) ?? courses[0];
    show(ways, tree(courses, course.id, open));
    place.setAttribute('aria-busy', 'true');
    try {
      const model = await get(`/api/audit/models/${encodeURIComponent(course.definitionId)}`);
      const view = await courseView(course, model, {at, moved: moment => { at = moment; }, open});
      if (wanted !== id) return view.destroy();
      shown?.destroy();
      shown = view;
      show(place, view.node);
    } catch (problem) {
      if (wanted === id) show(place, notice('bad', '流程图没能画出来', problem.message));
    }
    return place.removeAttribute('aria-busy');
  };
  show(node, courses.length > 1 && ways, place);
  await open(processInstanceId ?? courses[0].id);
  return number;
}

/** The courses by who called them. */
function tree(courses, now, open) {
  const known = new Set(courses.map(({id}) => id));
  const below = parent => courses.filter(course => (known.has(course.parentId) ? course.parentId : null) === parent);
  const list = parent => {
    const children = below(parent);
    return children.length > 0 && el('ul', {}, children.map(course => el('li', {}, way(course, now, open), list(course.id))));
  };
  return list(null);
}

function way(course, now, open) {
  const [word, kind] = COURSE_STATES[course.state] ?? [course.state, 'plain'];
  const failed = course.failures.some(failure => failure.kind === 'INCIDENT' && !failure.resolved);
  return el('button', {type: 'button', class: 'ob-way', 'aria-current': course.id === now ? 'true' : null, on: {click: () => open(course.id)}},
      course.name, course.lotName && el('small', {}, ` ${course.lotName}`), ' ', failed ? badge('有故障', 'bad') : badge(word, kind));
}
