// The check list of papers: what a channel wants of this company, and what of it is there.

import {badge, el} from '/onboarding/dom.js';

const STATES = {HERE: ['已上传', 'good'], KEPT: ['公司资料里有', 'good'], EXPIRED: ['公司资料里的已过期', 'bad'], MISSING: ['要准备', 'wait']};

/** papers: as the server lists them; null where there are none */
export function neededPapers(papers, open = false) {
  if (!papers?.length) return null;
  const certain = papers.filter(({optional, when}) => !optional && !when);
  const missing = certain.filter(({state}) => state === 'MISSING' || state === 'EXPIRED').length;
  const others = papers.length - certain.length;
  return el('details', {class: 'ob-needed', open}, el('summary', {}, `需要的材料：${certain.length} 份${others ? `，另有 ${others} 份视情况` : ''}（${missing ? `还要准备 ${missing} 份` : '都有了'}）`),
      el('ul', {}, papers.map(({label, help, when, optional, state}) => el('li', {}, el('span', {}, el('strong', {}, label), ' ', badge(...STATES[state])),
          (when || optional) && el('small', {}, when ? `${when}时需要` : '没有可以不传'), help && el('small', {}, help)))));
}
