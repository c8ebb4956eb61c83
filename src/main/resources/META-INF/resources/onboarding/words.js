// What states and codes are called where people read them. What comes next no state says: see turns.js.

export const APPLICATION_STATES = {
  DRAFT: ['草稿', 'plain'],
  FILLING: ['待填写', 'wait'],
  SUBMITTED: ['待受理', 'wait'],
  RETURNED: ['退回更正', 'bad'],
  ACCEPTED: ['已受理', 'wait'],
  CHANNEL_REVIEW: ['渠道审核中', 'wait'],
  CHANNEL_REFUSED: ['渠道退回', 'bad'],
  BINDING: ['配置停车场', 'wait'],
  TESTING: ['对接测试', 'wait'],
  DONE: ['接入完成', 'good'],
  PARTLY_DONE: ['部分接入', 'good'],
  LOTS_REFUSED: ['渠道未同意', 'plain'],
  REFUSED: ['未受理', 'plain'],
  CHANNEL_CLOSED: ['渠道终止', 'plain'],
  WITHDRAWN: ['已撤回', 'plain'],
  EXPIRED: ['已过期', 'plain'],
  DISCARDED: ['已丢弃', 'plain'],
};

/** What a receiving account is, or an application for one. */
export const ACCOUNT_GROUPS = {
  DRAFT: ['草稿', 'plain'],
  RUNNING: ['办理中', 'wait'],
  LIVE: ['正式接入', 'good'],
  OVER: ['已结束', 'plain'],
};

export const BINDING_STATES = {
  CONFIGURED: ['渠道注册', 'wait'],
  REGISTERED: ['渠道已同意', 'wait'],
  TESTING: ['测试中', 'wait'],
  LIVE: ['正式接入', 'good'],
  SUSPENDED: ['已暂停', 'bad'],
  WITHDRAWN: ['已撤回', 'plain'],
};

/** Whether somebody may log in */
export const ACCOUNT_STATES = {
  INVITED: ['待激活', 'wait', ''],
  ACTIVE: ['正常', 'good', ''],
  DISABLED: ['已停用', 'plain', ''],
};

/** City Brain's plateColor */
export const PLATE_COLORS = {1: '蓝牌', 5: '绿牌（新能源）', 2: '黄牌', 3: '白牌', 4: '黑牌'};

/** ['已受理', 'wait', …] for a code; a code nobody knows is shown as it is. */
export function words(table, code) {
  return table[code] ?? [code ?? '—', 'plain', ''];
}
