// One person: what they are, what they have taken, what was done to the account, and what may be done now.

import {badge, button, el, facts, link, moment, notice, section, show, table} from '/onboarding/dom.js';
import {get, post, put} from '/onboarding/api.js';
import {PersonForm} from '/onboarding/person-form.js';
import {page} from '/onboarding/shell.js';
import {standIns} from '/onboarding/stand-ins.js';
import {tell} from '/onboarding/told.js';
import {modal} from '/onboarding/withdrawal.js';
import {ACCOUNT_STATES, words} from '/onboarding/words.js';

const id = decodeURIComponent(location.pathname.split('/').filter(Boolean).pop());
const api = `/api/people/${encodeURIComponent(id)}`;

page('人员', async (main, session) => {
  const [person, choices, changes] = await Promise.all([get(api), get('/api/people-choices'), get(`${api}/changes`)]);
  const absences = arrangesAbsences(session) && person.state === 'ACTIVE' ? await standIns(`${api}/stand-ins`, person.name) : null;
  document.title = `${person.name} · 人员 · 支付渠道接入`;
  show(main, el('p', {}, link('/people', '← 全部人员')), heading(person), person.mayKeep && change(person, choices),
      section('认领中的任务', taken(person.tasks)), absences, history(changes));
}, ['/people', '← 全部人员']);

/** Whoever is ill can not do it themselves. */
const arrangesAbsences = ({roles}) => roles.includes('ops-supervisor');

function heading(person) {
  const [, kind] = words(ACCOUNT_STATES, person.state);
  return el('div', {class: 'ob-heading'}, el('h2', {}, person.name, badge(person.stateText, kind)),
      person.state === 'DISABLED' && notice('warn', '账号已停用，不能登录', `原因：${person.reason}`),
      person.state === 'INVITED' && notice(person.linkUntil ? 'info' : 'warn', '等待本人设置密码', '设好密码才有角色和公司的权限。',
        person.linkUntil ? `邮件里的链接 ${moment(person.linkUntil)} 前有效；没有收到的，请“再次邀请”。` : '邮件里的链接已经过期，请“再次邀请”。'),
      person.warnings.length > 0 && person.state !== 'DISABLED' && notice('warn', '请核对角色', ...person.warnings),
      facts([['用户名', person.userId], ['邮箱', person.mail], ['角色', names(person.roles)], ['车场方公司', names(person.companies)],
        ['技术方公司', person.vendor?.name], ['最近登录', moment(person.lastLogin)]]),
      person.mayKeep ? actions(person) : el('p', {class: 'ob-help'}, '主管和系统管理员的账号由系统管理员管理。'));
}

const names = list => list.map(({name}) => name).join('、');

function actions(person) {
  const problem = el('div');
  const act = (label, question, path, done, kind) => button(label, () => confirm(label, question, () => post(`${api}/${path}`, {version: person.version}), done), kind);
  const buttons = {
    INVITED: [act('再次邀请', `再发一封邀请到 ${person.mail}，以前的链接随即失效。`, 'link', '邀请已发送'), stop(person)],
    ACTIVE: [act('发送重设密码链接', `把重设密码的链接发到 ${person.mail}。设置以前，原来的密码仍然有效。`, 'link', '链接已发送'),
      act('解除登录限制', '密码输错次数过多、暂时不能登录时，解除后可以马上再登录。', 'unlock', '已解除'), stop(person)],
    DISABLED: [act('启用', '恢复停用以前的角色和公司，本人可以用原来的密码登录；从未设置过密码的，重新发送邀请。', 'enable', '账号已启用', 'primary')],
  }[person.state];
  return el('div', {}, problem, el('div', {class: 'ob-actions'}, buttons));
}

const stop = person => person.own ? null : button('停用', () => disable(person), 'danger');

/** Asks, does it, and tells on the page as it is afterwards. */
function confirm(title, question, act, done, extra = [], ready = () => null) {
  const problem = el('div');
  const go = button(title, async () => {
    const lacking = ready();
    if (lacking) return show(problem, el('p', {class: 'ob-error', role: 'alert'}, lacking));
    go.disabled = true;
    try {
      await act();
      again(done);
    } catch (refusal) {
      go.disabled = false;
      show(problem, notice('bad', '没有办理', refusal.message));
    }
  }, 'primary');
  const dialog = modal(title, el('p', {}, question), ...extra, problem, el('div', {class: 'ob-actions'}, button('取消', () => dialog.close()), go));
}

function disable(person) {
  const reason = el('textarea', {rows: 3, maxlength: 500, placeholder: '例如：已离职'});
  confirm('停用账号', `${person.name} 马上不能登录，正在使用的也会退出；认领的任务退回给能办理的人。姓名保留在历史记录里，以后可以再启用。`,
      () => post(`${api}/disable`, {version: person.version, reason: reason.value.trim()}), '账号已停用',
      [el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '停用原因', el('i', {class: 'ob-required'}, '必填')), reason)],
      () => reason.value.trim() ? null : '请填写停用的原因。');
}

function change(person, choices) {
  const form = new PersonForm(choices, person);
  const problem = el('div');
  const save = button('保存修改', async () => {
    save.disabled = true;
    try {
      await put(api, {...form.values(), version: person.version});
      again('修改已保存');
    } catch (refusal) {
      save.disabled = false;
      show(problem, notice('bad', '没有保存', refusal.message, ...form.sayAll(refusal.fields),
          refusal.status === 409 && button('重新载入', () => location.reload())));
    }
  }, 'primary');
  return section('修改', el('p', {class: 'ob-help'}, '角色或公司改变后，本人要重新登录；不再由他办理的任务退回。'), form.node, problem, el('div', {class: 'ob-actions'}, save));
}

function taken(tasks) {
  return table(['任务', '申请编号', '开始'], tasks.map(task => [task.name,
    task.applicationNo ? link(`/applications/${encodeURIComponent(task.applicationNo)}`, task.applicationNo) : '—', moment(task.since)]), '没有认领中的任务。');
}

/** Newest first, further ones on demand. */
function history(first) {
  const list = el('ol', {class: 'ob-timeline'}, first.rows.map(entry));
  let page = 1;
  const more = button('更早的记录', async () => {
    const next = await get(`${api}/changes?page=${++page}`);
    list.append(...next.rows.map(entry));
    more.hidden = page * next.size >= next.total;
  }, 'small');
  more.hidden = first.size >= first.total;
  return section('变更记录', first.total ? list : el('p', {class: 'ob-empty'}, '还没有变更记录。'), more);
}

const entry = ({action, by, at, fields, note}) => el('li', {}, el('strong', {}, action), ' ', el('time', {}, `${moment(at)} ${by}`), note && el('div', {}, note),
    fields.map(({name, before, after}) => el('div', {}, `${name}：`, before && el('del', {}, before), before && ' → ', after ? el('span', {}, after) : el('span', {class: 'ob-none'}, '（空）'))));

function again(sentence) {
  tell(sentence);
  location.reload();
}
