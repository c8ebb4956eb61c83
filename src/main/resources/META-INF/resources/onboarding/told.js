// What was done, said on the page that one is led to.

import {notice} from '/onboarding/dom.js';

const KEY = 'onboarding-told';

/** For the page that comes next, in this window. */
export function tell(sentence, ...more) {
  sessionStorage.setItem(KEY, JSON.stringify([sentence, ...more]));
}

/** What the page before had to tell, once; null for nothing. */
export function told() {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return kept && notice('good', ...JSON.parse(kept));
}
