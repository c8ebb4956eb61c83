// 审计 in Cockpit, for auditors: the menu, its pages, and the way to it from what has ended.

import {get} from '/onboarding/api.js';
import {el, link, show} from '/onboarding/dom.js';
import {application} from '/onboarding/audit/application.js';
import {definition, definitions} from '/onboarding/audit/definitions.js';
import {page} from '/onboarding/audit/frame.js';
import {address} from '/onboarding/audit/place.js';
import {plates} from '/onboarding/audit/plates.js';
import {seals} from '/onboarding/audit/seals.js';
import {search} from '/onboarding/audit/search.js';
import {tabs} from '/onboarding/audit/tabs.js';
import {session} from '/onboarding/session.js';

const menu = {
  id: 'onboarding-audit',
  pluginPoint: 'cockpit.navigation',
  priority: 110,
  properties: {checkActive: url => url.includes('#/audit')},
  render: node => show(node, link(address(''), '审计')),
};

/** Cockpit goes to the other view of what has ended, and offers it beside that of what runs. */
const otherView = (of, label) => ({id: 'history', pluginPoint: `cockpit.${of}.view`, properties: {label, priority: 10}, render: () => {}});

/** A way in from Cockpit's own addresses. target(id): where it leads, or nothing */
const wayIn = (of, target) => ({
  id: `onboarding-audit-of-${of}`,
  pluginPoint: 'cockpit.route',
  properties: {path: `/${of}/:id/history`},
  render: async node => {
    node.className = 'onboarding ob-audit ob-audit-page';
    show(node, el('p', {class: 'ob-page', role: 'status'}, '正在打开……'));
    const there = await target(decodeURIComponent(location.hash.split('?')[0].split('/')[2]));
    if (there) location.replace(there);
    else show(node, el('p', {class: 'ob-page', role: 'alert'}, '没有找到。', link(address(''), '按申请编号查询')));
  },
});

/** The business key of an instance begins with the application's number; a lot's code may follow. */
async function applicationOf(id) {
  const {webapps} = await session;
  const found = await get(`${webapps}/api/engine/engine/default/history/process-instance/${encodeURIComponent(id)}`).catch(() => null);
  return found?.businessKey && address(`/applications/${found.businessKey.split('-')[0]}`);
}

/** The id of a definition begins with its key. */
const definitionOf = id => address(`/definitions/${encodeURIComponent(id.split(':')[0])}`);

export default [
  ...tabs,
  menu, otherView('processInstance', '审计'), wayIn('process-instance', applicationOf),
  otherView('processDefinition', '流程统计'), wayIn('process-definition', definitionOf),
  page({path: '', under: '', title: '申请', draw: search}),
  page({path: '/applications/:no', under: '', title: '申请', draw: application}),
  page({path: '/applications/:no/:part', under: '', title: '申请', draw: application}),
  page({path: '/plates', under: '/plates', title: '车牌查询', draw: plates}),
  page({path: '/definitions', under: '/definitions', title: '流程统计', draw: definitions}),
  page({path: '/definitions/:key', under: '/definitions', title: '流程统计', draw: definition}),
  page({path: '/seals', under: '/seals', title: '封存记录', draw: seals}),
];
