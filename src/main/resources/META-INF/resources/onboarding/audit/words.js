// What an auditor reads: times with seconds, spans, people, kinds of entries.

import {el} from '/onboarding/dom.js';

const SECOND = new Intl.DateTimeFormat('sv-SE', {year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'Asia/Shanghai'});
const WEEKDAY = new Intl.DateTimeFormat('zh-CN', {weekday: 'long', timeZone: 'Asia/Shanghai'});

/** 2026-11-23 10:05:09 */
export const second = instant => (instant ? SECOND.format(new Date(instant)) : '—');

/** 2026-11-23 */
export const date = instant => second(instant).slice(0, 10);

/** 10:05:09 */
export const time = instant => second(instant).slice(11);

/** 2026-11-23 星期一 */
export const weekday = instant => `${date(instant)} ${WEEKDAY.format(new Date(instant))}`;

const UNITS = [['天', 86_400], ['小时', 3_600], ['分', 60], ['秒', 1]];

/** 93784 → 1 天 2 小时: the two largest units */
export function span(seconds) {
  if (seconds === null || seconds === undefined) return '—';
  if (seconds < 1) return '不到 1 秒';
  const first = UNITS.findIndex(([, size]) => seconds >= size);
  let rest = Math.round(seconds);
  return UNITS.slice(first, first + 2).map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count ? `${count} ${unit}` : '';
  }).filter(Boolean).join(' ');
}

/** 王芳（运营公司审核） */
export function person(somebody) {
  if (!somebody) return null;
  const {id, name, role} = somebody;
  return el('span', {class: 'ob-person', title: id}, name, role && el('small', {}, `（${role}）`));
}

/** Kinds of entries: what they are called and how they look. */
export const KINDS = {
  STEP: ['流程步骤', 'plain'],
  TASK: ['人工任务', 'people'],
  DECISION: ['决定', 'people'],
  REVISION: ['提交资料', 'people'],
  PAPER: ['证照材料', 'people'],
  CHANNEL_MESSAGE: ['渠道通知', 'channel'],
  CHANNEL_ANSWER: ['渠道应答', 'channel'],
  MAIL: ['邮件', 'plain'],
  LOT_MESSAGE: ['下发停车场', 'plain'],
  RECORD: ['停车记录', 'money'],
  DEDUCTION: ['扣款', 'money'],
  REFUND: ['退款', 'money'],
  COMMENT: ['备注', 'people'],
  INCIDENT: ['故障', 'bad'],
  JOB: ['自动执行', 'plain'],
  OPERATION: ['人工干预', 'bad'],
  LOOK: ['查阅', 'watch'],
  MASTER_DATA: ['主数据变更', 'people'],
  REMOVAL: ['到期清除', 'watch'],
};

/** What auditors usually ask for together. */
export const QUESTIONS = [
  ['全部', []],
  ['谁做了决定', ['DECISION', 'TASK', 'REVISION', 'COMMENT']],
  ['渠道怎么答复', ['CHANNEL_MESSAGE', 'CHANNEL_ANSWER']],
  ['车辆与扣款', ['RECORD', 'DEDUCTION', 'REFUND']],
  ['发出的通知', ['MAIL', 'LOT_MESSAGE']],
  ['故障与干预', ['INCIDENT', 'OPERATION', 'MASTER_DATA']],
  ['谁查阅过', ['LOOK']],
];
