// Inputs for days and hours. Days are typed or pasted as papers print them, or chosen from a month, and become 2026-11-30.

import {calendar} from '/onboarding/calendar.js';
import {el} from '/onboarding/dom.js';

const FOR_GOOD = ['长期', '长期有效', '永久', '永久有效', '长久', '无期限', '无固定期限', '无限期'];
const DAY = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号]?)$|^(\d{4})(\d{2})(\d{2})$/;
// what spreadsheets put behind a day
const MIDNIGHT = /(?:\s*T\s*|\s+|([日号]))0{1,2}:00(?::00)?(?:\.0+)?$/;

/** 2015.06.01, 2015/6/1, 2015 年 6 月 1 日, 20150601 as 2015-06-01; 长期 for its synonyms; null for anything else. */
export function readDay(text) {
  const plain = text.normalize('NFKC').trim().replace(MIDNIGHT, '$1').replace(/[\s\p{Cf}]/gu, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  if (FOR_GOOD.includes(plain)) return '长期';
  const found = DAY.exec(plain);
  if (!found) return null;
  const [year, month, day] = found[7] ? found.slice(7) : [found[1], found[3] ?? found[5], found[4] ?? found[6]];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso) ? iso : null;
}

/**
 * Its value is a day as 2026-11-30, or '' as long as what stands in it is none: as with the browser's own, which writes days
 * as the browser's language does.
 * forGood: what to do with 长期, where the field takes it
 */
export function dayInput(attributes = {}, forGood = null) {
  const input = el('input', {type: 'text', class: 'ob-day', inputmode: 'numeric', autocomplete: 'off', maxlength: 24, placeholder: '年-月-日', 'aria-haspopup': 'dialog', ...attributes});
  const raw = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const typed = () => raw.get.call(input);
  const day = () => readDay(typed());
  Object.defineProperty(input, 'value', {get: () => (day() === '长期' ? '' : day() ?? ''), set: value => { raw.set.call(input, value ?? ''); }});
  const tell = () => ['input', 'change'].forEach(type => input.dispatchEvent(new Event(type, {bubbles: true})));
  input.addEventListener('change', () => {
    if (day() === '长期' && forGood) {
      input.value = '';
      forGood();
    } else if (input.value) {
      input.value = input.value;
    }
    say(input, typed() && !input.value ? '不是日期，请写成 2026-11-30 这样。' : '');
  });
  input.addEventListener('paste', event => {
    const pasted = readDay(event.clipboardData?.getData('text') ?? '');
    if (!pasted || (pasted === '长期' && !forGood)) return;
    event.preventDefault();
    if (pasted === '长期') return forGood();
    input.value = pasted;
    tell();
  });
  const choose = inside => calendar(input, chosen => {
    input.value = chosen;
    tell();
  }, inside);
  input.addEventListener('click', () => choose(false));
  input.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    choose(true);
  });
  return input;
}

/** An hour of the day, 10:00. */
export const hourInput = (attributes = {}) => el('input', {type: 'text', inputmode: 'numeric', autocomplete: 'off', maxlength: 8, placeholder: '10:00', ...attributes});

function say(input, problem) {
  input.setAttribute('aria-invalid', String(Boolean(problem)));
  if (input.nextElementSibling?.classList.contains('ob-no-day')) input.nextElementSibling.remove();
  if (problem) input.after(el('p', {class: 'ob-error ob-no-day', role: 'alert'}, problem));
}
