// What states and codes are called where people read them.

export const APPLICATION_STATES = {
  DRAFT: ['草稿', 'plain', '还没有开始办理：在“收款账户”里点“继续填写”。'],
  FILLING: ['待填写', 'wait', '请车场方填写并提交。'],
  SUBMITTED: ['待受理', 'wait', '等待运营公司受理。'],
  RETURNED: ['退回更正', 'bad', '请车场方按原因更正后重新提交。'],
  ACCEPTED: ['已受理', 'wait', '正在提交给渠道。'],
  CHANNEL_REVIEW: ['渠道审核中', 'wait', '等待渠道答复。'],
  CHANNEL_REFUSED: ['渠道退回', 'bad', '请按渠道给出的原因更正。'],
  BINDING: ['配置停车场', 'wait', '账户开通后，请车场方选择要用它收款的停车场。'],
  TESTING: ['对接测试中', 'wait', '等待各停车场的实车记录和扣款。'],
  DONE: ['接入完成', 'good', ''],
  PARTLY_DONE: ['部分接入', 'good', ''],
  LOTS_REFUSED: ['渠道未同意', 'plain', ''],
  REFUSED: ['未受理', 'plain', ''],
  CHANNEL_CLOSED: ['渠道终止', 'plain', ''],
  WITHDRAWN: ['已撤回', 'plain', ''],
  EXPIRED: ['已过期', 'plain', ''],
  DISCARDED: ['已丢弃', 'plain', ''],
};

/** What a receiving account is, or an application for one. */
export const ACCOUNT_GROUPS = {
  DRAFT: ['草稿', 'plain'],
  RUNNING: ['办理中', 'wait'],
  LIVE: ['正式接入', 'good'],
  OVER: ['已结束', 'plain'],
};

export const BINDING_STATES = {
  CONFIGURED: ['等待渠道同意', 'wait', '等待渠道同意这个停车场收款。'],
  REGISTERED: ['渠道已同意', 'wait', '等待车场技术方做接口对接准备。'],
  TESTING: ['测试中', 'wait', '等待完整的先离场后付费实车记录。'],
  LIVE: ['正式接入', 'good', ''],
  SUSPENDED: ['已暂停', 'bad', '请联系运营公司。'],
  WITHDRAWN: ['已撤回', 'plain', ''],
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
