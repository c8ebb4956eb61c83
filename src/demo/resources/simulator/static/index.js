import { byId, call, channelPage, el } from './desk.js';

const WORK = '看平台提交的申请和证照，通过或驳回；停车场申请；车主签约；扣款、退款和账本；故障和通知。';

const [channels, lots, mails] = await Promise.all([call('/channels'), call('/lots'), call('/mails')]);
byId('places').prepend(...channels.map((channel) => el('tr', {},
  el('td', { class: 'key' }, el('a', { href: channelPage(channel) }, channel.name)), el('td', {}, WORK))));

const waiting = await Promise.all(channels.map(async (channel) => {
  const [applications, audits, orders] = await Promise.all(['applications', 'lots', 'orders'].map((what) => call(`/${channel.code}/${what}`)));
  const open = (records) => records.filter((record) => record.actions.some((one) => one.kind === 'NEXT')).length;
  return [channel, applications, audits, orders].map((records, i) => (i === 0 ? channel : [records.length, open(records)]));
}));
byId('now').append(...waiting.map(([channel, ...counts]) => el('p', {}, el('a', { href: channelPage(channel) }, channel.name), ': ',
  ['申请', '停车场', '扣款'].map((what, i) => `${what} ${counts[i][0]} 个` + (counts[i][1] ? `，其中 ${counts[i][1]} 个等您办理` : '')).join('；'), '。')),
el('p', {}, `停车场系统 ${lots.length} 个，邮件 ${mails.length} 封。`));
