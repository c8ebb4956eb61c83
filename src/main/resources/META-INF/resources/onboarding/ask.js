// A question before something is undone: in a dialog of ours, since the browser's own has buttons in its language.

import {button, el} from '/onboarding/dom.js';
import {modal} from '/onboarding/withdrawal.js';

/** Whether they want it. deed: what the button that does it is called */
export function sure(question, deed) {
  return new Promise(resolve => {
    let wanted = false;
    const dialog = modal(deed, el('p', {}, question), el('div', {class: 'ob-actions'}, button('取消', () => dialog.close()),
        button(deed, () => {
          wanted = true;
          dialog.close();
        }, 'danger')));
    dialog.addEventListener('close', () => resolve(wanted));
  });
}
