// 代办: when somebody is away, and who does their tasks meanwhile. For one's own account and, for supervisors, for other people.

import {ColleaguePicker} from '/onboarding/colleague-picker.js';
import {get, post} from '/onboarding/api.js';
import {dayInput} from '/onboarding/dates.js';
import {badge, button, el, notice, section, show, table} from '/onboarding/dom.js';
import {Inputs} from '/onboarding/inputs.js';

const KINDS = {NOW: 'good', COMING: 'info', OVER: ''};

/** whom: 您, or the person's name; a section, or nothing where this person has no tasks */
export async function standIns(path, whom) {
  const place = el('div');
  const draw = async () => show(place, ...content(await get(path), path, whom, draw));
  const first = await get(path);
  if (!first.works && first.others.length === 0) return null;
  show(place, ...content(first, path, whom, draw));
  return section('代办', place);
}

function content(view, path, whom, again) {
  const said = el('div');
  return [
    el('p', {class: 'ob-help'}, `${whom}不在的时候，由一位同角色、同公司的同事代为办理${whom}认领的任务，任务邮件也发给对方。到期自动结束，没有办完的任务回到${whom}名下。`),
    said,
    view.works && table(['日期', '由谁代办', '原因', '状态', ''], view.own.map(row => [`${row.from} 至 ${row.until}`, row.deputy, row.reason, state(row), end(row, path, said, again)]), '没有安排过代办。'),
    view.others.length > 0 && el('h4', {}, `${whom}为别人代办`),
    view.others.length > 0 && table(['日期', '代谁办理', '原因', '状态'], view.others.map(row => [`${row.from} 至 ${row.until}`, row.absent, row.reason, state(row)]), ''),
    view.works && (view.peers.length > 0 ? arranged(view, path, said, again) : el('p', {class: 'ob-empty'}, '没有同角色、同公司的同事可以代办。')),
  ];
}

const state = ({state: code, stateText}) => badge(stateText, KINDS[code]);

function end({id, state: code}, path, said, again) {
  if (code === 'OVER') return '';
  const go = button('结束', async () => {
    go.disabled = true;
    try {
      await post(`${path}/${id}/end`);
      await again();
    } catch (refusal) {
      go.disabled = false;
      show(said, notice('bad', '没有结束', refusal.message));
    }
  }, 'small');
  return go;
}

function arranged({peers, today}, path, said, again) {
  const picker = new ColleaguePicker('由谁代办', peers);
  picker.node.dataset.field = 'deputy';
  const inputs = new Inputs({
    from: {label: '第一天', node: dayInput({id: 'ob-stand-in-from', value: today, min: today})},
    until: {label: '最后一天', node: dayInput({id: 'ob-stand-in-until', min: today})},
    reason: {label: '原因', node: el('input', {id: 'ob-stand-in-reason', type: 'text', maxlength: 200, autocomplete: 'off', placeholder: '例如：休年假'}), optional: true, wide: true},
  });
  const save = el('button', {type: 'submit', class: 'ob-button primary'}, '安排代办');
  return el('form', {class: 'ob-arrange', on: {submit: async event => {
    event.preventDefault();
    const deputy = picker.chosen();
    if (!deputy) return;
    save.disabled = true;
    try {
      await post(path, {deputy, ...inputs.values()});
      await again();
    } catch (refusal) {
      save.disabled = false;
      picker.say(refusal.fields.deputy ?? '');
      show(said, notice('bad', '没有安排', refusal.message, ...inputs.sayAll(refusal.fields).filter(message => message !== refusal.fields.deputy)));
    }
  }}}, el('h4', {}, '安排一次代办'), picker.node, inputs.node, el('div', {class: 'ob-actions'}, save));
}
