// A month to choose a day from: in Chinese and as 2026-11-30 whatever the browser's language, which its own calendar follows.

import {day as dayOf, el, show} from '/onboarding/dom.js';

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];
const STEPS = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7};
const DAY = 86_400_000;

const iso = time => new Date(time).toISOString().slice(0, 10);
const noon = text => Date.parse(`${text}T00:00:00Z`);
const pad = number => String(number).padStart(2, '0');

/**
 * Opens it below an input of days, from which Escape and a click elsewhere lead back.
 * chosen(day): called with 2026-11-30; inside: whether one goes on in it, or keeps typing
 */
export function calendar(input, chosen, inside) {
  const start = /^\d{4}-\d\d-\d\d$/.test(input.value) ? input.value : dayOf(Date.now());
  const box = el('div', {class: 'ob-calendar onboarding', role: 'dialog', 'aria-label': '选择日期', popover: 'auto', id: `${input.id || 'ob-day'}-calendar`});
  const leave = () => box.isConnected && box.remove();
  box.addEventListener('toggle', ({newState}) => newState === 'closed' && leave());
  box.addEventListener('keydown', event => move(event, box));
  // who types goes on typing: a press in here takes no focus from the input
  box.addEventListener('mousedown', event => event.preventDefault());
  const pick = text => {
    box.hidePopover();
    chosen(text);
    input.focus();
  };
  draw(box, start, pick);
  box.obDraw = text => draw(box, text, pick);
  (input.closest('dialog, .modal-content') ?? document.body).append(box);
  box.showPopover();
  place(box, input);
  if (inside) return box.querySelector('[tabindex="0"]').focus();
  input.addEventListener('blur', ({relatedTarget}) => box.contains(relatedTarget) || leave(), {once: true});
}

function draw(box, at, pick) {
  const [year, month] = at.split('-').map(Number);
  const first = Date.UTC(year, month - 1, 1);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const blank = (new Date(first).getUTCDay() + 6) % 7;
  const cells = [...Array(blank).fill(null), ...Array.from({length: days}, (_, i) => iso(first + i * DAY))];
  const to = (months, label, sign) => el('button', {type: 'button', 'aria-label': label, on: {click: () => {
    draw(box, shifted(at, months), pick);
    box.querySelector(`[aria-label="${label}"]`).focus();
  }}}, sign);
  show(box, el('div', {class: 'ob-month'}, to(-12, '上一年', '«'), to(-1, '上一月', '‹'),
      el('strong', {'aria-live': 'polite'}, `${year} 年 ${month} 月`), to(1, '下一月', '›'), to(12, '下一年', '»')),
  el('div', {class: 'ob-days'}, WEEK.map(name => el('span', {'aria-hidden': 'true'}, name)),
      cells.map(text => (text ? el('button', {type: 'button', 'data-day': text, tabindex: text === at ? '0' : '-1', 'aria-label': text,
        'aria-current': text === dayOf(Date.now()) ? 'date' : null, 'aria-pressed': String(text === at), on: {click: () => pick(text)}}, String(Number(text.slice(8)))) : el('span')))));
}

/** The same day so many months on, or the last of a shorter month. */
function shifted(at, months) {
  const [year, month, day] = at.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${iso(first).slice(0, 8)}${pad(Math.min(day, last))}`;
}

function move(event, box) {
  const from = event.target.dataset?.day;
  if (!from || !(event.key in STEPS)) return;
  event.preventDefault();
  const to = iso(noon(from) + STEPS[event.key] * DAY);
  box.obDraw(to);
  box.querySelector(`[data-day="${to}"]`).focus();
}

/** Below the input, above it where there is no room below. */
function place(box, input) {
  const at = input.getBoundingClientRect();
  const {width, height} = box.getBoundingClientRect();
  const below = at.bottom + 4 + height <= window.innerHeight || at.top < height;
  box.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`;
  box.style.top = `${below ? at.bottom + 4 : at.top - height - 4}px`;
}
