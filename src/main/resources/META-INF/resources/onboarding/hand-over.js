// Beside a task: from whom it came and why; 转交 to a colleague, 代为办理 for one who is away. Only what the server offers.

import {ColleaguePicker} from '/onboarding/colleague-picker.js';
import {get, post} from '/onboarding/api.js';
import {button, el, minute, notice, show} from '/onboarding/dom.js';
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
  const watch = new PerformanceObserver(calls => {
    const changed = calls.getEntries().some(({name}) => CHANGES.exec(new URL(name).pathname)?.[1] === taskId);
    if (changed) draw(place, taskId, leave).catch(() => {});
  });
  watch.observe({type: 'resource'});
  camForm.formElement.scope().$on('$destroy', () => {
    watch.disconnect();
    place.remove();
  });
  return draw(place, taskId, leave);
}

async function draw(place, taskId, leave) {
  const path = `/api/tasks/${encodeURIComponent(taskId)}`;
  const {notes, colleagues, standIn} = await get(`${path}/hand-over`);
  // Tasklist's own way to another person only refuses: no key reaches it
  document.querySelector('[cam-tasklist-task-meta] .assignee [cam-widget-inline-field]')?.setAttribute('tabindex', '-1');
  const problem = el('div');
  show(place, notes.map(note), standIn && standsIn(path, standIn, problem),
      colleagues.length > 0 && el('div', {class: 'ob-actions'}, button('转交', () => ask(path, colleagues, leave), 'small')), problem);
}

const note = ({at, text, word}) => el('div', {class: 'ob-handed'}, el('strong', {}, text), el('time', {}, minute(at)), word && el('p', {}, word));

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

function ask(path, colleagues, leave) {
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
      await post(`${path}/hand-over`, {to, word: word.value});
      tell(`任务已转交给${picker.name()}`);
      leave();
    } catch (refusal) {
      go.disabled = false;
      show(problem, notice('bad', '没有转交', refusal.message));
    }
  }, 'primary');
  const dialog = modal('转交任务', el('p', {class: 'ob-help'}, '任务从您的列表里移到对方名下，对方会收到邮件。已经保存的内容不会丢。'), picker.node, field, problem,
      el('div', {class: 'ob-actions'}, button('取消', () => dialog.close()), go));
  dialog.classList.add('ob-hand-over-dialog');
}
