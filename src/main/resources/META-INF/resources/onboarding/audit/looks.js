// 查阅记录: who saw what of this application, when and for what reason. Auditors' own looks are among them.

import {el} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {entries} from '/onboarding/audit/entries.js';
import {pager} from '/onboarding/audit/pager.js';
import {asked, query} from '/onboarding/audit/place.js';

export async function looks({api, header, here}) {
  const found = await get(`${api}/timeline?${query({kind: 'LOOK', page: asked().get('page') || 1, size: 50})}`);
  return [el('p', {class: 'ob-help'}, '查看账号、证件号码、手机号全文，查看签名请求，以及审计人员打开这份申请、它的证照材料和卷宗，都记在这里；同一人十分钟内再次打开同一内容，只记一次。'),
    found.rows.length ? entries(found.rows, header) : el('p', {class: 'ob-empty'}, '还没有人查阅过。'),
    pager(found, '条', page => here('looks', {page}))];
}
