// What is known of a year's holidays, and the inputs for its announcement.

import {el, facts, minute, notice, section, show} from '/onboarding/dom.js';
import {put} from '/onboarding/api.js';
import {Inputs} from '/onboarding/inputs.js';

/** 2027-01-01/2027-01-03 as 1月1日至3日; a day of another year with it. */
export function spokenDays(ranges, year) {
  const say = (iso, like) => {
    const [y, m, d] = iso.split('-').map(Number);
    return `${y === year ? '' : `${y}年`}${like && like.startsWith(iso.slice(0, 7)) ? '' : `${m}月`}${d}日`;
  };
  return ranges.split(',').filter(Boolean).map(range => {
    const [first, last] = range.split('/');
    return last ? `${say(first)}至${say(last, first)}` : say(first);
  }).join('、');
}

export function yearFacts({year, announced, statutory, daysOff, makeUpDays, by, at}) {
  return facts([
    ['法定节假日', spokenDays(statutory, year)],
    announced && ['放假', spokenDays(daysOff, year)],
    announced && ['调休上班', spokenDays(makeUpDays, year) || '没有'],
    announced && ['登记', by ? `${by}，${minute(at)}` : '随系统提供'],
  ]);
}

/** Two inputs, and `save()`, which returns the year as it is kept, or null when it has said beside the fields why not. */
export class YearEditor {
  constructor(known) {
    this.year = known.year;
    this.inputs = new Inputs({
      daysOff: {label: '放假日期', wide: true, node: el('textarea', {rows: 4, maxlength: 1000, placeholder: '1月1日至3日\n2月5日至11日'}),
        help: '照通知填写，每行一段，周末也算在内。'},
      makeUpDays: {label: '调休上班日期', wide: true, optional: true, node: el('textarea', {rows: 2, maxlength: 500, placeholder: '2月14日、2月27日'}),
        help: '通知里写“上班”的周末；没有的不填。'},
    });
    if (known.announced) this.inputs.fill({daysOff: spokenDays(known.daysOff, this.year), makeUpDays: spokenDays(known.makeUpDays, this.year)});
    this.problem = el('div');
    this.node = el('div', {}, this.inputs.node, this.problem);
  }

  async save() {
    show(this.problem);
    try {
      return await put(`/api/holidays/${this.year}`, this.inputs.values());
    } catch (refusal) {
      show(this.problem, notice('bad', '没有登记', refusal.message, ...this.inputs.sayAll(refusal.fields)));
      return null;
    }
  }
}

export const yearSection = (known, ...more) => section(`${known.year} 年${known.announced ? '' : '（还没有登记）'}`, yearFacts(known), ...more);
