// Tasklist in Chinese whatever the browser's language, under our name, with our links.
export default {
  app: {name: '支付渠道接入', vendor: '智停平台 ·'},
  locales: {availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN'},
  dateFormat: {monthName: 'M月', day: 'D', abbr: 'M月D日 HH:mm', normal: 'YYYY年M月D日 HH:mm', long: 'YYYY年M月D日 dddd HH:mm', short: 'YYYY年M月D日'},
  customScripts: ['../../../onboarding/webapp.js'],
  disableWelcomeMessage: true,
};

// RequireJS gives up after 7 seconds and leaves a blank page: on a slow network it shall wait
window.require?.config?.({waitSeconds: 0});
