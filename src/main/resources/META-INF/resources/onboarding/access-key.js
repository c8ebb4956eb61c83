// The lot's accessID and public key, registered by its vendor.

import {button, el, facts, moment, notice, section, show} from '/onboarding/dom.js';
import {post} from '/onboarding/api.js';
import {keepPassword, LENGTHS, LENGTHS_HELP, subscription} from '/onboarding/lot-push.js';

export function accessKey(lot, done) {
  const known = lot.accessKey;
  const form = el('div', {hidden: Boolean(known)}, keyForm(lot, done));
  return [keySection(lot, known, form), subscription(lot, done)];
}

function keySection(lot, known, form) {
  return section('接口密钥',
      known && facts([['accessID', known.accessId], ['公钥指纹', known.fingerprint], ['登记', `${moment(known.registeredAt)} ${known.registeredBy ?? ''}`]]),
      known && lot.editable && button('更换公钥', () => { form.hidden = !form.hidden; }, 'small'), lot.editable && form);
}

function keyForm(lot, done) {
  const accessId = el('input', {type: 'text', maxlength: 64, autocomplete: 'off', value: lot.accessKey?.accessId ?? ''});
  const publicKey = el('textarea', {rows: 5, spellcheck: 'false', placeholder: '-----BEGIN PUBLIC KEY-----\n……\n-----END PUBLIC KEY-----'});
  const platformKey = el('select', {}, el('option', {value: ''}, unchosen(lot)), LENGTHS.map(bits => el('option', {value: bits}, `${bits} 位`)));
  const problems = {accessId: el('p', {class: 'ob-error', role: 'alert'}), publicKey: el('p', {class: 'ob-error', role: 'alert'}), platformKeyBits: el('p', {class: 'ob-error', role: 'alert'}), other: el('div')};
  const send = button('登记密钥', async () => {
    Object.values(problems).forEach(problem => show(problem));
    send.disabled = true;
    try {
      const registered = await post(`/api/bindings/${lot.id}/access-key`, {
        accessId: accessId.value.trim(), publicKey: publicKey.value.trim(), platformKeyBits: Number(platformKey.value) || null,
      });
      keepPassword(lot, registered.mqttPassword);
      await done();
    } catch (refusal) {
      Object.entries(refusal.fields ?? {}).forEach(([key, message]) => problems[key] && show(problems[key], message));
      [[accessId, 'accessId'], [publicKey, 'publicKey'], [platformKey, 'platformKeyBits']].find(([, key]) => refusal.fields?.[key])?.[0].focus();
      if (!Object.keys(refusal.fields ?? {}).length) show(problems.other, notice('bad', null, refusal.message));
    } finally {
      send.disabled = false;
    }
  }, 'primary');
  return el('div', {},
      el('p', {class: 'ob-help'}, '停车场系统用自己的私钥签名，平台用这里登记的公钥验签。私钥只留在停车场，任何人都不需要您提供私钥。'),
      el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, 'accessID', el('i', {class: 'ob-required'}, '必填')), accessId, problems.accessId),
      el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, 'RSA 公钥（PEM，1024 或 2048 位）', el('i', {class: 'ob-required'}, '必填')), publicKey, problems.publicKey),
      el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '平台消息使用的密钥'), platformKey, el('p', {class: 'ob-help'}, LENGTHS_HELP), problems.platformKeyBits),
      problems.other, el('div', {class: 'ob-actions'}, send));
}

/** What is used where nothing is chosen. */
function unchosen(lot) {
  return lot.subscription ? `不变（${lot.subscription.platformKeyBits} 位）` : '默认（1024 位；同一 accessID 已有停车场的，与它们相同）';
}
