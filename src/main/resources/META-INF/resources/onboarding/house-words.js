// What Camunda's web applications say in English whatever the locale, and what the engine calls things: in the field's words.

/** A text or a tooltip that is exactly this, blanks aside. */
const WORDS = {
  'Actions': '操作',
  'Add variable': '添加资料项',
  'Add groups': '添加组',
  'Business key': '申请编号',
  'Camunda Admin': '引擎管理',
  'Camunda Cockpit': '流程监控',
  'Camunda Tasklist': '支付渠道接入',
  'Camunda Welcome': '首页',
  'Claim': '认领',
  'Close': '关闭',
  'Color': '颜色',
  'Delete': '删除',
  'Delete filter': '删除筛选',
  'Description': '说明',
  'Download': '下载',
  'Edit filter': '编辑筛选',
  'Empty': '空',
  'Invalid Date Value.': '不是日期，请写成 2026-11-30 09:05 这样。',
  'Keyboard Shortcuts': '键盘快捷键',
  'Loading diagram': '正在载入流程图',
  'Message is null.': '没有错误信息。',
  'Only a value is allowed': '只能填一个值',
  'Powered by bpmn.io': '流程图由 bpmn.io 绘制',
  'Remove': '移除',
  'Save': '保存',
  'Select all': '全选',
  'Set due date': '设置截止日期',
  'Set follow up': '设置跟进日期',
  'Toggle this section': '展开或收起',
  'Undefined': '没有值',
  'Unselect all': '全不选',
  'Upload': '上传',
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '看全图',
  'Previous': '上一页',
  'Next': '下一页',
  'First': '首页',
  'Last': '末页',
  // the engine's own: kinds of incidents, of steps, of rights
  'failedExternalTask': '渠道调用失败',
  'failedJob': '系统步骤失败',
  'async-continuation': '继续办理',
  'timer-transition': '到期提醒',
  'timer-task-listener': '到期提醒',
  'timer-intermediate-transition': '等待到期',
  'SpringAutoDeployment': '随系统上线',
};

const ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'alt', 'uib-tooltip'];
const SELECTOR = ATTRIBUTES.map(name => `[${name}]`).join(',');

/** Keeps it so: their pages are drawn anew all the time. */
export function keepWords(where = document.documentElement) {
  mend(where);
  new MutationObserver(changes => changes.forEach(({type, target, addedNodes, attributeName}) => {
    if (type === 'characterData') text(target);
    else if (type === 'attributes') attribute(target, attributeName);
    else addedNodes.forEach(mend);
  })).observe(where, {childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES});
}

function mend(node) {
  if (node.nodeType === Node.TEXT_NODE) return text(node);
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  for (const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT); walk.nextNode();) text(walk.currentNode);
  for (const told of [node, ...node.querySelectorAll(SELECTOR)]) ATTRIBUTES.forEach(name => attribute(told, name));
}

function text(node) {
  const said = house(node.data);
  // what somebody types or reads as it was sent is not ours to change
  if (said && !node.parentElement?.closest('textarea, pre, code, script, style, .onboarding')) node.data = said;
}

function attribute(node, name) {
  const said = house(node.getAttribute?.(name));
  if (said) node.setAttribute(name, said);
}

/** A moment as Cockpit writes it in some lists. */
const MOMENT = /^\s*(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?(?:\.\d+)?\s*$/;

/** Tasklist's name for what it could not read, before the reason: once in the head of a notice, escaped, and once in its text. */
const PROVIDER = /^\s*(<|&lt;)\w+(?:>|&gt;) (?:<|&lt;)- /;

function house(said) {
  if (!said) return null;
  const unread = PROVIDER.exec(said);
  if (unread) return unread[1] === '<' ? said.slice(unread[0].length) : '提示：';
  if (Object.hasOwn(WORDS, said.trim())) return WORDS[said.trim()];
  const moment = MOMENT.exec(said);
  return moment && `${moment[1]} ${moment[2]}`;
}
