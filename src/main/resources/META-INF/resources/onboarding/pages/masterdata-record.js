// One company, lot or vendor: what is kept of it, who has to do with it, what was changed, and what may be done now.

import {dayInput} from '/onboarding/dates.js';
import {badge, button, day, el, facts, link, notice, section, show, table} from '/onboarding/dom.js';
import {get, post, put, remove} from '/onboarding/api.js';
import {KINDS, address, changeForm, obstacleList, select, timeline} from '/onboarding/masterdata-forms.js';
import {Inputs} from '/onboarding/inputs.js';
import {page} from '/onboarding/shell.js';
import {tell} from '/onboarding/told.js';
import {modal} from '/onboarding/withdrawal.js';
import {BINDING_STATES, words} from '/onboarding/words.js';

const [kind, id] = location.pathname.split('/').filter(Boolean).slice(1).map(decodeURIComponent);
const of = KINDS[kind];
const api = `/api/masterdata/${kind}/${encodeURIComponent(id)}`;
let unsaved = false;
window.addEventListener('beforeunload', event => unsaved && event.preventDefault());

page(of.title, async main => {
  const record = await get(api);
  const [choices, changes] = await Promise.all([get('/api/masterdata/choices'), get(`${api}/changes`)]);
  document.title = `${record.name} · ${of.title} · 支付渠道接入`;
  show(main, el('p', {}, link(`/masterdata?kind=${kind}`, `← 全部${of.title}`)), heading(record),
      ...PARTS[kind](record, choices), record.mayChange && change(record, choices), history(changes));
}, [`/masterdata?kind=${kind}`, `← 全部${of.title}`]);

function heading(record) {
  return el('div', {class: 'ob-heading'},
      el('h2', {}, record.name, record.endedAt ? badge(of.end.ended) : badge('正常', 'good')),
      record.endedAt && notice('warn', `${of.end.ended}（${day(record.endedAt)}）`, of.end.help.split('，')[0].replace('后', '以后') + '。'),
      facts(FACTS[kind](record)), record.mayChange && el('div', {class: 'ob-actions'}, record.endedAt ? goOn(record) : [MORE[kind](record).map(([href, label]) => link(href, label, {class: 'ob-button'})), end(record)]));
}

/** What belongs to it and is made elsewhere. */
const MORE = {
  companies: ({tenant}) => [[`/masterdata?${new URLSearchParams({kind: 'lots', new: '', company: tenant})}`, '新建停车场'], [inviting({company: tenant}), '邀请人员']],
  lots: () => [],
  vendors: ({group}) => [[inviting({vendor: group}), '邀请人员']],
};

const inviting = belongs => `/people?${new URLSearchParams({new: '', ...belongs})}`;

const FACTS = {
  companies: record => [['公司代码', record.tenant], ['统一社会信用代码', record.uscc], ['联系人', record.contactPerson], ['联系电话', record.contactPhone], ['联系邮箱', record.contactEmail],
    ['停车场', link(`/masterdata?${new URLSearchParams({kind: 'lots', 'lots-q': record.uscc})}`, '查看本公司的停车场')]],
  lots: record => [['停车场编号', record.code], ['所属公司', link(address('companies', record.company), record.companyName)], ['地址', record.address],
    ['位置', record.longitude && `${record.longitude}，${record.latitude}`], ['泊位数', record.spaces], ['车道数', record.lanes || ''], ['服务电话', record.servicePhone]],
  vendors: record => [['技术方代码', record.group], ['联系人', record.contactPerson], ['联系电话', record.contactPhone], ['联系邮箱', record.contactEmail],
    ['停车场', link(`/masterdata?${new URLSearchParams({kind: 'lots', 'lots-q': record.name})}`, '查看负责的停车场')]],
};

const PARTS = {
  companies: record => [people(record, '车场方人员')],
  lots: (record, choices) => [vendor(record, choices), channels(record)],
  vendors: record => [people(record, '技术方人员')],
};

function people({people: list, mayChange, tenant, group}, title) {
  return section(title, table(['姓名', '用户名', '邮箱', '状态'], list.map(person => [
    mayChange ? link(`/people/${encodeURIComponent(person.userId)}`, person.name) : person.name, person.userId, person.mail,
    person.state === 'INVITED' ? badge('待激活', 'wait') : badge('正常', 'good')]), '还没有人员。'),
  mayChange && el('p', {}, link(inviting(tenant ? {company: tenant} : {vendor: group}), '邀请人员')));
}

function channels({channels: list}) {
  return section('接入的渠道', table(['渠道', '状态', '申请'], list.map(one => [link(`/lots/${one.bindingId}`, one.channel),
    badge(words(BINDING_STATES, one.state)[0], words(BINDING_STATES, one.state)[1]), link(`/applications/${one.applicationNo}`, one.applicationNo)]), '还没有接入渠道。'));
}

function vendor(record, choices) {
  const now = record.vendor ? link(address('vendors', record.vendor), record.vendorName) : '（无，由车场方自行对接）';
  const planned = record.plan && notice('info', `自 ${record.plan.from} 起${record.plan.vendorName ? `更换为${record.plan.vendorName}` : '由车场方自行对接'}`, record.mayChange && '到那天以前可以取消。', record.mayChange && drop(record));
  return section('技术方', facts([['现在', now]]), planned, record.mayChange && !record.endedAt && moving(record, choices));
}

function drop(record) {
  return button('取消这次更换', () => confirm('取消更换', '停车场继续由现在的技术方负责。', () => remove(`${api}/vendor-plan?version=${record.version}`), '已取消更换'), 'small');
}

const NONE = '-';

function moving(record, {vendors}) {
  const choice = select(vendors.filter(({id: group}) => group !== record.vendor), '请选择技术方');
  if (record.vendor) choice.append(el('option', {value: NONE}, '不再由技术方负责，由车场方自行对接'));
  const form = new Inputs({
    vendor: {label: record.vendor ? '更换为' : '技术方', node: choice},
    from: {label: '生效日期', node: dayInput(), optional: true, help: '空着表示立即生效；选以后的日期，到那天零点生效。'},
  });
  const problem = el('div');
  const deed = record.vendor ? '更换技术方' : '指定技术方';
  const go = button(deed, async () => {
    const {vendor: chosen, from} = form.values();
    if (!chosen) return form.say('vendor', '请选择技术方。');
    const body = {vendor: chosen === NONE ? '' : chosen, from, version: record.version};
    go.disabled = true;
    const refused = await post(`${api}/vendor-check`, body).then(() => null, refusal => refusal);
    go.disabled = false;
    show(problem, refused && notice('bad', `不能${deed}`, ...messages(refused, form)));
    if (refused) return undefined;
    const name = vendors.find(one => one.id === chosen)?.name ?? '车场方自行';
    return confirm(deed, `${record.name}${from ? `自 ${from} 起` : '立即'}由${name}对接。${record.vendor ? '原技术方从那时起不能查看和办理这个停车场，它登记的密钥和 MQTT 密码失效，没有办完的任务转给新的一方；' : '停车场已登记的密钥和 MQTT 密码失效，没有办完的任务转给它；'}新的一方要在停车场页面重新登记密钥，登记以前停车场发来的记录不会被接收。`,
        () => put(`${api}/vendor`, body), from ? '更换已安排' : '技术方已更换',
        refusal => show(problem, notice('bad', '没有更换', ...messages(refusal, form))));
  });
  return el('div', {class: 'ob-below'}, form.node, problem, el('div', {class: 'ob-actions'}, go));
}

function change(record, choices) {
  const form = changeForm(kind, choices, record);
  form.node.addEventListener('input', () => { unsaved = true; });
  const problem = el('div');
  const save = button('保存修改', async () => {
    save.disabled = true;
    try {
      await put(api, {...form.values(), version: record.version});
      again('修改已保存');
    } catch (refusal) {
      save.disabled = false;
      show(problem, notice('bad', '没有保存', ...messages(refusal, form), refusal.status === 409 && button('载入最新内容', afresh)));
    }
  }, 'primary');
  return section('修改', form.node, problem, el('div', {class: 'ob-actions'}, save));
}

function messages(refusal, form) {
  const elsewhere = form.sayAll(refusal.fields);
  return Object.keys(refusal.fields).length ? ['请更正标出的内容。', ...elsewhere] : [refusal.message];
}

function end(record) {
  const {label, path, done, help} = of.end;
  const open = button(`${label}${of.unit}`, async () => {
    open.disabled = true;
    const obstacles = await get(`${api}/obstacles`).catch(() => []);
    open.disabled = false;
    if (obstacles.length) return standing(obstacles);
    const reason = el('textarea', {rows: 3, maxlength: 500});
    return confirm(`${label}${of.unit}`, help, () => post(`${api}/${path}`, {version: record.version, reason: reason.value.trim()}), done, null,
        [el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '原因', el('i', {class: 'ob-required'}, '必填')), reason)],
        () => (reason.value.trim() ? null : '请填写原因。'));
  }, 'danger');
  return open;
}

/** By name, with where one sees each. */
function standing(obstacles) {
  const dialog = modal(`现在不能${of.end.label}`, el('p', {}, `请先处理以下 ${obstacles.length} 项：`), obstacleList(obstacles),
      el('div', {class: 'ob-actions'}, button('知道了', () => dialog.close(), 'primary')));
}

function goOn(record) {
  const {back, backLabel, backDone} = of.end;
  return button(backLabel, () => confirm(backLabel, `${record.name}恢复使用。`, () => post(`${api}/${back}`, {version: record.version}), backDone), 'primary');
}

/** Asks, does it, and tells on the page as it is afterwards. */
function confirm(title, question, act, done, elsewhere, extra = [], lacking = () => null) {
  const problem = el('div');
  const go = button(title, async () => {
    const lack = lacking();
    if (lack) return show(problem, el('p', {class: 'ob-error', role: 'alert'}, lack));
    go.disabled = true;
    try {
      await act();
      return again(done);
    } catch (refusal) {
      go.disabled = false;
      if (elsewhere && Object.keys(refusal.fields).length) {
        dialog.close();
        return elsewhere(refusal);
      }
      return show(problem, notice('bad', '没有办理', refusal.message, refusal.status === 409 && button('载入最新内容', afresh)));
    }
  }, 'primary');
  const dialog = modal(title, el('p', {}, question), ...extra, problem, el('div', {class: 'ob-actions'}, button('取消', () => dialog.close()), go));
}

/** Newest first, further ones on demand. */
function history(first) {
  const list = el('ol', {class: 'ob-timeline'}, timeline(first.rows));
  let at = 1;
  const more = button('更早的记录', async () => {
    const next = await get(`${api}/changes?page=${++at}`);
    list.append(...timeline(next.rows));
    more.hidden = at * next.size >= next.total;
  }, 'small');
  more.hidden = first.size >= first.total;
  return section('变更记录', first.total ? list : el('p', {class: 'ob-empty'}, '还没有变更记录。'), more);
}

function again(sentence) {
  tell(sentence);
  afresh();
}

function afresh() {
  unsaved = false;
  location.reload();
}
