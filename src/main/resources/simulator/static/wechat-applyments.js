// Applications as WeChat Pay received them, and what it can answer.
import { action, call, el, guarded, table, tag, time } from './desk.js';
import { FIELDS, isPicture, label } from './wechat-fields.js';

const words = await call('/words');
const PREFIX = 'APPLYMENT_STATE_';

export async function applyments(refresh) {
  const all = (await call('/wechatpay/applyments')).reverse();
  const pilot = await call('/wechatpay/autopilot');
  const chosen = all.find((one) => location.hash.endsWith('/' + one.businessCode)) || all[0];
  const list = el('section', { class: 'card' }, el('h2', {}, '商户申请'),
    all.length === 0 ? el('p', { class: 'soft' }, '平台还没有提交申请。') : null,
    el('ul', { class: 'list' }, all.map((one) => el('li', {}, el('button', {
      type: 'button', 'aria-current': one === chosen ? 'true' : null,
      onclick: () => { location.hash = 'applyments/' + one.businessCode; },
    }, name(one), el('br'), state(one), ' ',
    el('span', { class: 'soft' }, one.businessCode))))),
    action('刷新', refresh), autopilot(pilot, refresh));
  return [el('div', { class: 'columns' }, list, chosen ? detail(chosen, refresh) : el('div'))];
}

function autopilot(pilot, refresh) {
  const box = el('input', { type: 'checkbox', checked: pilot.on, onchange: () => guarded(box, async () => {
    await call('/wechatpay/autopilot', 'PUT', { on: box.checked });
    await refresh();
    return box.checked ? '以后收到的申请和停车场自动通过。' : '以后由您决定。';
  }) });
  return el('p', {}, el('label', { class: 'inline' }, box, '自动通过申请和停车场'));
}

function detail(one, refresh) {
  return el('div', {}, el('section', { class: 'card' },
    el('h2', {}, name(one), ' ', state(one)),
    el('p', {}, one.message || ''),
    el('p', { class: 'soft' }, `业务申请编号 ${one.businessCode} · 申请单号 ${one.applymentId} · 第 ${one.submissions} 次提交 · ${time(one.submittedAt)}`
      + (one.subMchid ? ` · 子商户号 ${one.subMchid}` : '')),
    complaints(one), el('div', { class: 'row' }, ...next(one, refresh)), back(one, refresh)),
  ...(short(one) === 'AUDITING' ? [refusal(one, refresh)] : []), papers(one), content(one));
}

function complaints(one) {
  return one.complaints.length === 0 ? null : el('ul', {}, one.complaints.map((complaint) =>
    el('li', {}, `${complaint.fieldName || complaint.field}: ${complaint.reason}`)));
}

function next(one, refresh) {
  const step = (title, path, said, style) => action(title, async () => {
    await call(`/wechatpay/applyments/${one.businessCode}/${path}`, 'POST', {});
    await refresh();
    return said;
  }, style);
  const steps = {
    AUDITING: [step('审核通过, 寄出验证邮件', 'approve', '已通过, 验证邮件已寄给联系人。', 'main')],
    TO_BE_CONFIRMED: [step('重寄验证邮件', 'mail', '已重寄。'), step('替商户完成账户验证', 'confirm', '账户已验证。', 'main')],
    TO_BE_SIGNED: [step('替商户签约', 'sign', '已签约。', 'main')],
    SIGNING: [step('开通权限, 完成', 'finish', '已完成, 子商户号可用。', 'main')],
  };
  const cancel = ['FINISHED', 'CANCELED'].includes(short(one)) ? [] : [step('作废申请', 'cancel', '已作废。', 'bad')];
  return [...(steps[short(one)] || []), ...cancel];
}

function back(one, refresh) {
  const wanted = el('select', { 'aria-label': '状态' }, Object.entries(words.states).map(([code, text]) => el('option', { value: code }, text)));
  wanted.value = short(one);
  return el('details', {}, el('summary', {}, '直接改成某个状态'), el('div', { class: 'row' }, wanted,
    action('改', async () => {
      await call(`/wechatpay/applyments/${one.businessCode}/state/${wanted.value}`, 'POST', {});
      await refresh();
      return '已改。';
    })));
}

function refusal(one, refresh) {
  const rows = el('div');
  const message = el('input', { value: '资料不符合要求, 请修改后重新提交', size: 40 });
  const add = () => void rows.append(el('div', { class: 'row' },
    el('label', {}, '有问题的项目', el('select', {}, Object.entries(FIELDS).map(([key, text]) => el('option', { value: key }, text)))),
    el('label', {}, '原因', el('input', { size: 34, placeholder: '例如: 与执照照片不一致' })),
    action('去掉', (button) => button.closest('.row').remove())));
  add();
  return el('section', { class: 'card' }, el('h2', {}, '驳回'),
    el('div', { class: 'row' }, el('label', {}, '总的说明', message)), rows,
    el('div', { class: 'row' }, action('再加一项', () => add()), action('驳回', async () => {
      const list = [...rows.children].map((row) => {
        const field = row.querySelector('select').value;
        return { field, fieldName: FIELDS[field], reason: row.querySelector('input').value.trim() };
      }).filter((complaint) => complaint.reason);
      await call(`/wechatpay/applyments/${one.businessCode}/refuse`, 'POST', { complaints: list, message: message.value });
      await refresh();
      return list.length ? '已驳回, 附了原因。' : '已驳回, 没有附任何原因。';
    }, 'bad')),
    el('p', { class: 'soft' }, '不写任何项目的原因也可以驳回: 平台会请审核人员去查明。'));
}

function papers(one) {
  const pictures = leaves(one.content).filter(([path]) => isPicture(path));
  return el('section', { class: 'card' }, el('h2', {}, '证照'), el('div', { class: 'papers' }, pictures.map(([path, id]) => {
    const address = '/demo/api/wechatpay/media/' + encodeURIComponent(id);
    return el('figure', {}, el('a', { href: address, target: '_blank' }, el('img', { src: address, alt: label(path) })),
      el('figcaption', {}, label(path)));
  })));
}

function content(one) {
  const rows = leaves(one.content).filter(([path]) => !isPicture(path));
  return el('section', { class: 'card' }, el('h2', {}, '申请内容 (已解密)'),
    table(['项目', '内容', '接口字段'], rows.map(([path, text]) => [label(path), String(text), el('span', { class: 'soft' }, path)]), '没有内容。'));
}

function leaves(node, path = '') {
  if (node === null || node === undefined) return [];
  if (typeof node !== 'object') return [[path, node]];
  return Object.entries(node).flatMap(([key, child]) =>
    leaves(child, Array.isArray(node) ? path : (path ? path + '/' : '') + key));
}

function value(one, key) {
  const found = leaves(one.content).find(([path]) => path.endsWith('/' + key));
  return found && found[1];
}

const name = (one) => value(one, 'merchant_name') || one.businessCode;

const short = (one) => one.state.replace(PREFIX, '');

function state(one) {
  const kind = { FINISHED: 'good', REJECTED: 'bad', CANCELED: 'bad' }[short(one)] || 'wait';
  return tag(words.states[short(one)] || one.state, kind);
}
