// 审计 as a tab of what Cockpit shows: of a running instance, and of a definition.

import {el, notice, show} from '/onboarding/dom.js';

const tab = (id, pluginPoint, draw) => ({
  id,
  pluginPoint,
  priority: -1,
  properties: {label: '审计'},
  render: (node, given) => {
    const place = el('div', {class: 'onboarding ob-audit'}, el('p', {class: 'ob-empty', role: 'status'}, '正在载入……'));
    show(node, place);
    draw(place, given).catch(problem => show(place, notice('bad', '没能载入', problem.message)));
  },
});

/** For auditors: nobody else may ask for what they show. */
export const tabs = [
  tab('onboarding-audit-instance', 'cockpit.processInstance.runtime.tab', async (place, {processInstanceId}) =>
    (await import('/onboarding/audit/diagram.js')).diagram(place, {processInstanceId})),
  tab('onboarding-audit-definition', 'cockpit.processDefinition.runtime.tab', async (place, {processDefinitionId}) =>
    (await import('/onboarding/audit/definition.js')).definition(place, {definitionId: processDefinitionId})),
];
