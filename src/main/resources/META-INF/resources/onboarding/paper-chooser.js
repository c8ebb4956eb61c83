// Choosing a file for a paper; on a phone its camera besides.

import {el} from '/onboarding/dom.js';
import {CHOICE} from '/onboarding/uploading.js';

/** Choosers with their labels; `chosen(file)` is called with each file. The first has the id. */
export function paperChooser(id, label, words, chosen) {
  const files = chooser({id, accept: CHOICE}, chosen);
  // a chooser for pictures and PDF offers no camera on many phones; this one opens it
  const camera = chooser({id: `${id}-camera`, accept: 'image/*', capture: 'environment', 'aria-label': `拍照：${label}`}, chosen);
  return [files, el('label', {for: files.id, class: 'ob-button small'}, words),
    el('span', {class: 'ob-camera'}, camera, el('label', {for: camera.id, class: 'ob-button small'}, '拍照'))];
}

function chooser(attributes, chosen) {
  const input = el('input', {type: 'file', class: 'ob-chooser', ...attributes});
  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (file) await chosen(file);
    input.value = '';
  });
  return input;
}
