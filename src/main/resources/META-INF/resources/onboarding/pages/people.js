// 人员: who there is, and inviting somebody.

import {badge, button, el, link, moment, notice, show, table} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';
import {ledHere} from '/onboarding/led-here.js';
import {pagedList} from '/onboarding/paged-list.js';
import {PersonForm} from '/onboarding/person-form.js';
import {page} from '/onboarding/shell.js';
import {tell} from '/onboarding/told.js';
import {exports, importLink} from '/onboarding/transfer.js';
import {ACCOUNT_STATES, words} from '/onboarding/words.js';

page('人员', async (main, session) => {
  const led = ledHere('company', 'vendor');
  let known = led ?? {};
  const [choices, list] = await Promise.all([
    get('/api/people-choices'),
    pagedList({path: '/api/people', name: 'person', noun: '人', placeholder: '姓名、用户名、邮箱、公司或角色',
      states: Object.fromEntries(Object.entries(ACCOUNT_STATES).map(([code, [label]]) => [code, label])), draw: rows}),
  ]);
  const place = el('div');
  const open = button('邀请人员', () => {
    open.disabled = true;
    show(place, invitation(choices, known, () => { show(place); open.disabled = false; }));
    known = {};
    place.querySelector('input')?.focus();
  }, 'primary');
  // led here from a company: at once, with what is known
  if (led) open.click();
  show(main, el('div', {class: 'ob-title'}, el('h1', {}, '人员'), el('div', {class: 'ob-row'}, exports('people', 'person'), importLink('people', session), open)), place, list);
});

function rows(people, filtered) {
  return table(['姓名', '邮箱', '角色', '公司', '状态', '最近登录'], people.map(person => {
    const [, kind] = words(ACCOUNT_STATES, person.state);
    return [el('div', {}, link(address(person.userId), person.name), el('small', {}, person.userId)), person.mail, person.roles.join('、'),
      person.companies.join('、'), badge(person.stateText, kind), moment(person.lastLogin)];
  }), filtered ? '没有符合条件的人员。' : '还没有人员。');
}

const address = id => `/people/${encodeURIComponent(id)}`;

function invitation(choices, known, close) {
  const form = new PersonForm(choices, null, known);
  const problem = el('div');
  const send = button('发送邀请', async () => {
    send.disabled = true;
    try {
      const entered = form.values();
      const {userId} = await post('/api/people', {...entered, version: 0});
      tell(`邀请已发送到 ${entered.mail}`, '对方设好密码，账号即可使用。没有收到的，可以“再次邀请”。');
      location.assign(address(userId));
    } catch (refusal) {
      send.disabled = false;
      const elsewhere = form.sayAll(refusal.fields);
      show(problem, notice('bad', '没有发送', refusal.message, ...elsewhere));
    }
  }, 'primary');
  return el('section', {class: 'ob-section'}, el('h3', {}, '邀请人员'),
      el('p', {class: 'ob-help'}, '系统把设置密码的链接发到对方的邮箱，24 小时内有效，只能使用一次。设好密码，账号即可使用。'),
      form.node, problem, el('div', {class: 'ob-actions'}, button('取消', close), send));
}
