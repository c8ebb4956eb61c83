// 我的账号: who I am here, my password, where I am logged in.

import {badge, button, el, facts, moment, notice, section, show, table} from '/onboarding/dom.js';
import {get, post, put, remove} from '/onboarding/api.js';
import {page} from '/onboarding/shell.js';

page('我的账号', async main => {
  const account = await get('/api/account');
  const mine = account.facts;
  const list = el('div');
  const shown = now => show(list, sessionList(now, reload));
  const reload = async () => shown(await get('/api/account'));
  shown(account);
  show(main, el('h2', {}, '我的账号'), person(mine), section('修改密码', mine.remote ? el('p', {}, '您通过统一身份认证登录，密码在那里修改。') : passwordForm(mine.userId, reload)), section('邮件提醒', reminders(account.reminded)), section('我的登录', list));
  toPart();
});

function person({userId, name, mail, roles, companies}) {
  return el('div', {class: 'ob-heading'}, facts([
    ['用户名', userId], ['姓名', name], ['邮箱', mail], ['角色', roles.join('、')],
    companies.length && ['所属公司', companies.join('、')]]),
  el('p', {class: 'ob-help'}, `姓名、邮箱、角色或公司有误，请联系${keptByAdministrator(roles) ? '系统管理员' : '运营公司主管'}，在“人员”页面更正。`));
}

/** The accounts of supervisors and administrators. */
const keptByAdministrator = roles => roles.some(role => ['运营公司主管', '系统管理员'].includes(role));

function passwordForm(userId, changed) {
  const said = el('div');
  const old = field('old', '现在的密码', 'current-password');
  const password = field('password', '新密码', 'new-password', '至少 10 个字符。不含用户名和姓名，也不要用常见的词、日期或连续的字符；几个互不相关的词最好记。');
  const again = field('again', '再输入一次新密码', 'new-password');
  const fields = [old, password, again];
  const save = el('button', {type: 'submit', class: 'ob-button primary'}, '修改密码');
  const form = el('form', {class: 'ob-password', on: {submit: async event => {
    event.preventDefault();
    fields.forEach(one => one.fault(''));
    show(said);
    if (password.input.value !== again.input.value) {
      again.fault('两次输入的新密码不一样，请重新输入。');
      again.input.focus();
      return;
    }
    save.disabled = true;
    try {
      await post('/api/account/password', {old: old.input.value, password: password.input.value});
      form.reset();
      show(said, notice('good', '密码已修改', '其他地方的登录都已退出。'));
      await changed();
    } catch (problem) {
      fields.forEach(one => one.fault(problem.fields?.[one.name] ?? ''));
      show(said, notice('bad', problem.message));
    } finally {
      save.disabled = false;
    }
  }}},
  // password managers want to know whose it is
  el('input', {type: 'text', name: 'username', autocomplete: 'username', value: userId, hidden: true, readonly: ''}),
  fields.map(one => one.node), el('div', {class: 'ob-actions'}, save), said);
  return form;
}

/** What is one's own to know is not to be chosen away. */
function reminders(reminded) {
  const said = el('div');
  const box = el('input', {type: 'checkbox', id: 'reminders', checked: reminded, on: {change: async () => {
    box.disabled = true;
    try {
      await put('/api/account/reminders', {on: box.checked});
      show(said, notice('good', box.checked ? '已开启邮件提醒' : '已关闭邮件提醒'));
    } catch (problem) {
      box.checked = !box.checked;
      show(said, notice('bad', '没有保存', problem.message));
    } finally {
      box.disabled = false;
    }
  }}});
  return el('div', {}, el('label', {class: 'ob-choice', for: 'reminders'}, box, ' 任务即将到期、要催办对方或者还没有实车记录时，发邮件提醒我'),
    el('p', {class: 'ob-help'}, '关闭以后仍会收到：轮到您办理的任务、转交给您的任务、主管的催办、超期上报、退款和有争议的扣款、账号安全邮件。'), said);
}

/** A mail leads to a part of the page, through login too, where what follows # in an address is lost. */
function toPart() {
  const part = document.getElementById(new URLSearchParams(location.search).get('part') ?? '');
  if (part) {
    part.scrollIntoView({block: 'center'});
    part.focus();
  }
}

function field(name, label, autocomplete, help) {
  const input = el('input', {type: 'password', id: `account-${name}`, name, autocomplete, required: true, maxlength: 128});
  const error = el('p', {class: 'ob-error', role: 'alert'});
  const node = el('div', {class: 'ob-field'}, el('label', {for: input.id}, label), help && el('p', {class: 'ob-help'}, help), input, error);
  const fault = message => {
    error.textContent = message;
    node.classList.toggle('faulty', Boolean(message));
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  fault('');
  return {name, input, node, fault};
}

/** Where a login comes from, in words where it is this very computer. */
const place = address => (/^(::ffff:)?127\.|^(::1|0:0:0:0:0:0:0:1)$/.test(address) ? '本机' : address);

const span = minutes => (minutes % 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`);

function sessionList({sessions, idle, absolute}, reload) {
  const said = el('div');
  const rows = sessions.map(one => [
    el('span', {}, one.browser, ' ', one.current && badge('当前', 'good')), place(one.address), moment(one.since), moment(one.seen),
    one.current ? '' : button('退出', () => attempt(said, async () => {
      await remove(`/api/account/sessions/${encodeURIComponent(one.id)}`);
      await reload();
    }))]);
  return [el('p', {class: 'ob-help'}, `有不认识的登录，请退出它并修改密码。${span(idle)}没有使用会自动退出，一次登录最长 ${span(absolute)}。`), said,
    table(['浏览器', '地址', '登录时间', '最近使用', ''], rows, '没有登录。'),
    el('div', {class: 'ob-actions'}, button('全部退出', () => attempt(said, async () => {
      await remove('/api/account/sessions');
      location.assign('/login?reason=logout');
    }), 'danger'), el('small', {}, '包括当前这一个，之后需要重新登录。'))];
}

async function attempt(said, work) {
  try {
    await work();
  } catch (problem) {
    show(said, notice('bad', '没有退出', problem.message));
  }
}
