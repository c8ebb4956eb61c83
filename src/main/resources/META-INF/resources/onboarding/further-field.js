// A field that was not given back: whoever has to correct it all the same opens it with a word why, which the reviewer reads.

import {button, el, show} from '/onboarding/dom.js';
import {post} from '/onboarding/api.js';
import {describe} from '/onboarding/keyboard.js';

/** save() keeps what is typed elsewhere; opened(key) draws the form anew. */
export function furtherField(no, field, save, opened) {
  const why = el('input', {type: 'text', maxlength: 200, id: `ob-${field.key}-why`, 'aria-label': `为什么要更改${field.label}`, placeholder: '为什么要更改，例如：电话已停用'});
  const problem = el('p', {class: 'ob-error', role: 'alert', hidden: true, id: `ob-${field.key}-why-error`});
  describe(why, problem);
  why.addEventListener('input', () => { problem.hidden = true; });
  const go = button('打开', async () => {
    go.disabled = true;
    try {
      await save();
      await post(`/api/applications/${no}/opened-fields`, {field: field.key, why: why.value.trim()});
      opened(field.key);
    } catch (refusal) {
      go.disabled = false;
      show(problem, refusal.message);
      problem.hidden = false;
      why.focus();
    }
  }, 'small');
  const asking = el('div', {class: 'ob-why-open', hidden: true}, why, go, problem);
  const ask = button('也要更改', () => {
    asking.hidden = false;
    ask.hidden = true;
    why.focus();
  }, 'small');
  ask.setAttribute('aria-label', `也要更改：${field.label}`);
  return el('div', {class: 'ob-further'}, ask, asking);
}
