import { byId, call, el } from './desk.js';

const [lots, mails] = await Promise.all([call('/lots'), call('/mails')]);
byId('now').append(el('p', {}, `停车场系统 ${lots.length} 个, 邮件 ${mails.length} 封。`));
