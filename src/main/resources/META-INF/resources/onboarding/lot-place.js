// Where a lot is and what its drivers call: for channels that want to know. Saved at once, apart from the form around it.

import {button, el, link, notice, show} from '/onboarding/dom.js';
import {put} from '/onboarding/api.js';

const PICKER = 'https://lbs.amap.com/tools/picker';
const FIELDS = [
  ['longitude', '经度', '120.155070'],
  ['latitude', '纬度', '30.274085'],
  ['servicePhone', '客服电话', '0571-88888888'],
];

/** `lot`: {code, place: {longitude, latitude, servicePhone}} */
export function lotPlace(lot, saved = () => {}) {
  const rows = FIELDS.map(([key, label, placeholder]) => {
    const input = el('input', {type: 'text', maxlength: 32, placeholder, autocomplete: 'off', value: lot.place[key], 'aria-label': `${label}（${lot.code}）`,
      on: {input: () => { lot.unsaved = true; }}});
    const problem = el('p', {class: 'ob-error', role: 'alert'});
    return {key, input, problem, node: el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, label, el('i', {class: 'ob-required'}, '必填')), input, problem)};
  });
  const said = el('div');
  const save = button('保存位置和电话', () => keep(lot, rows, said, save, saved), 'small');
  return el('div', {class: 'ob-where'},
      el('p', {class: 'ob-help'}, '渠道要知道停车场在哪里。用高德地图坐标：打开', link(PICKER, '坐标拾取器', {target: '_blank', rel: 'noopener noreferrer'}), '，点停车场入口，逗号前是经度、后是纬度。'),
      el('div', {class: 'ob-inline'}, rows.map(row => row.node), save), said);
}

async function keep(lot, rows, said, save, saved) {
  show(said);
  rows.forEach(row => show(row.problem));
  save.disabled = true;
  try {
    const place = Object.fromEntries(rows.map(row => [row.key, row.input.value.trim()]));
    const {warnings} = await put(`/api/lots/${encodeURIComponent(lot.code)}/location`, place);
    lot.place = place;
    lot.unsaved = false;
    const doubts = Object.values(warnings);
    show(said, doubts.length ? notice('warn', '已保存，请再看一眼', ...doubts) : notice('good', null, '已保存'));
    saved();
  } catch (refusal) {
    rows.forEach(row => show(row.problem, refusal.fields?.[row.key]));
    rows.find(row => refusal.fields?.[row.key])?.input.focus();
    if (!Object.keys(refusal.fields ?? {}).length) show(said, notice('bad', null, refusal.message));
  } finally {
    save.disabled = false;
  }
}

/** Whether everything is there, and saved as it stands on the screen. */
export const placed = ({place, unsaved}) => !place || !unsaved && FIELDS.every(([key]) => place[key]);
