// 审计 as a tab of what Cockpit shows: of a running instance, and of a definition.

import {el, link, notice, show} from '/onboarding/dom.js';
import {address} from '/onboarding/audit/place.js';

/** draw(place, given): fills the place; answers with where there is more: [address, label] */
const tab = (id, pluginPoint, draw) => ({
  id,
  pluginPoint,
  priority: -1,
  properties: {label: '审计'},
  render: async (node, given) => {
    const more = el('p');
    const place = el('div', {}, el('p', {class: 'ob-empty', role: 'status'}, '正在载入……'));
    node.className = 'onboarding ob-audit';
    show(node, more, place);
    try {
      show(more, link(...await draw(place, given)));
    } catch (problem) {
      show(place, notice('bad', '没能载入', problem.message));
    }
  },
});

async function instance(place, {processInstanceId}) {
  const {diagram} = await import('/onboarding/audit/diagram.js');
  const number = await diagram(place, {processInstanceId});
  return [address(`/applications/${number}`), `申请 ${number} 的全部审计资料`];
}

async function version(place, {processDefinitionId}) {
  const {definition} = await import('/onboarding/audit/definition.js');
  const key = await definition(place, {definitionId: processDefinitionId});
  return [address(`/definitions/${encodeURIComponent(key)}`), '所有版本的统计'];
}

/** For auditors: nobody else may ask for what they show. */
export const tabs = [
  tab('onboarding-audit-instance', 'cockpit.processInstance.runtime.tab', instance),
  tab('onboarding-audit-definition', 'cockpit.processDefinition.runtime.tab', version),
];
