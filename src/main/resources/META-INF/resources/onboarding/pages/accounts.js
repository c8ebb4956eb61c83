// 收款账户: the accounts of a company, what is on its way to one, and what to do about each.

import {badge, el, link, minute, notice, show, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {goOn} from '/onboarding/going-on.js';
import {pagedList} from '/onboarding/paged-list.js';
import {page} from '/onboarding/shell.js';
import {waiting} from '/onboarding/todos.js';
import {doTask, drawTurns, ownTask, turnsOf, turnsOfLots} from '/onboarding/turns.js';
import {discardDraft, withdrawApplication} from '/onboarding/withdrawal.js';
import {ACCOUNT_GROUPS, APPLICATION_STATES, BINDING_STATES, words} from '/onboarding/words.js';

const again = () => location.reload();

page('收款账户', async (main, session) => {
  const own = session.roles.includes('lot-operator');
  const [counts, open] = await Promise.all([get('/api/accounts/counts'), waiting(session)]);
  const companies = own ? (await get('/api/accounts/openings')).companies : [];
  const states = Object.fromEntries(Object.entries(ACCOUNT_GROUPS).map(([code, [label]]) => [code, `${label}（${counts[code] ?? 0}）`]));
  const list = await pagedList({path: '/api/accounts', name: 'account', noun: '个账户', placeholder: '申请编号、渠道、停车场或车场方', states,
    all: '全部（不含已结束）', complete: withTurns, draw: (rows, filtered) => accounts(rows, filtered, {session, own, several: companies.length !== 1})});
  show(main, el('div', {class: 'ob-headline'}, el('h1', {}, '收款账户'), own && link('/accounts/apply', '申请接入', {class: 'ob-button primary'})),
      open, list);
});

async function withTurns(list) {
  const turns = await turnsOf(list.map(({no}) => no));
  return list.map(account => ({...account, turns: turns[account.no] ?? []}));
}

function accounts(list, filtered, reader) {
  if (!list.length) return filtered ? el('p', {class: 'ob-empty'}, '没有符合条件的账户。') : nothingYet(reader);
  return table(['渠道', ...(reader.several ? ['车场方'] : []), '账户', '状态', '时间', '停车场', '接下来', ''],
      list.map(account => [el('strong', {}, account.channelName), ...(reader.several ? [account.merchantName] : []), which(account), state(account),
        times(account), lots(account, reader), drawTurns(withoutWay(account.turns), reader), ways(account, reader)]));
}

function which({account, channelAccount, no}) {
  return el('div', {}, account ? el('span', {class: 'ob-short'}, account) : '新账户', channelAccount && el('small', {}, `渠道商户号 ${channelAccount}`),
      el('small', {}, link(`/applications/${no}`, `申请 ${no}`)));
}

function state({group, state: code, stateText, closingReason}) {
  const [label, kind] = ACCOUNT_GROUPS[group];
  const [, running] = words(APPLICATION_STATES, code);
  const shown = group === 'DRAFT' || group === 'LIVE' ? badge(label, kind) : badge(stateText, running);
  const more = group === 'DRAFT' || (group === 'LIVE' && code !== 'DONE') ? stateText : '';
  return el('div', {}, shown, more && more !== label && el('small', {}, more), group === 'OVER' && closingReason && el('small', {}, closingReason));
}

function times({begunAt, createdBy, changedAt, liveAt}) {
  return el('div', {class: 'ob-times'}, el('small', {}, `开始 ${minute(begunAt)}（${createdBy}）`), el('small', {}, `最近改动 ${minute(changedAt)}`),
      liveAt && el('small', {}, `正式接入 ${minute(liveAt)}`));
}

function lots({no, lots: {named, total, live}, intended}, reader) {
  if (!total) return el('span', {class: 'ob-none'}, '还没有选');
  const more = total > named.length && el('small', {}, `……共 ${total} 个`);
  if (intended) return el('div', {}, el('small', {}, `拟接入 ${total} 个：`), named.map(({name}) => el('small', {}, name)), more);
  return el('div', {}, el('small', {}, `${total} 个，正式接入 ${live} 个：`), named.map(lot => {
    const [label] = words(BINDING_STATES, lot.state);
    return el('small', {}, link(`/lots/${lot.bindingId}`, lot.name), ` ${label}`);
  }), more, live < total && progress(no, reader));
}

/** What each lot waits for, asked for when somebody wants to know. */
function progress(no, reader) {
  const place = el('div');
  const details = el('details', {on: {toggle: async () => {
    if (!details.open || place.firstChild) return;
    show(place, el('small', {}, '正在载入……'));
    try {
      const [application, turns] = await Promise.all([get(`/api/applications/${no}`), turnsOfLots(no)]);
      show(place, application.bindings.map(({id, lotName}) =>
          el('div', {}, link(`/lots/${id}`, lotName), drawTurns(turns[id], {session: reader.session, place: `/lots/${id}`}))));
    } catch (problem) {
      show(place, notice('bad', '没能载入', problem.message));
    }
  }}}, el('summary', {}, reader.own ? '各停车场接下来做什么' : '各停车场进度'), place);
  return details;
}

/** The way to the first task stands in a column of its own; where there are several, each of the others has its own. */
function withoutWay(turns) {
  const first = ownTask(turns);
  return turns.map(turn => (turn.task === first ? {...turn, task: null} : turn));
}

function ways(account, {session, own}) {
  const mine = ownTask(account.turns);
  if (!own) return mine ? doTask(mine) : '';
  const draft = account.group === 'DRAFT';
  return el('div', {class: 'ob-ways'},
      draft ? (mine || !account.started) && goOn(account, account.turns, session) : mine && doTask(mine),
      draft && discardDraft(account, again),
      account.group === 'RUNNING' && withdrawApplication(account.no, again, 'small danger'));
}

function nothingYet({own}) {
  return own
    ? notice('info', '还没有收款账户', el('p', {}, '选好支付渠道和停车场，一次可以申请多个渠道，每个渠道一份申请。'), link('/accounts/apply', '申请接入', {class: 'ob-button'}))
    : notice('info', '还没有收款账户', '车场方申请接入以后显示在这里。');
}
