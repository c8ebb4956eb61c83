// In Chinese whatever the browser's language, under our name, with our links.
import '/onboarding/beijing-time.js';

// What our rules refuse to everybody has no button: see OperationRules for what is left. What only tells of the engine's
// own affairs has no tab: the audit tells the facts in the field's words.
document.querySelector('base').setAttribute('cam-exclude-plugins', [
  'cockpit.processInstance.runtime.action:add-variable-action',
  'cockpit.processInstance.runtime.action:cancel-process-instance-action',
  'cockpit.processInstance.runtime.action:update-suspension-state-action',
  'cockpit.processDefinition.runtime.action',
  'cockpit.jobDefinition.action',
  'cockpit.repository.deployment.action',
  'cockpit.processDefinition.runtime.tab:job-definition-table',
  'cockpit.processInstance.runtime.tab:variables-tab',
  'cockpit.navigation:batch',
  'cockpit.navigation:decisions',
  'cockpit.navigation:deployments',
].join(','));

export default {
  app: {name: '流程监控', vendor: '智停平台 ·'},
  locales: {availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN'},
  dateFormat: {monthName: 'M月', day: 'D', abbr: 'YYYY-MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm', short: 'YYYY-MM-DD'},
  customScripts: ['../../../onboarding/webapp.js', '../../../onboarding/audit/cockpit.js'],
  disableWelcomeMessage: true,
};

// RequireJS gives up after 7 seconds and leaves a blank page: on a slow network it shall wait
window.require?.config?.({waitSeconds: 0});
