// Applications as the channel received them, and what it can answer.
import { action, el, guarded, table, time } from './desk.js';
import { address, ask, at, commands, field, isLong, options, rareCommands, state } from './channel-words.js';

export async function applications(refresh) {
  const [all, pilot] = await Promise.all([ask('/applications'), ask('/autopilot')]);
  all.reverse();
  const chosen = all.find((one) => location.hash.endsWith('/' + one.no)) || all[0];
  const list = el('section', { class: 'card' }, el('h2', {}, '商户申请'),
    all.length === 0 ? el('p', { class: 'soft' }, '平台还没有提交申请。') : null,
    el('ul', { class: 'list' }, all.map((one) => el('li', {}, el('button', {
      type: 'button', 'aria-current': one === chosen ? 'true' : null,
      onclick: () => { location.hash = 'applications/' + one.no; },
    }, one.title || one.no, el('br'), state(one), ' ', el('span', { class: 'soft' }, one.no))))),
    action('刷新', refresh), autopilot(pilot, refresh));
  const whole = chosen ? await ask('/applications/' + encodeURIComponent(chosen.no)) : null;
  return [el('div', { class: 'columns' }, list, whole ? detail(whole, refresh) : waiting())];
}

const waiting = () => el('section', { class: 'card' }, el('p', {}, `平台把申请提交给${at.name}之后，申请内容和证照会出现在这里，由您决定通过还是驳回。`));

function autopilot(pilot, refresh) {
  const box = el('input', { type: 'checkbox', checked: pilot.on, onchange: () => guarded(box, async () => {
    await ask('/autopilot', 'PUT', { on: box.checked });
    await refresh();
    return box.checked ? '以后收到的申请和停车场自动通过。' : '以后由您决定。';
  }) });
  return el('p', {}, el('label', { class: 'inline' }, box, '自动通过申请和停车场'));
}

function detail(one, refresh) {
  const path = '/applications/' + encodeURIComponent(one.no);
  return el('div', {}, el('section', { class: 'card' },
    el('h2', {}, one.title || one.no, ' ', state(one)),
    el('p', {}, one.message || ''),
    el('p', { class: 'soft' }, [`申请编号 ${one.no}`, one.reference ? `${at.name}的单号 ${one.reference}` : '', `第 ${one.submissions} 次提交`,
      time(one.submittedAt), one.account ? `商户号 ${one.account}` : ''].filter(Boolean).join(' · ')),
    complaints(one), commands(one, path, refresh), rareCommands(one, path, refresh)),
  ...one.actions.filter(isLong).map((refusal) => refuse(refusal, path, refresh)), papers(one), content(one));
}

function complaints(one) {
  return one.complaints.length === 0 ? null : el('ul', {}, one.complaints.map((complaint) =>
    el('li', {}, `${complaint.fieldName || complaint.field}: ${complaint.reason}`)));
}

// A command that takes any number of fields with what is wrong with each.
function refuse(command, path, refresh) {
  const others = command.inputs.filter((input) => input.form !== 'complaints').map((input) => [input, field(input)]);
  const rows = el('div');
  const add = () => void rows.append(el('div', { class: 'row' },
    el('label', {}, '有问题的项目', options(Object.entries(at.fields), null, '有问题的项目')),
    el('label', {}, '原因', el('input', { size: 34, placeholder: '例如：与执照照片不一致' })),
    action('去掉', (button) => button.closest('.row').remove())));
  add();
  return el('section', { class: 'card' }, el('h2', {}, command.words),
    el('div', { class: 'row' }, others.map(([input, box]) => el('label', { class: 'wide' }, input.words, box))), rows,
    el('div', { class: 'row' }, action('再加一项', () => add()), action(command.words, async () => {
      const list = written(rows);
      const values = Object.fromEntries(others.map(([input, box]) => [input.name, box.value]));
      await ask(`${path}/${command.name}`, 'POST', { ...values, complaints: list });
      await refresh();
      return `已${command.words}, ` + (list.length ? '附了原因。' : '没有附任何项目的原因。');
    }, 'bad')),
    el('p', { class: 'soft' }, '不写任何项目的原因也可以驳回：平台会请审核人员去查明。'));
}

function written(rows) {
  return [...rows.children].map((row) => {
    const key = row.querySelector('select').value;
    return { field: key, fieldName: at.fields[key], reason: row.querySelector('input').value.trim() };
  }).filter((complaint) => complaint.reason);
}

function papers(one) {
  return one.papers.length === 0 ? el('div') : el('section', { class: 'card' }, el('h2', {}, '证照'),
    el('div', { class: 'papers' }, one.papers.map((paper) => {
      const file = address('/media/' + encodeURIComponent(paper.value));
      return el('figure', {}, el('a', { href: file, target: '_blank' }, el('img', { src: file, alt: paper.label })),
        el('figcaption', {}, paper.label));
    })));
}

function content(one) {
  return el('section', { class: 'card' }, el('h2', {}, '申请内容（明文）'),
    table(['项目', '内容', '接口字段'], one.fields.map((item) => [item.label, said(item.value), el('code', { class: 'soft' }, item.path)]), '没有内容。'));
}

const YES_OR_NO = { true: '是', false: '否' };

// A value as people read it; a code of the interface as one.
const said = (value) => YES_OR_NO[value] || (/^[A-Za-z_]{3,}$/.test(value) ? el('code', {}, value) : value);
