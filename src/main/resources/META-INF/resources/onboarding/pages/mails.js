// 未送达邮件: what nobody got, with the reason; send it again, to a corrected address, or say how it was dealt with.

import {badge, button, el, link, minute, notice, show, table} from '/onboarding/dom.js';
import {post} from '/onboarding/api.js';
import {pagedList} from '/onboarding/paged-list.js';
import {page} from '/onboarding/shell.js';
import {tell} from '/onboarding/told.js';
import {modal} from '/onboarding/withdrawal.js';

const APPLICATION = /^[A-Z]{2}\d{12}$/;

page('未送达邮件', async (main, session) => {
  const list = await pagedList({path: '/api/mails/undelivered', name: 'mail', noun: '封', placeholder: '收件人、主题或申请编号',
    states: {}, draw: (mails, filtered) => rows(mails, filtered, session)});
  show(main, el('h1', {}, '未送达邮件'),
      el('p', {class: 'ob-help'}, '收件方的邮件服务器不接受，或者多次尝试都没有发出的邮件。请先在“人员”或“主数据”里更正邮箱，再重新发送；已用别的办法告知的，写明以后移出。'),
      list);
});

function rows(mails, filtered, session) {
  return table(['收件人', '主题', '关于', '原因', '放弃时间', ''], mails.map(mail => [
    mail.recipient, el('div', {}, mail.subject, el('small', {}, `写于 ${minute(mail.createdAt)}`)), about(mail.about), mail.why, minute(mail.failedAt),
    session.roles.includes('ops-supervisor') ? actions(mail) : mail.sendable ? '' : badge('不能原样重发', 'plain'),
  ]), filtered ? '没有符合条件的邮件。' : '没有未送达的邮件。');
}

const about = no => (APPLICATION.test(no ?? '') ? link(`/applications/${no}`, no) : '—');

function actions(mail) {
  return el('div', {class: 'ob-row'},
      mail.sendable ? button('重新发送', () => again(mail), 'small') : badge('不能原样重发', 'plain'),
      button('已另行处理', () => settle(mail), 'small'));
}

function again(mail) {
  const to = el('input', {type: 'text', value: mail.recipient.includes('@') ? mail.recipient : '', maxlength: 220, autocomplete: 'off', spellcheck: 'false'});
  ask(`重新发送“${mail.subject}”`, '收件人', to, '可以改为系统里其他人员或公司的邮箱。', '重新发送', async () => {
    const sent = await post(`/api/mails/undelivered/${mail.id}/again`, {to: to.value});
    tell(`邮件将重新发送给 ${sent.to}`, '仍然送不到的，会再次出现在这里。');
  });
}

function settle(mail) {
  const note = el('textarea', {rows: 3, maxlength: 200, placeholder: '例如：已电话告知'});
  ask(`已另行处理“${mail.subject}”`, '怎样处理的', note, '记入这封邮件的记录，邮件移出本页。', '移出', () =>
    post(`/api/mails/undelivered/${mail.id}/settled`, {note: note.value}));
}

function ask(title, label, input, help, doing, act) {
  const problem = el('div');
  const confirm = button(doing, async () => {
    confirm.disabled = true;
    try {
      await act();
      dialog.close();
      location.reload();
    } catch (refusal) {
      confirm.disabled = false;
      show(problem, notice('bad', '没有完成', refusal.message));
    }
  }, 'primary');
  const dialog = modal(title, el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, label), input, el('p', {class: 'ob-help'}, help)),
      problem, el('div', {class: 'ob-actions'}, button('取消', () => dialog.close()), confirm));
}
