// Papers beside values: the paper that is being compared stays in view while the values scroll. On a narrow screen it opens in large.

import {entered} from '/onboarding/application-view.js';
import {el} from '/onboarding/dom.js';
import {allFields} from '/onboarding/fields.js';
import {PaperView} from '/onboarding/paper-view.js';
import {viewPaper} from '/onboarding/paper-viewer.js';

class PaperPane {
  /** documents: [{id, label, fileName, pages}], in the form's order */
  constructor(documents) {
    this.documents = documents;
    this.view = new PaperView();
    this.choice = el('select', {'data-passing': '', 'aria-label': '要看的材料', on: {change: () => this.choose(Number(this.choice.value))}},
        documents.map(({label, fileName}, at) => el('option', {value: String(at)}, `${at + 1}/${documents.length} ${label}（${fileName}）`)));
    this.large = el('a', {target: '_blank', rel: 'noopener', class: 'ob-button small'}, '新窗口');
    this.node = el('aside', {class: 'ob-pane', 'aria-label': '证照材料'}, el('div', {class: 'ob-pane-head'}, this.choice, this.view.tools, this.large), this.view.canvas);
    if (documents.length) this.choose(0);
  }

  choose(at) {
    const {id, label, fileName, pages} = this.documents[at];
    const address = `/api/documents/${encodeURIComponent(id)}`;
    this.choice.value = String(at);
    this.large.href = address;
    this.view.open(address, label ?? fileName, pages ?? 1);
  }

  /** Opens one of the papers where it can be seen. */
  look(paper, title) {
    const at = this.documents.findIndex(({id}) => id === paper.id);
    if (at < 0 || !this.node.isConnected || getComputedStyle(this.node).display === 'none') return viewPaper(`/api/documents/${encodeURIComponent(paper.id)}`, title, paper.pages ?? 1);
    return this.choose(at);
  }
}

/** Everything entered, with the papers beside it; `beside(field)` may add something to a field. */
export function enteredBesidePapers(catalogue, application, beside) {
  const pane = new PaperPane(inOrder(catalogue, application.documents ?? []));
  const values = entered(catalogue, application, beside, (paper, title) => pane.look(paper, title));
  return pane.documents.length ? el('div', {class: 'ob-beside'}, el('div', {class: 'ob-values'}, values), pane.node) : el('div', {}, values);
}

/** As the form asks for them. */
function inOrder(catalogue, documents) {
  const keys = allFields(catalogue).map(({key}) => key);
  return [...documents].sort((one, other) => keys.indexOf(one.fieldKey) - keys.indexOf(other.fieldKey));
}
