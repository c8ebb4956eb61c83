// What stays above a form while it scrolls. Whatever somebody is led to, or goes to by keyboard, comes to stand below it.

import {el} from '/onboarding/dom.js';
import {LED} from '/onboarding/keyboard.js';

/** The bar over `form`; makeWay() is called when somebody is led to something in the form. */
export function barOver(form, parts, makeWay) {
  const bar = el('div', {class: 'ob-bar'}, parts);
  const measure = () => form.style.setProperty('--ob-bar', `${bar.offsetHeight}px`);
  new ResizeObserver(measure).observe(bar);
  form.classList.add('ob-barred');
  form.addEventListener(LED, () => {
    makeWay();
    measure();
  });
  return bar;
}
