// Usual reasons for giving a field back, by the kind of field: a beginning that the reviewer may change.

import {el} from '/onboarding/dom.js';

let asked;

const catalogue = () => (asked ??= fetch('/onboarding/reasons.json', {credentials: 'same-origin'}).then(answer => answer.json()).catch(() => ({})));

/** A choice of usual reasons that are written into `reason`; what was written by hand stays before them. */
export function usualReasons(field, reason) {
  const select = el('select', {class: 'ob-usual', 'data-passing': '', 'aria-label': `${field.label}的常用理由`, hidden: true}, el('option', {value: ''}, '常用理由……'));
  catalogue().then(known => {
    const reasons = known[field.type] ?? known.other ?? [];
    select.append(...reasons.map(text => el('option', {value: text}, text)));
    select.addEventListener('change', () => {
      if (!select.value) return;
      const written = reason.value.trim();
      reason.value = !written || reasons.includes(written) ? select.value : `${written}；${select.value}`;
      reason.dispatchEvent(new Event('input', {bubbles: true}));
      select.value = '';
      reason.focus();
    });
  });
  return select;
}
