// One application: its head, and the parts of its story, each under an address of its own.

import {badge, el, facts, link, show, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {deductions} from '/onboarding/audit/deductions.js';
import {fill} from '/onboarding/audit/frame.js';
import {looks} from '/onboarding/audit/looks.js';
import {papers} from '/onboarding/audit/papers.js';
import {address, part} from '/onboarding/audit/place.js';
import {revisions} from '/onboarding/audit/revisions.js';
import {timeline} from '/onboarding/audit/timeline.js';
import {person, second, span} from '/onboarding/audit/words.js';
import {APPLICATION_STATES, BINDING_STATES, words} from '/onboarding/words.js';

const PARTS = [
  ['', '时间线', timeline],
  ['diagram', '流程图', diagrams],
  ['revisions', '提交资料', revisions],
  ['papers', '证照材料', papers],
  ['deductions', '车辆与扣款', deductions],
  ['looks', '查阅记录', looks],
  ['overview', '停车场与流程', overview],
];

/** What each part gets: {no, api: address of the API, header, here(part, parameters): an address in this application}. */
export async function application(main) {
  const no = part(1);
  const api = `/api/audit/applications/${encodeURIComponent(no)}`;
  const header = await get(api);
  const here = (name, parameters) => address(`/applications/${header.number}${name && `/${name}`}`, parameters);
  const [name, label, draw] = PARTS.find(([path]) => path === part(2)) ?? PARTS[0];
  const place = el('section', {'aria-label': label});
  show(main, head(header, api), tabs(name, here), place);
  main.querySelector('.ob-parts [aria-current]').scrollIntoView({block: 'nearest', inline: 'center'});
  document.title = `${header.number} ${label} · 审计`;
  await fill(place, () => draw({no: header.number, api, header, here}));
}

function head(header, api) {
  const [, kind] = words(APPLICATION_STATES, header.state);
  return el('header', {class: 'ob-heading'},
      el('div', {class: 'ob-titled'}, el('h1', {}, `${header.channelName} · ${header.number}`, badge(header.stateText, kind)),
          link(`${api}/dossier`, '下载卷宗', {download: '', class: 'ob-button primary', title: 'ZIP：PDF、证照材料、全部记录'})),
      facts([
        ['车场方', `${header.companyName}（${header.companyUscc}）`],
        ['结果', header.outcome],
        ['渠道商户号', header.account],
        ['停车场', header.lots.map(({name}) => name).join('、')],
        ['开始', el('span', {}, second(header.begun), ' ', person(header.beganBy))],
        ['结束', header.ended ? second(header.ended) : '还没有结束'],
        ['历时', header.ended ? span(header.durationSeconds) : `${span((Date.now() - new Date(header.begun)) / 1000)}（办理中）`],
        ['流程模型', header.models.map(({name, version}) => `${name} 第 ${version} 版`).join('、')],
      ]));
}

function tabs(now, here) {
  return el('nav', {class: 'ob-tabs ob-parts', 'aria-label': '申请的内容'}, PARTS.map(([path, label]) =>
      link(here(path), label, {'aria-current': path === now ? 'page' : null})));
}

async function diagrams(given) {
  const {diagram} = await import('/onboarding/audit/diagram.js');
  const node = el('div', {class: 'ob-diagram'});
  await diagram(node, {number: given.no});
  return node;
}

function overview({header}) {
  const names = Object.fromEntries(header.lots.map(({code, name}) => [code, name]));
  const callers = Object.fromEntries(header.instances.map(({id, name}) => [id, name]));
  return [el('h2', {}, '停车场'),
    table(['停车场', '编号', '状态', '渠道编号', '配置', '正式接入', '退出'], header.lots.map(lot => [lot.name, lot.code, binding(lot), lot.channelLotId,
      second(lot.configuredAt), second(lot.liveAt), lot.withdrawnAt ? el('div', {}, second(lot.withdrawnAt), el('small', {}, lot.withdrawalReason)) : '—']), '没有停车场。'),
    el('h2', {}, '流程'),
    table(['流程', '版本', '停车场', '由谁调用', '开始', '结束', '历时', '状态'], header.instances.map(one => [
      one.ended ? one.name : link(`#/process-instance/${one.id}/runtime`, one.name, {title: '在流程监控中打开'}), `第 ${one.version} 版`,
      names[one.lotCode] ?? one.lotCode, callers[one.parent], second(one.started), second(one.ended),
      one.ended ? span((new Date(one.ended) - new Date(one.started)) / 1000) : '—', INSTANCE_STATES[one.state] ?? one.state]), '还没有开始办理。')];
}

const INSTANCE_STATES = {ACTIVE: '运行中', SUSPENDED: '已挂起', COMPLETED: '正常结束', EXTERNALLY_TERMINATED: '被终止', INTERNALLY_TERMINATED: '由流程终止'};

function binding({state, stateText}) {
  return state ? badge(stateText, words(BINDING_STATES, state)[1]) : badge('没有配置', 'plain');
}
