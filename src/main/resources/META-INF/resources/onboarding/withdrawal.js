// 撤回: a button, a dialog that asks for the reason, and the call.

import {button, el, minute, notice, show} from '/onboarding/dom.js';
import {post} from '/onboarding/api.js';
import {tell} from '/onboarding/told.js';

/** The operator's own and supervisors; the server decides. */
export const mayWithdraw = ({roles}) => roles.some(role => ['lot-operator', 'ops-supervisor'].includes(role));

export const withdrawApplication = (no, done, kind) =>
  withdrawButton('撤回整个申请', `申请 ${no} 已撤回`, `/api/applications/${no}/withdraw`, done,
      '还没有接入的停车场全部停止接入，渠道会收到通知；已经正式接入的停车场不受影响。', kind);

export const withdrawLot = (bindingId, lotName, done, kind) =>
  withdrawButton(`撤回${lotName}`, `已撤回${lotName}`, `/api/bindings/${bindingId}/withdraw`, done,
      '只停止这一个停车场的接入。如果正在扣款，会先等扣款有了结果再关闭。', kind);

/** 丢弃草稿: nobody else ever had it, so nobody has to be given a reason. */
export const mayDiscard = ({roles}, {draft}) => draft && roles.includes('lot-operator');

export function discardDraft({no, channelName, createdBy, begunAt}, done, kind = 'small danger') {
  return button('丢弃草稿', () => {
    const problem = el('div');
    const confirm = button('确认丢弃', async () => {
      confirm.disabled = true;
      try {
        await post(`/api/applications/${encodeURIComponent(no)}/discard`);
        tell(`草稿 ${no} 已丢弃`);
        dialog.close();
        done();
      } catch (refusal) {
        confirm.disabled = false;
        show(problem, notice('bad', '没有丢弃', refusal.message));
      }
    }, 'danger');
    const dialog = modal(`丢弃草稿 ${no}`, el('p', {}, `${channelName}，${createdBy} 于 ${minute(begunAt)} 开始。`),
        el('p', {}, '已填写的内容和上传的证照不再可用，任务一并结束，不能恢复。'),
        problem, el('div', {class: 'ob-actions'}, button('不丢弃', () => dialog.close()), confirm));
  }, kind);
}

/** told: what is said when it is done */
function withdrawButton(title, told, path, done, consequence, kind = 'danger') {
  return button('撤回', () => ask(title, told, path, done, consequence), kind);
}

function ask(title, told, path, done, consequence) {
  const reason = el('textarea', {rows: 3, maxlength: 200, placeholder: '例如：更换了收款账户，重新申请'});
  const problem = el('div');
  const confirm = button('确认撤回', async () => {
    if (!reason.value.trim()) {
      reason.focus();
      return show(problem, el('p', {class: 'ob-error', role: 'alert'}, '请填写撤回原因。'));
    }
    confirm.disabled = true;
    try {
      await post(path, {reason: reason.value.trim()});
      tell(told);
      dialog.close();
      done();
    } catch (refusal) {
      confirm.disabled = false;
      show(problem, notice('bad', '没有撤回', refusal.message));
    }
  }, 'danger');
  const dialog = modal(title, el('p', {}, consequence),
      el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '撤回原因', el('i', {class: 'ob-required'}, '必填')), reason),
      problem, el('div', {class: 'ob-actions'}, button('不撤回', () => dialog.close()), confirm));
}

/** A dialog over the page, gone once it is closed. */
export function modal(title, ...content) {
  const dialog = el('dialog', {class: 'ob-dialog', 'aria-label': title, on: {close: () => dialog.remove()}}, el('h3', {}, title), ...content);
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
