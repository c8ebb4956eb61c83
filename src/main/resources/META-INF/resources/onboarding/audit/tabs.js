// 审计 as a tab of what Cockpit shows: of a running instance, and of a definition.

import {el, notice, show} from '/onboarding/dom.js';
import {definition} from '/onboarding/audit/definition.js';
import {diagram} from '/onboarding/audit/diagram.js';

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
  tab('onboarding-audit-instance', 'cockpit.processInstance.runtime.tab', (place, {processInstanceId}) => diagram(place, {processInstanceId})),
  tab('onboarding-audit-definition', 'cockpit.processDefinition.runtime.tab', (place, {processDefinitionId}) => definition(place, {definitionId: processDefinitionId})),
];
