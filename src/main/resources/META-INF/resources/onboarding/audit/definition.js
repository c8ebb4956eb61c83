// 流程统计: what a process definition did, as heat over its diagram.

import {el, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';

/** key: of the definition, as a string; or {definitionId}: of one of its versions. */
export async function definition(node, key) {
  const model = await get(typeof key === 'string' ? `/api/audit/definitions/${encodeURIComponent(key)}/model` : `/api/audit/models/${encodeURIComponent(key.definitionId)}`);
  show(node, el('p', {}, `${model.name} 第 ${model.version} 版`));
}
