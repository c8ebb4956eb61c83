// 节假日安排: this year and the coming one, and entering what was announced.

import {button, el, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {YearEditor, yearSection} from '/onboarding/holiday-year.js';
import {page} from '/onboarding/shell.js';
import {tell} from '/onboarding/told.js';

page('节假日安排', async (main, session) => {
  const years = await get('/api/holidays');
  show(main, el('h1', {}, '节假日安排'),
      el('p', {class: 'ob-help'}, '期限按工作日计算，上门日期须为工作日。法定节假日由法规固定，每年都算；连休和调休上班以国务院办公厅公布的通知为准，登记以后立即生效，已经定下的期限不变。'),
      years.map(known => drawn(known, session)));
});

function drawn(known, session) {
  const place = el('div');
  const open = button(known.announced ? '更正' : '登记', () => {
    open.hidden = true;
    const editor = new YearEditor(known);
    const save = button('登记', async () => {
      save.disabled = true;
      const kept = await editor.save();
      save.disabled = false;
      if (kept) {
        tell(`${known.year} 年节假日安排已登记`);
        location.reload();
      }
    }, 'primary');
    show(place, editor.node, el('div', {class: 'ob-actions'}, button('取消', () => { show(place); open.hidden = false; }), save));
  }, known.announced ? undefined : 'primary');
  return yearSection(known, session.roles.includes('ops-supervisor') && el('div', {class: 'ob-actions'}, open), place);
}
