// A masked value, and how to see it in full: with a reason, which is recorded with who looked and when.

import {button, el, notice, show} from '/onboarding/dom.js';
import {post} from '/onboarding/api.js';

const SHORTEST = 4;

/** The masked value with the way to its full text. api: the application's address; field: {key, label, value}; revision: its number */
export function unmasking(api, field, revision) {
  const place = el('span', {class: 'ob-masked'}, field.value, ' ');
  place.append(button('查看全文', () => ask(api, field, revision, full => show(place, el('strong', {}, full), ' ', el('small', {}, '已记入查阅记录'))), 'small'));
  return place;
}

function ask(api, {key, label}, revision, seen) {
  const reason = el('textarea', {id: 'ob-audit-reason', rows: 3, maxlength: 200, 'aria-required': 'true', 'aria-describedby': 'ob-audit-reason-help'});
  const problem = el('div');
  const go = button('查看', async () => {
    if (reason.value.trim().length < SHORTEST) {
      show(problem, el('p', {class: 'ob-error', role: 'alert'}, `请填写理由，至少 ${SHORTEST} 个字。`));
      return reason.focus();
    }
    go.disabled = true;
    try {
      const answer = await post(`${api}/look`, {field: key, revision, reason: reason.value.trim()});
      dialog.close();
      return seen(answer.value);
    } catch (refusal) {
      go.disabled = false;
      return show(problem, notice('bad', '没有显示', refusal.message));
    }
  }, 'primary');
  const dialog = el('dialog', {class: 'ob-dialog', 'aria-label': `查看${label}全文`, on: {close: () => dialog.remove()}},
      el('h3', {}, `查看${label}全文`),
      el('div', {class: 'ob-field'}, el('label', {class: 'ob-label', for: reason.id}, '理由', el('i', {class: 'ob-required'}, '必填')), reason,
          el('p', {class: 'ob-help', id: 'ob-audit-reason-help'}, '您的姓名、时间和理由会写入这份申请的查阅记录，不能删除。')),
      problem, el('div', {class: 'ob-actions'}, button('取消', () => dialog.close()), go));
  document.body.append(dialog);
  dialog.showModal();
}
