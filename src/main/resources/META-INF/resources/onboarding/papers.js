// Papers: a thumbnail that opens large, and an upload with progress.

import {button, el, moment, show} from '/onboarding/dom.js';
import {remove, upload} from '/onboarding/api.js';

const MOST_BYTES = 2 * 1024 * 1024;
const ACCEPTED = ['image/jpeg', 'image/png', 'image/bmp'];

export function thumbnail(paper, label) {
  const address = `/api/documents/${encodeURIComponent(paper.id)}`;
  return el('figure', {class: 'ob-paper'},
      el('button', {type: 'button', title: '点开看大图', on: {click: () => large(paper, address, label)}},
          el('img', {src: address, alt: label ?? paper.fileName, loading: 'lazy'})),
      el('figcaption', {}, paper.fileName, el('small', {}, `${Math.ceil(paper.size / 1024)} KB · ${moment(paper.uploadedAt)}`)));
}

function large(paper, address, label) {
  const image = el('img', {src: address, alt: label ?? paper.fileName});
  image.addEventListener('click', () => image.classList.toggle('full'));
  const dialog = el('dialog', {class: 'ob-dialog ob-large', on: {close: () => dialog.remove()}},
      el('header', {}, el('strong', {}, label ?? paper.fileName),
          el('span', {}, el('a', {href: address, target: '_blank', rel: 'noopener'}, '在新窗口打开'), button('关闭', () => dialog.close()))),
      el('div', {class: 'ob-canvas'}, image));
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * The input for the papers of one field.
 * `number()` gives the application's number, creating the application first where there is none; `folder` is where the
 * API keeps such papers.
 */
export function paperInput(field, papers, number, changed, folder = 'documents') {
  const list = el('div', {class: 'ob-papers'});
  const status = el('p', {class: 'ob-progress', role: 'status', hidden: true});
  const chooser = el('input', {type: 'file', accept: ACCEPTED.join(','), id: `ob-${field.key}`, class: 'ob-chooser'});
  const say = (words, bad) => {
    status.hidden = !words;
    status.className = bad ? 'ob-error' : 'ob-progress';
    show(status, words);
  };
  const draw = () => show(list, papers.map(paper => el('div', {}, thumbnail(paper, field.label),
      button('删除', () => discard(paper), 'small'))));
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
  const send = async file => {
    if (file.size > MOST_BYTES) return say(`${file.name} 有 ${(file.size / 1048576).toFixed(1)} MB，请压缩到 2 MB 以内。`, true);
    if (!ACCEPTED.includes(file.type)) return say(`${file.name} 不是图片。请上传 JPG、PNG 或 BMP。`, true);
    const bar = el('progress', {max: '1', value: 0});
    say(['正在上传 ', file.name, bar]);
    try {
      const path = `/api/applications/${await number()}/${folder}?field=${encodeURIComponent(field.key)}`;
      const paper = await upload(path, file, part => { bar.value = part; });
      papers.splice(0, papers.length, paper);
      say(null);
      draw();
      changed();
    } catch (refusal) {
      say(Object.values(refusal.fields ?? {})[0] ?? refusal.message, true);
    }
  };
  chooser.addEventListener('change', async () => {
    if (chooser.files[0]) await send(chooser.files[0]);
    chooser.value = '';
  });
  draw();
  return el('div', {class: 'ob-upload'}, list, chooser, el('label', {for: chooser.id, class: 'ob-button small'}, '选择图片'), status);
}
