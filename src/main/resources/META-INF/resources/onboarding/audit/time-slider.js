// A slider through the moments of a course: with the mouse, a finger, arrow keys, or two buttons beside it.

import {button, el, show} from '/onboarding/dom.js';
import {second} from '/onboarding/audit/words.js';

const TOLD = 3;
const PACE = 900;

/**
 * moments: [{at, words}] by time; begin: which to begin at; end: what the last one is called; change(at): Infinity at the last.
 */
export function timeSlider(moments, {begin, end, change}) {
  const last = moments.length - 1;
  const told = el('p', {class: 'ob-told', 'aria-live': 'polite'});
  const slider = el('input', {type: 'range', min: '0', max: String(last), step: '1', 'aria-label': '时间', class: 'ob-slider', on: {input: () => { stop(); go(Number(slider.value)); }}});
  const back = button('‹ 上一步', () => { stop(); go(Number(slider.value) - 1); }, 'small');
  const on = button('下一步 ›', () => { stop(); go(Number(slider.value) + 1); }, 'small');
  const play = button('播放', () => (timer ? stop() : start()), 'small');
  let timer;

  const draw = index => {
    const {at: then, words} = moments[index];
    const when = second(then);
    slider.value = index;
    slider.setAttribute('aria-valuetext', `第 ${index + 1} 步，共 ${moments.length} 步，${when}`);
    back.disabled = index === 0;
    on.disabled = index === last;
    const more = words.length > TOLD ? `，等 ${words.length} 项` : '';
    show(told, el('strong', {}, when), ` ${words.slice(0, TOLD).join('，')}${more}`, el('small', {}, `　${index + 1} / ${moments.length}${index === last ? `（${end}）` : ''}`));
  };
  const go = index => {
    const there = Math.min(last, Math.max(0, index));
    draw(there);
    change(there === last ? Infinity : moments[there].at);
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = '播放';
  };
  const start = () => {
    if (Number(slider.value) === last) go(0);
    play.textContent = '暂停';
    timer = setInterval(() => {
      if (!slider.isConnected || Number(slider.value) === last) stop();
      else go(Number(slider.value) + 1);
    }, PACE);
  };
  draw(begin);
  return el('div', {class: 'ob-time'}, el('div', {class: 'ob-time-row'}, back, slider, on, play), told);
}
