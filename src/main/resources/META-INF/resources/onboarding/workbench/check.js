// A message is pasted, and one reads what is wrong with it.

import {badge, button, el, notice, show} from '/onboarding/dom.js';
import {get, post} from '/onboarding/api.js';

const OUTCOMES = {OK: ['正确', 'good'], ODD: ['提醒', 'wait'], WRONG: ['有误', 'bad'], SKIPPED: ['未查', 'plain']};

export async function check(path, lot) {
  if (!lot.opens) return notice('info', '报文自测', '只有该停车场的车场技术方可以自测报文。');
  const calls = (await get(`${path}/fields`)).filter(one => one.supported);
  const call = el('select', {id: 'bench-call'}, calls.map(one => el('option', {value: one.call}, `${one.title} ${one.call}`)));
  call.value = 'uploadCarInData';
  const form = el('textarea', {id: 'bench-form', rows: 5, spellcheck: 'false', placeholder: 'accessID=…&cipher=…&sign=…'});
  const parts = ['accessID', 'cipher', 'sign', 'file'].map(key => [key, el(key === 'accessID' ? 'input' : 'textarea', {
    id: `bench-${key}`, spellcheck: 'false', autocomplete: 'off', value: key === 'accessID' ? lot.accessId ?? '' : ''})]);
  const place = el('div', {'aria-live': 'polite'});
  const go = button('检查这段报文', async () => {
    go.disabled = true;
    try {
      const fields = Object.fromEntries(parts.map(([key, input]) => [key, input.value]));
      show(place, verdict(await post(`${path}/check`, {call: call.value, form: form.value, ...fields}), call.selectedOptions[0].textContent));
    } catch (refusal) {
      show(place, notice('bad', null, refusal.message));
    } finally {
      go.disabled = false;
    }
  }, 'primary');
  const field = (label, input, help) => el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, label), input, help && el('p', {class: 'ob-help'}, help));
  return el('div', {class: 'ob-bench-check'},
      el('p', {class: 'ob-help'}, '贴上停车场系统实际发出的报文，平台逐步检查并指出问题。不会当作记录保存，也不会触发扣款。不需要、也请不要贴私钥。'),
      field('接口', call),
      field('整个请求体', form, '原样粘贴抓到的表单内容（URL 编码的）。也可以留空，改为逐个填写下面的字段。'),
      el('details', {}, el('summary', {}, '逐个填写字段'), parts.map(([key, input]) => field(
          key, input, key === 'file' && '照片，只在 uploadPhoto 把照片放在密文以外时填写。'))),
      el('div', {class: 'ob-actions'}, go), place);
}

function verdict({right, steps, plainText}, call) {
  const wrong = steps.filter(step => step.outcome === 'WRONG');
  return [
    right ? notice('good', '这段报文没有问题', `作为“${call}”可以收下。是否受理还要看业务，例如车牌是否登记为测试车辆。`)
      : notice('bad', `有 ${wrong.length} 处错误`, wrong[0].title),
    el('ol', {class: 'ob-bench-steps'}, steps.map(({title, outcome, text}) => el('li', {}, badge(...OUTCOMES[outcome]), ' ', el('strong', {}, title), el('p', {}, text)))),
    plainText && el('details', {open: true}, el('summary', {}, '解密后的内容'), el('pre', {class: 'ob-bench-body', tabindex: '0'}, plainText)),
  ];
}
