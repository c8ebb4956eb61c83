// Forms by keyboard: what Enter does, and what belongs to an input is said along with it.

const TYPED = 'input:not([type=file], [type=button], [type=submit]), select';
const CONTROLS = 'input, select, textarea';

/** The event at what somebody is led to, before it is brought onto the screen: what lies above it makes way. */
export const LED = 'ob-led';

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

/** Onto the screen; block: which part of the screen, as the browser calls it. */
export function bring(node, block) {
  node.dispatchEvent(new CustomEvent(LED, {bubbles: true}));
  node.scrollIntoView({block, behavior: 'smooth'});
}

/** Leads to what is to be mended: into the middle of the screen, or from its beginning on where it is long, with the cursor in it. */
export function lead(node) {
  bring(node, node.offsetHeight > innerHeight / 2 ? 'start' : 'center');
  const [first] = controls(node).filter(control => !control.disabled && !control.closest('[hidden]'));
  if (!first) node.setAttribute('tabindex', '-1');
  (first ?? node).focus({preventScroll: true});
}
