// Forms by keyboard: what Enter does, and what belongs to an input is said along with it.

const TYPED = 'input:not([type=file], [type=button], [type=submit]), select';
const CONTROLS = 'input, select, textarea';

/** Enter in a field does not send a half-filled form: a button does. */
export function keepEnterFromSubmitting(place) {
  place.addEventListener('keydown', event => {
    if (event.key === 'Enter' && event.target.matches(TYPED)) event.preventDefault();
  });
}

/** The inputs in a node; a node that is one counts. */
export function controls(node) {
  return node.matches(CONTROLS) ? [node] : [...node.querySelectorAll(CONTROLS)];
}

/** What is read out along with the inputs in a node: messages, reasons, help. */
export function describe(node, ...said) {
  const ids = said.filter(Boolean).map(one => one.id).join(' ');
  controls(node).forEach(control => control.setAttribute('aria-describedby', ids));
}

/** Leads to what is to be mended: into the middle of the screen, with the cursor in it. */
export function lead(node) {
  node.scrollIntoView({block: 'center', behavior: 'smooth'});
  const [first] = controls(node).filter(control => !control.disabled && !control.closest('[hidden]'));
  if (!first) node.setAttribute('tabindex', '-1');
  (first ?? node).focus({preventScroll: true});
}
