// 封存记录: the days that are sealed, and whether what is on record still is what was sealed.

import {badge, el, notice, show, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {fill} from '/onboarding/audit/frame.js';
import {second} from '/onboarding/audit/words.js';

export async function seals(main) {
  const place = el('section', {'aria-label': '封存记录'});
  show(main, el('h1', {}, '封存记录'), el('p', {class: 'ob-help'}, '每天的全部记录串成哈希链并签名。事后改动、删除、插入或调换任何一条，核验时都会指出第一处。'), place);
  await fill(place, async () => list(await get('/api/audit/seals')));
}

function list(found) {
  return found;
}
