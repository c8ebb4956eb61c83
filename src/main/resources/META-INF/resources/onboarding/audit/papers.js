// 证照材料: every paper with the hash of its bytes as they were submitted, and its pages as pictures.

import {badge, el, link, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {mayHavePages, viewPaper} from '/onboarding/paper-viewer.js';
import {person, second} from '/onboarding/audit/words.js';

export async function papers({api, here}) {
  const list = await get(`${api}/papers`);
  return [el('p', {class: 'ob-help'}, 'SHA-256 是上传原件的指纹：与手中文件的指纹一致，即为同一份文件。显示的是由原件转换的图片，不含拍摄地点等附加信息。'),
    table(['预览', '用途', '文件', '提交', '上传', 'SHA-256'], list.map(paper => [
      paper.removed ? badge('已到期清除', 'plain') : picture(paper, paper.where),
      paper.where, el('div', {}, paper.fileName, el('small', {}, `${paper.mediaType} · ${size(paper.size)}`)),
      paper.revisions.length ? el('span', {}, paper.revisions.map(number => [link(here('revisions', {r: number}), `第 ${number} 次`), ' '])) : '不属于任何一次提交',
      el('div', {}, person(paper.uploadedBy), el('small', {}, second(paper.uploadedAt))),
      el('code', {}, paper.sha256)]), '还没有上传过材料。')];
}

const size = bytes => (bytes < 1024 ? `${bytes} 字节` : bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

/** A small picture that opens large. paper: {fileName, mediaType, preview} */
export function picture(paper, label) {
  if (!paper.preview) return badge('已到期清除', 'plain');
  const title = `${label} · ${paper.fileName}`;
  return el('figure', {class: 'ob-paper'},
      el('button', {type: 'button', title: `点开看大图：${label}`, on: {click: () => viewPaper(paper.preview, title, mayHavePages(paper.mediaType) ? undefined : 1)}},
          el('img', {src: paper.preview, alt: label, loading: 'lazy'})),
      el('figcaption', {}, label));
}
