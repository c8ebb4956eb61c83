// In Chinese whatever the browser's language, under our name, with our links.
import '/onboarding/beijing-time.js';

export default {
  app: {name: '首页', vendor: '智停平台 ·'},
  locales: {availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN'},
  dateFormat: {monthName: 'M月', day: 'D', abbr: 'YYYY-MM-DD HH:mm', normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm', short: 'YYYY-MM-DD'},
  customScripts: ['../../../onboarding/webapp.js'],
  disableWelcomeMessage: true,
  links: [
    {label: '接入看板', href: '/board', description: '每个停车场在各渠道办到哪一步，接下来做什么'},
    {label: '使用说明', href: '/help', description: '申请、对接、受理怎样办'},
  ],
};

// RequireJS gives up after 7 seconds and leaves a blank page: on a slow network it shall wait
window.require?.config?.({waitSeconds: 0});
