// Papers: a thumbnail that opens large, and an upload with progress.

import {button, el, moment, show} from '/onboarding/dom.js';
import {remove, upload} from '/onboarding/api.js';
import {viewPaper} from '/onboarding/paper-viewer.js';
import {paperChooser} from '/onboarding/paper-chooser.js';
import {readyToTravel} from '/onboarding/uploading.js';

/** `look(paper, title)` shows it in large. */
export function thumbnail(paper, label, look = (one, title) => viewPaper(`/api/documents/${encodeURIComponent(one.id)}`, title, one.pages ?? 1)) {
  const address = `/api/documents/${encodeURIComponent(paper.id)}`;
  const title = label ?? paper.fileName;
  return el('figure', {class: 'ob-paper'},
      el('button', {type: 'button', title: '点开看大图', on: {click: () => look(paper, title)}},
          el('img', {src: address, alt: title, loading: 'lazy'})),
      el('figcaption', {}, paper.fileName, el('small', {}, [`${Math.ceil(paper.size / 1024)} KB`, paper.pages > 1 && `${paper.pages} 页`, moment(paper.uploadedAt)].filter(Boolean).join(' · '))));
}

/**
 * The input for the papers of one field.
 * `number()` gives the application's number, creating the application first where there is none; `folder` is where the
 * API keeps such papers.
 */
export function paperInput(field, papers, number, changed, folder = 'documents') {
  const list = el('div', {class: 'ob-papers'});
  const status = el('p', {class: 'ob-progress', role: 'status', hidden: true});
  const say = (words, bad) => {
    status.hidden = !words;
    status.className = bad ? 'ob-error' : 'ob-progress';
    show(status, words);
  };
  const draw = () => show(list, papers.map(paper => el('div', {}, thumbnail(paper, field.label),
      named(button('删除', () => discard(paper), 'small'), `删除${field.label}`))));
  const discard = async paper => {
    try {
      await remove(`/api/applications/${await number()}/${folder}/${encodeURIComponent(paper.id)}`);
      papers.splice(papers.indexOf(paper), 1);
      draw();
      changed();
    } catch (refusal) {
      say(refusal.message, true);
    }
  };
  const send = async chosen => {
    const bar = el('progress', {max: '1', value: 0});
    say(['正在准备 ', chosen.name]);
    try {
      const {file, words} = await readyToTravel(chosen);
      say(['正在上传 ', file.name, bar]);
      const path = `/api/applications/${await number()}/${folder}?field=${encodeURIComponent(field.key)}`;
      const paper = await upload(path, file, part => { bar.value = part; });
      papers.splice(0, papers.length, paper);
      say(words);
      draw();
      changed();
    } catch (refusal) {
      say(Object.values(refusal.fields ?? {})[0] ?? refusal.message, true);
    }
  };
  draw();
  return el('div', {class: 'ob-upload'}, list, el('div', {class: 'ob-row'}, paperChooser(`ob-${field.key}`, field.label, '选择图片或 PDF', send)), status);
}

/** Several buttons of a page say the same: which is which is read out. */
function named(node, name) {
  node.setAttribute('aria-label', name);
  return node;
}
