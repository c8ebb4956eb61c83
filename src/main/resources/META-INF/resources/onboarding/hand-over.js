// Beside a task: from whom it came and why; 转交 to a colleague, 代为办理 for one who is away. Only what the server offers.

import {ColleaguePicker} from '/onboarding/colleague-picker.js';
import {get, post} from '/onboarding/api.js';
import {button, el, notice, show} from '/onboarding/dom.js';
import {forgetMarks, hasMarks} from '/onboarding/kept-marks.js';
import {holderIs} from '/onboarding/holder-name.js';
import {deed} from '/onboarding/task-past.js';
import {tell} from '/onboarding/told.js';
import {modal} from '/onboarding/withdrawal.js';

const LONGEST = 200;

// claimed or given back, here or by the buttons of Tasklist: what may be done with the task is another then
const CHANGES = /\/task\/([^/]+)\/(claim|unclaim|assignee)$/;

/** Draws it under the task's head, as long as the form of the task is there. `leave` goes back to the list. */
export async function besideTask(camForm, leave) {
  const head = document.querySelector('[cam-tasklist-task] .task-card > header > div');
  const {taskId} = camForm;
  if (!taskId || !head) return undefined;
  const place = el('div', {class: 'onboarding ob-hand-over'});
  head.querySelectorAll('.ob-hand-over').forEach(old => old.remove());
  head.append(place);
  const form = camForm.formElement[0];
  const redraw = async () => {
    const state = await draw(place, taskId, leave);
    form.dataset.whose = whose(state);
    form.dataset.claimable = state.claimable;
  };
  const watch = new PerformanceObserver(calls => {
    const changed = calls.getEntries().some(({name}) => CHANGES.exec(new URL(name).pathname)?.[1] === taskId);
    if (!changed) return;
    delete form.dataset.claimable;
    redraw().catch(() => {});
  });
  watch.observe({type: 'resource'});
  camForm.formElement.scope().$on('$destroy', () => {
    watch.disconnect();
    place.remove();
  });
  return redraw();
}

async function draw(place, taskId, leave) {
  const path = `/api/tasks/${encodeURIComponent(taskId)}`;
  const state = await get(`${path}/hand-over`);
  const {notes, colleagues, standIn} = state;
  const assignee = document.querySelector('[cam-tasklist-task-meta] .assignee');
  // Tasklist's own way to another person only refuses: no key reaches it
  assignee?.querySelector('[cam-widget-inline-field]')?.setAttribute('tabindex', '-1');
  holderIs(taskId, state.holder);
  const problem = el('div');
  show(place, notes.map(deed), standIn && standsIn(path, standIn, problem),
      colleagues.length > 0 && el('div', {class: 'ob-actions'}, button('转交', () => ask(path, taskId, state, leave), 'small')), problem);
  return state;
}

/** What is said over a form that is not the reader's to fill in. */
function whose({holder, claimable, standIn}) {
  if (holder && standIn) return `由${holder}办理，您可以代为办理`;
  if (holder) return `只能查看：由${holder}办理`;
  return claimable ? '认领后才能办理：请先点上方的“认领”' : '只能查看：还没有人认领';
}

function standsIn(path, {name, days}, problem) {
  const go = button('代为办理', async () => {
    go.disabled = true;
    try {
      await post(`${path}/stand-in`);
      tell(`您正在代${name}办理这个任务`);
      location.reload();
    } catch (refusal) {
      go.disabled = false;
      show(problem, notice('bad', '没有接手', refusal.message));
    }
  }, 'primary');
  return notice('info', `${days} 由您代${name}办理`, '接手以后由您填写并提交，记录里写明是代办；代办结束还没有办完的，回到本人名下。', el('div', {class: 'ob-actions'}, go));
}

function ask(path, taskId, {colleagues, ...state}, leave) {
  const picker = new ColleaguePicker('转交给', colleagues);
  const word = el('textarea', {rows: 3, maxlength: LONGEST, placeholder: '例如：我明天出差，请接着核对营业执照', on: {input: () => fault('')}});
  const error = el('p', {class: 'ob-error', role: 'alert', hidden: true});
  const field = el('label', {class: 'ob-field', 'data-field': 'word'}, el('span', {class: 'ob-label'}, '原因或交代', el('i', {class: 'ob-required'}, '必填')), word, error);
  const fault = message => {
    show(error, message);
    error.hidden = !message;
    field.classList.toggle('faulty', Boolean(message));
  };
  const problem = el('div');
  const go = button('转交', async () => {
    const to = picker.chosen();
    if (!word.value.trim()) fault('请写一句原因或交代，对方会在任务旁和邮件里看到。');
    if (!to || !word.value.trim()) return;
    go.disabled = true;
    try {
      const {name, applicationNo} = await get(path);
      await post(`${path}/hand-over`, {to, word: word.value});
      forgetMarks(taskId);
      tell(`任务“${name}”${applicationNo ? `（${applicationNo}）` : ''}已转交给${picker.name()}`);
      leave();
    } catch (refusal) {
      go.disabled = false;
      show(problem, notice('bad', '没有转交', refusal.message));
    }
  }, 'primary');
  const dialog = modal('转交任务', el('p', {class: 'ob-help'}, consequence(state), hasMarks(taskId) && '您在表单里做的标记还没有提交，对方看不到，转交后不再保留。'), picker.node, field, problem,
      el('div', {class: 'ob-actions'}, button('取消', () => dialog.close()), go));
  dialog.classList.add('ob-hand-over-dialog');
}

function consequence({holder, mine}) {
  const saved = '已经保存的内容不会丢。';
  if (mine) return `任务从您名下移到对方名下，对方会收到邮件。${saved}`;
  if (holder) return `任务现在由${holder}办理，转交后移到对方名下，两人都会收到邮件。${saved}`;
  return `任务还没有人认领，转交后由对方办理，对方会收到邮件。${saved}`;
}
