// 导入: a file goes up, is looked at, and is taken as a whole.

import {badge, button, el, link, moment, notice, section, show, table} from '/onboarding/dom.js';
import {get, send} from '/onboarding/api.js';
import {previewOf} from '/onboarding/import-preview.js';
import {page} from '/onboarding/shell.js';

const HERE = '/masterdata/import';

page('导入', async main => {
  const address = new URLSearchParams(location.search);
  const id = address.get('id');
  if (id) return showPreview(main, await get(`/api/masterdata/imports/${encodeURIComponent(id)}`));
  return showStart(main, await get('/api/masterdata/import'), address.get('kind'));
}, ['/masterdata/import', '← 导入']);

// going back and forth between a preview and the start is a way in the browser like any other
window.addEventListener('popstate', () => location.reload());

function showPreview(main, preview) {
  const another = link(`${HERE}?kind=${preview.kind}`, '导入另一份文件', {class: 'ob-button'});
  const over = taken => { if (!taken) location.assign(`${HERE}?kind=${preview.kind}`); };
  show(main, el('div', {class: 'ob-title'}, el('h1', {}, '导入'), el('span', {class: 'ob-row'}, listOf(preview.kind), another)), previewOf(preview, over));
}

function showStart(main, start, wanted) {
  const chosen = start.kinds.find(({code}) => code === wanted) ?? start.kinds[0];
  const choices = start.kinds.map((kind, i) => el('label', {class: 'ob-choice'},
      el('input', {type: 'radio', name: 'kind', value: kind.code, checked: kind === chosen, on: {change: () => choose(kind)}}),
      el('span', {}, el('strong', {}, `${i + 1}. ${kind.title}`), el('small', {}, HINTS[kind.code]))));
  const place = el('div');
  const choose = kind => {
    history.replaceState(null, '', `${HERE}?kind=${kind.code}`);
    show(place, upload(main, start, kind), columns(kind));
    show(back, listOf(kind.code));
  };
  const back = el('span');
  show(main, el('div', {class: 'ob-title'}, el('h1', {}, '导入'), back),
      section('导入什么', el('p', {class: 'ob-help'}, '初次使用请按这个顺序：后面的要引用前面的。'), el('div', {class: 'ob-choices ob-kinds'}, choices)),
      place, latest(start.latest));
  choose(chosen);
}

/** Where the records of a kind are seen. */
function listOf(kind) {
  return link(kind === 'people' ? '/people' : `/masterdata?kind=${kind}`, kind === 'people' ? '查看人员' : '查看主数据', {class: 'ob-button'});
}

const HINTS = {
  companies: '公司代码、名称、统一社会信用代码、联系方式',
  vendors: '停车场系统的技术公司',
  lots: '编号、所属公司、地址、泊位和技术方',
  people: '用户名、邮箱、角色和所属公司；新的人员会收到邀请邮件',
};

function upload(main, start, kind) {
  const problem = el('div');
  const named = el('span', {class: 'ob-none', role: 'status'}, '还没有选择文件');
  const file = el('input', {type: 'file', id: 'import-file', accept: '.csv,.txt,.xlsx', class: 'ob-chooser', on: {change: () => {
    show(problem);
    show(named, file.files[0]?.name ?? '还没有选择文件');
  }}});
  const go = button('上传并预览', async () => {
    if (!file.files.length) return show(problem, notice('bad', '还没有选择文件', '请选择 .xlsx 或 .csv 文件。'));
    const [chosen] = file.files;
    if (chosen.size > start.largest) return show(problem, notice('bad', '没有上传', `文件超过 ${start.largest >> 20} MB，请分成几个文件上传。`));
    go.disabled = true;
    go.textContent = '正在读取和比较……';
    try {
      const preview = await send(`/api/masterdata/import/${kind.code}?${new URLSearchParams({name: chosen.name})}`, chosen);
      history.pushState(null, '', `${HERE}?id=${preview.id}`);
      showPreview(main, preview);
      window.scrollTo(0, 0);
    } catch (refusal) {
      go.disabled = false;
      go.textContent = '上传并预览';
      file.value = '';
      show(named, chosen.name);
      show(problem, notice('bad', '这份文件不能导入', refusal.message));
    }
    return undefined;
  }, 'primary');
  const template = format => link(`/api/masterdata/template/${kind.code}?format=${format}`, `下载模板（${format === 'xlsx' ? 'Excel' : 'CSV'}）`, {download: '', class: 'ob-button'});
  return section(`选择${kind.title}的文件`,
      el('p', {class: 'ob-help'}, `.xlsx，或编码为 UTF-8、GB18030 的 .csv；最多 ${start.rows.toLocaleString()} 行。上传以后先预览，核对无误再导入。`),
      el('div', {class: 'ob-file'}, file, el('label', {class: 'ob-button', for: 'import-file'}, '选择文件'), named), problem,
      el('div', {class: 'ob-actions'}, template('xlsx'), template('csv'), go));
}

function columns(kind) {
  return el('section', {class: 'ob-section'}, el('details', {}, el('summary', {}, `${kind.title}文件有哪些列`),
      table(['标题', '这一列', '示例', '怎样填写'], kind.columns.map(column => [column.title, column.required ? '必须有' : '可以没有', column.example, column.explanation])),
      el('p', {class: 'ob-help'}, '列的顺序不限。没有的列保持原样；有这一列而单元格空着，表示清空。编号、信用代码和电话的单元格请设为“文本”格式，否则表格软件会丢掉前面的 0，或把长数字变成科学计数法。')));
}

function latest(list) {
  return section('最近的文件', table(['文件', '种类', '上传', '结果', ''], list.map(one => [
    one.fileName, one.kindTitle, `${one.uploadedBy} ${moment(one.uploadedAt)}`,
    one.takenAt ? badge(`已导入 ${moment(one.takenAt)}`, 'good') : one.counts.FAULTY ? badge(`${one.counts.FAULTY} 行有错`, 'bad') : badge('没有导入', 'wait'),
    link(`${HERE}?id=${one.id}`, one.takenAt ? '查看结果' : '打开预览')]), '还没有导入过文件。'));
}
