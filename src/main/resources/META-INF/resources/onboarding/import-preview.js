// What a file would do, row by row, before anybody lets it.

import {badge, button, el, moment, notice, show} from '/onboarding/dom.js';
import {get, post, remove} from '/onboarding/api.js';

const SIZE = 50;
const VERDICTS = {FAULTY: ['有错', 'bad'], NEW: ['新增', 'good'], CHANGED: ['修改', 'wait'], UNCHANGED: ['不变', '']};
const count = (preview, verdict) => preview.counts[verdict] ?? 0;
const all = preview => Object.keys(VERDICTS).reduce((sum, verdict) => sum + count(preview, verdict), 0);

/** The node of an uploaded file; over: what happens when it is taken or dropped. */
export function previewOf(first, over) {
  const node = el('div');
  let preview = first;
  const draw = said => show(node, heading(preview), ...outcome(preview), said, preview.takenAt ? '' : [rows(preview), actions()]);
  const actions = () => {
    const place = el('div');
    const toDo = count(preview, 'NEW') + count(preview, 'CHANGED');
    const faulty = count(preview, 'FAULTY') > 0;
    const take = button(faulty ? '更正后才能导入' : toDo ? `导入这 ${toDo} 行` : '没有需要导入的内容', () => taking(take), 'primary');
    take.disabled = !toDo || faulty;
    const drop = button('放弃这份文件', async () => {
      drop.disabled = true;
      await remove(`/api/masterdata/imports/${preview.id}`).then(() => over(null), problem => show(place, notice('bad', '没有放弃', problem.message)));
    });
    return [place, el('div', {class: 'ob-actions'}, drop, take)];
  };
  const taking = async take => {
    take.disabled = true;
    take.textContent = '正在导入……';
    try {
      preview = await post(`/api/masterdata/imports/${preview.id}/take`, {version: preview.version});
      draw();
      over(preview);
    } catch (problem) {
      preview = await get(`/api/masterdata/imports/${preview.id}`).catch(() => preview);
      draw(notice('bad', '没有导入', problem.message));
    }
  };
  draw();
  return node;
}

function heading(preview) {
  return el('section', {class: 'ob-section'},
      el('h2', {}, `${preview.kindTitle}：${preview.fileName}`),
      el('p', {class: 'ob-help'}, `${preview.uploadedBy} ${moment(preview.uploadedAt)} 上传，共 ${all(preview)} 行`),
      preview.notes.map(note => el('p', {class: 'ob-help'}, `注意：${note}`)));
}

function outcome(preview) {
  if (preview.takenAt) {
    const mails = preview.kind === 'people' && count(preview, 'NEW') ? '设置密码的链接已发到每个人的邮箱，24 小时内有效。' : '';
    return [notice('good', `已导入：新增 ${count(preview, 'NEW')} ${preview.unit}，修改 ${count(preview, 'CHANGED')} ${preview.unit}`,
        `${preview.takenBy} ${moment(preview.takenAt)} 导入，不变的 ${count(preview, 'UNCHANGED')} 行没有改动。${mails}`)];
  }
  const faulty = count(preview, 'FAULTY');
  if (faulty) return [notice('bad', `${faulty} 行有错误，暂不能导入`, '错误写在单元格旁边。请在您的文件里更正，再重新上传；一份文件要么全部导入，要么一行也不导入。')];
  if (!count(preview, 'NEW') && !count(preview, 'CHANGED')) return [notice('info', '与现有数据完全一致', '没有需要导入的内容。')];
  return [notice('info', '请核对后导入', '一份文件要么全部导入，要么一行也不导入。导入以前，什么都没有改变。')];
}

/** A page of rows, by default those with faults. */
function rows(preview) {
  const node = el('div', {class: 'ob-list'});
  const at = {verdict: ['FAULTY', 'CHANGED', 'NEW'].find(verdict => count(preview, verdict)) ?? '', page: 1};
  const load = async change => {
    Object.assign(at, change);
    node.setAttribute('aria-busy', 'true');
    const found = await get(`/api/masterdata/imports/${preview.id}/rows?${new URLSearchParams({...at, size: SIZE})}`).catch(problem => ({problem}));
    node.removeAttribute('aria-busy');
    show(node, chooser(preview, at, load), found.problem ? notice('bad', '没能载入', found.problem.message) : [table(preview, found.rows), pager(found, load)]);
  };
  load({});
  return node;
}

function chooser(preview, at, load) {
  const choice = (verdict, label, number) => {
    const chosen = button(`${label} ${number}`, () => load({verdict, page: 1}), 'small');
    chosen.setAttribute('aria-pressed', String(at.verdict === verdict));
    chosen.disabled = !number;
    return chosen;
  };
  return el('div', {class: 'ob-verdicts', role: 'group', 'aria-label': '按结果筛选'}, choice('', '全部', all(preview)),
      Object.entries(VERDICTS).map(([verdict, [label]]) => choice(verdict, label, count(preview, verdict))));
}

function table({columns}, list) {
  if (!list.length) return el('p', {class: 'ob-empty'}, '没有这样的行。');
  const heads = ['行', '结果', ...columns.map(({title}) => title)];
  return el('div', {class: 'ob-table ob-compared', tabindex: '0', role: 'region', 'aria-label': '逐行比较'}, el('table', {},
      el('thead', {}, el('tr', {}, heads.map(head => el('th', {}, head)))),
      el('tbody', {}, list.map(row => el('tr', {},
          el('td', {'data-head': '行'}, String(row.line)),
          el('td', {'data-head': '结果'}, badge(...VERDICTS[row.verdict])),
          columns.map(({key, title}) => cell(title, row.cells[key] ?? {})))))));
}

function cell(title, {before, after, fault, doubt}) {
  const changed = before !== undefined && before !== null;
  return el('td', {'data-head': title, class: fault ? 'faulty' : null}, el('div', {},
      changed ? [el('del', {}, before || '（空）'), ' → ', el('ins', {}, after || '（空）')] : after || (fault ? '（空）' : ''),
      fault && el('p', {class: 'ob-error'}, fault), doubt && el('p', {class: 'ob-remark'}, doubt)));
}

function pager({total, page, size}, load) {
  const last = Math.max(1, Math.ceil(total / size));
  const go = (label, to) => {
    const way = button(label, () => load({page: to}));
    way.disabled = to < 1 || to > last;
    return way;
  };
  return el('nav', {class: 'ob-pages', 'aria-label': '翻页'}, el('span', {role: 'status'}, `共 ${total} 行`),
      last > 1 && el('span', {class: 'ob-turn'}, go('上一页', page - 1), el('span', {}, `${page} / ${last}`), go('下一页', page + 1)));
}
