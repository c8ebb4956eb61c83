// A number of one's own, or one that is to be compared, in full: shown on demand, and the server keeps who looked.

import {button, el, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';

/** A masked value with a button that shows it in full. */
export function revealable(no, field, shown, words) {
  const place = el('span', {}, shown, ' ');
  const reveal = button(words, () => get(`/api/applications/${no}/values/${field.key}?reveal`)
      .then(full => show(place, full.value), refusal => show(place, shown, el('small', {}, ` ${refusal.message}`))), 'small');
  reveal.setAttribute('aria-label', `${words}：${field.label}`);
  place.append(reveal);
  return place;
}
