// 封存记录: the days that are sealed, and whether what was sealed still stands.

import {badge, el, facts, link, notice, show, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {fill} from '/onboarding/audit/frame.js';
import {pager} from '/onboarding/audit/pager.js';
import {address, asked, query} from '/onboarding/audit/place.js';
import {second} from '/onboarding/audit/words.js';

const API = '/api/audit/seals';

export async function seals(main) {
  const place = el('section', {'aria-label': '封存记录'});
  show(main, el('div', {class: 'ob-titled'}, el('h1', {}, '封存记录'), link(`${API}/export`, '导出封条和公钥', {download: '', class: 'ob-button'})),
      el('p', {class: 'ob-help'}, '全部记录依次串成哈希链，每天签名封存，封条寄给审计人员。事后改动、删除、插入或调换任何一条，运维运行核验命令（见运维手册“--onboarding.verify”）即可指出第一处；这里核对封条的签名和先后。'), place);
  await fill(place, async () => overview(await get(`${API}?${query({page: asked().get('page') || 1, size: 30})}`)));
}

function overview(found) {
  const broken = found.rows.filter(({stands}) => !stands);
  return [
    broken.length > 0 && notice('bad', '封条核对不上', `${broken.map(({seal}) => seal.day).join('、')} 的封条与签名或哈希链不符。请通知运维运行核验命令，查出第一处不符的记录。`),
    end(found.end),
    table(['日期', '封条', '条数', '签名', '封存时间', '链的末端（SHA-256）'], found.rows.map(({seal, stands}) => [
      seal.day, `第 ${seal.no} 号`, seal.entries, stands ? badge('有效', 'good') : badge('无效', 'bad'), el('div', {}, second(seal.sealedAt), el('small', {}, `密钥 ${seal.keyId}`)), el('code', {}, seal.hash)]),
    '还没有封条：每天过后封存前一天的记录。'),
    found.total > 0 && pager(found, '个', page => address('/seals', {page}))];
}

function end({blocks, at, waiting, stands, settling}) {
  return el('div', {class: 'ob-section'}, facts([
    ['哈希链', blocks ? `${blocks} 块` : '还没有开始'],
    ['链的末端', blocks > 0 ? badge(stands ? '签名有效' : '签名无效', stands ? 'good' : 'bad') : '—'],
    ['最近入链', second(at)],
    ['等待入链', `${waiting} 条`],
    settling.length > 0 && ['正在补链的旧记录', `${settling.length} 张表（头一天内照常）`],
  ]));
}
