// The bridge to Camunda's embedded forms: what a Tasklist form may hand over, and when.

import {el, notice, show} from '/onboarding/dom.js';
import {silence, submitted} from '/onboarding/announcement.js';
import {get, post} from '/onboarding/api.js';
import {keepEnterFromSubmitting} from '/onboarding/keyboard.js';
import {besideTask} from '/onboarding/hand-over.js';
import {forgetMarks} from '/onboarding/kept-marks.js';
import {focusLost, focusTask} from '/onboarding/task-focus.js';
import {loginAgain} from '/onboarding/login-again.js';

// what Tasklist itself shows at the foot of the page; on start it knows its own sentence and stays silent
const prevented = camForm => new Error(camForm.taskId ? '请看表单里标出的说明' : 'camForm submission prevented');

/** The place in the form where everything is drawn. */
export function root(camForm) {
  return camForm.formElement[0].querySelector('.onboarding-form');
}

/** Draws with `draw(root)`; what goes wrong while loading is said in words. */
export async function opened(camForm, draw) {
  const place = root(camForm);
  keepWhenLoginExpires(camForm);
  keepEnterFromSubmitting(place);
  outOfReach(camForm, place);
  // whose the task is must not keep anybody from doing it
  besideTask(camForm, backToList).catch(() => {});
  try {
    await draw(place);
  } catch (problem) {
    show(place, notice('bad', '这一步没能打开', problem.message));
    onComplete(camForm, () => { throw problem; });
  }
}

/** What Tasklist's grey keeps the mouse from, keys don't reach either, until the task is the reader's own. */
function outOfReach(camForm, place) {
  const pane = place.closest('[ng-class*="disabled-form"]');
  if (!camForm.taskId || !pane) return;
  const keep = () => { place.inert = pane.classList.contains('disabled-form'); };
  const watch = new MutationObserver(keep);
  watch.observe(pane, {attributeFilter: ['class']});
  camForm.formElement.scope().$on('$destroy', () => watch.disconnect());
  keep();
}

const openForms = new Set();

// Tasklist would draw its page anew, close the form of a start and leave for the login page: everything in it would be gone
function keepWhenLoginExpires(camForm) {
  const scope = camForm.formElement.scope();
  openForms.add(scope);
  scope.$on('$destroy', () => openForms.delete(scope));
  hearOfLostLoginsFirst(scope.$root);
}

/** While a form is open, Tasklist's parts don't hear that the login is gone; whoever logs out by themselves wants them to. */
function hearOfLostLoginsFirst(page) {
  if (page.obListened) return;
  page.obListened = true;
  const person = page.authentication;
  const tell = page.$broadcast;
  page.$broadcast = function (name, ...told) {
    if (openForms.size > 0) {
      if (name === 'authentication.changed' && !told[0]) return null;
      if (name === 'authentication.logout.success') tell.call(this, 'authentication.changed', null);
      if (name === 'authentication.login.required') {
        return loginAgain(({userId}) => {
          // another person's page is drawn anew
          if (userId !== person?.name) return location.reload();
          page.$applyAsync(() => { page.authentication = person; });
        });
      }
    }
    return tell.call(this, name, ...told);
  };
}

export function task(camForm) {
  return get(`/api/tasks/${camForm.taskId}`);
}

/**
 * Called when the person presses Tasklist's button. `prepare` may be slow; it returns the variables to hand over
 * ({name: value}) or null when it has said beside the fields why not.
 */
export function onComplete(camForm, prepare) {
  const submit = Object.getPrototypeOf(camForm).submit;
  // whoever mends what was said to be wrong need not read it any longer
  root(camForm).addEventListener('input', () => {
    clearProblem(camForm);
    forgetOldNotices();
  });
  camForm.submit = async callback => {
    clearProblem(camForm);
    forgetOldNotices();
    try {
      const variables = await prepare();
      if (!variables) return settle(camForm, callback, prevented(camForm));
      hand(camForm, variables);
      submit.call(camForm, (problem, result) => completed(camForm, callback, problem, result));
    } catch (problem) {
      sayProblem(camForm, problem.message);
      settle(camForm, callback, prevented(camForm));
    }
  };
}

function hand(camForm, variables) {
  for (const [name, value] of Object.entries(variables)) {
    if (camForm.variableManager.variables[name]) camForm.variableManager.destroyVariable(name);
    camForm.variableManager.createVariable({name, type: typeof value === 'boolean' ? 'Boolean' : 'String', value});
  }
}

async function completed(camForm, callback, problem, result) {
  if (problem) sayProblem(camForm, problem.message);
  else forgetMarks(camForm.taskId);
  const next = problem ? {} : await following(camForm, result);
  settle(camForm, callback, problem && prevented(camForm), result, next.id);
  if (next.id) {
    silence();
    if (focusLost()) focusTask();
  } else {
    submitted(next);
  }
}

/** This person's next task, claimed for them, as {id}; else {done, applicationNo} of what they completed. */
async function following(camForm, result) {
  const after = camForm.taskId ? `/api/tasks/${camForm.taskId}/next` : `/api/instances/${result?.id}/first-task`;
  // whoever is not led there finds it in the list
  return post(after).catch(() => ({}));
}

// Tasklist notices only what happens inside Angular's digest: without it its button would stay disabled
function settle(camForm, callback, problem, result, next) {
  const page = camForm.formElement.scope().$root;
  const place = camForm.formElement.injector().get('$location');
  page.$applyAsync(() => {
    callback(problem, result);
    if (next) lead(page, place, next);
  });
}

/** Opens a task as soon as Tasklist has left what was completed: while it tidies up its address it hears of no other. */
function lead(page, place, task) {
  setTimeout(() => {
    if (place.search().processStart) return lead(page, place, task);
    return page.$applyAsync(() => place.path('/').search({...place.search(), task, detailsTab: null}));
  }, SOON);
}

const SOON = 100;

export function sayProblem(camForm, message) {
  clearProblem(camForm);
  const said = notice('bad', '没有提交', inWords(message));
  said.classList.add('ob-problem');
  root(camForm).append(said);
  said.scrollIntoView({block: 'center', behavior: 'smooth'});
}

// what the server did not say in Chinese was not meant for people, nor what the engine wraps around it
function inWords(message) {
  const [, said] = message.match(/(?:Exception while invoking TaskListener|^Cannot instantiate process definition \S+): (.*\p{Script=Han}.*?)'*$/su) ?? [null, message];
  return /\p{Script=Han}/u.test(said) ? said : '系统没能办成这一步，内容没有丢。请稍后再试；如果一直这样，请联系运营公司。';
}

// Tasklist leaves its own complaints on the screen, also when the next attempt is right
function forgetOldNotices() {
  document.querySelectorAll('.page-notifications .close').forEach(close => close.click());
}

function clearProblem(camForm) {
  root(camForm).querySelectorAll('.ob-problem').forEach(old => old.remove());
}

/** Runs `refresh` now and then while the form is on the screen. */
export function whileOpen(place, seconds, refresh) {
  const timer = setInterval(() => {
    if (!place.isConnected) clearInterval(timer);
    else if (!document.hidden) refresh();
  }, seconds * 1000);
}

/** Whether the task has ended meanwhile, by somebody else or by itself. */
export async function gone(camForm) {
  return task(camForm).then(() => false, refusal => {
    if (refusal.status === 404) return true;
    throw refusal;
  });
}

/** Tasks that nobody completes by hand: Tasklist's button goes, and whoever presses Enter is told why. */
export function completedByOthers(camForm, explanation) {
  root(camForm).classList.add('ob-by-others');
  onComplete(camForm, () => { throw new Error(explanation); });
}

export function busy(label) {
  return el('p', {class: 'ob-empty'}, label ?? '正在载入……');
}

/** Leaves a task that is no longer there: Tasklist would ask for it again and complain. */
export function backToList() {
  location.hash = '#/';
  location.reload();
}

/** Leaves a task that has ended by itself, when what `place` says of it could be read. Whoever went on to another task meanwhile stays there. */
export function leaveEnded(place) {
  setTimeout(() => { if (place.isConnected) backToList(); }, 3000);
}
