// Tasklist in Chinese whatever the browser's language, under our name, with our links.
import '/onboarding/beijing-time.js';
import {configured} from '/onboarding/shortcuts.js';

// names ids and the engine's properties: ours takes its place
document.querySelector('base').setAttribute('cam-exclude-plugins', 'tasklist.task.detail:task-detail-history');

export default {
  app: {name: '支付渠道接入', vendor: '智停平台 ·'},
  locales: {availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN'},
  dateFormat: {monthName: 'M月', day: 'D', abbr: 'YYYY-MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm', short: 'YYYY-MM-DD'},
  customScripts: ['../../../onboarding/webapp.js'],
  disableWelcomeMessage: true,
  shortcuts: configured,
};

// RequireJS gives up after 7 seconds and leaves a blank page: on a slow network it shall wait
window.require?.config?.({waitSeconds: 0});
