// 流程统计: the models, and what each of them did.

import {el, link, show, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {fill} from '/onboarding/audit/frame.js';
import {address, part} from '/onboarding/audit/place.js';

export async function definitions(main) {
  const place = el('section', {'aria-label': '流程'});
  show(main, el('h1', {}, '流程统计'), el('p', {class: 'ob-help'}, '每个流程走过多少次、每一步用了多久，按版本对比。'), place);
  await fill(place, async () => list(await get('/api/audit/definitions')));
}

function list(found) {
  return table(['流程', '运行中', '已结束', '版本'], found.map(({key, name, running, finished, versions}) => [
    link(address(`/definitions/${encodeURIComponent(key)}`), name), running, finished,
    versions.length > 1 ? `${versions.length} 个，最新第 ${versions.at(-1)} 版` : `第 ${versions.at(-1)} 版`]), '还没有部署流程。');
}

export async function definition(main) {
  const key = part(1);
  const place = el('section', {'aria-label': '流程统计'});
  show(main, el('p', {}, link(address('/definitions'), '全部流程')), place);
  await fill(place, async () => {
    const drawn = await import('/onboarding/audit/definition.js');
    const node = el('div', {class: 'ob-diagram'});
    await drawn.definition(node, key);
    return node;
  });
}
