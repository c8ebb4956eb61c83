// 登记节假日安排: what the law fixes for the year, and what was announced.

import {el, notice, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {YearEditor, yearFacts} from '/onboarding/holiday-year.js';
import {keepMarks} from '/onboarding/kept-marks.js';
import {busy, onComplete, opened} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const known = (await get('/api/holidays')).find(({announced}) => !announced);
    if (!known) {
      onComplete(camForm, () => ({}));
      show(place, notice('good', '已经登记', '请按“提交”结束这个任务。'));
      return;
    }
    const editor = new YearEditor(known);
    onComplete(camForm, async () => (await editor.save()) && {});
    show(place, notice('info', `国务院办公厅公布 ${known.year} 年节假日安排以后，照通知登记`, '登记以前，期限和上门日期只按法定节假日和周末计算。还没有公布的，以后再办。'),
        el('section', {class: 'ob-section'}, yearFacts(known), editor.node));
    await keepMarks(camForm, place);
  });
}
