// When an application will have its first live lot, as far as others of its channel tell.

import {el, minute, section} from '/onboarding/dom.js';

const day = instant => minute(instant).slice(0, 10);

/** forecast: null where nothing can be foretold */
export function forecast(foretold) {
  if (!foretold) return null;
  const {step, early, median, late, cases} = foretold;
  return section('预计正式接入',
      el('p', {class: 'ob-forecast'}, el('strong', {}, day(median)), `，多在 ${day(early)} 至 ${day(late)} 之间`),
      el('p', {class: 'ob-help'}, `依据同渠道 ${cases} 份已接入的申请从“${step}”到首个停车场正式接入所用的时间推算，一半落在这个区间内；不是承诺。`));
}
