// Inputs for days. What is typed goes through the browser's own calendar; what is pasted is read as papers print it.

import {el} from '/onboarding/dom.js';

const FOR_GOOD = ['长期', '长期有效', '永久', '永久有效', '长久', '无期限', '无固定期限', '无限期'];
const DAY = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)$|^(\d{4})(\d{2})(\d{2})$/;

/** 2015.06.01, 2015/6/1, 2015 年 6 月 1 日, 20150601 as 2015-06-01; 长期 for its synonyms; null for anything else. */
export function readDay(text) {
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  if (FOR_GOOD.includes(plain)) return '长期';
  const found = DAY.exec(plain);
  if (!found) return null;
  const [year, month, day] = found[7] ? found.slice(7) : [found[1], found[3] ?? found[5], found[4] ?? found[6]];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso) ? iso : null;
}

/** forGood: what to do with 长期, where the field takes it */
export function dayInput(attributes = {}, forGood = null) {
  const input = el('input', {type: 'date', ...attributes});
  input.addEventListener('paste', event => {
    const day = readDay(event.clipboardData?.getData('text') ?? '');
    if (!day || (day === '长期' && !forGood)) return;
    event.preventDefault();
    if (day === '长期') {
      forGood();
    } else {
      input.value = day;
      input.dispatchEvent(new Event('input', {bubbles: true}));
      input.dispatchEvent(new Event('change', {bubbles: true}));
    }
  });
  return input;
}
