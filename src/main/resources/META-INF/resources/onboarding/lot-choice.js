// A list of lots to tick; those that cannot be chosen say why.

import {el, notice, show} from '/onboarding/dom.js';

export class LotChoice {
  constructor(lots, several) {
    this.problem = el('p', {class: 'ob-error', role: 'alert', hidden: true});
    this.boxes = lots.map(lot => {
      const {selectable, reason} = lot;
      const box = el('input', {type: several ? 'checkbox' : 'radio', name: 'ob-lot', value: lot.code, disabled: !selectable,
        checked: several && lot.chosen, on: {change: () => { this.problem.hidden = true; }}});
      return {box, node: el('label', {class: `ob-choice ${selectable ? '' : 'closed'}`}, box, el('span', {},
          el('strong', {}, lot.name), el('small', {}, [lot.code, lot.address, `${lot.spaceCount} 个车位`].join(' · ')),
          reason && el('small', {class: 'ob-why'}, `不能选择：${reason}`)))};
    });
    this.node = lots.length
      ? el('div', {}, el('div', {class: 'ob-choices'}, this.boxes.map(entry => entry.node)), this.problem)
      : el('div', {}, notice('warn', '还没有登记的停车场', '请联系运营公司登记停车场后再来。'), this.problem);
  }

  chosen() {
    return this.boxes.filter(({box}) => box.checked).map(({box}) => box.value);
  }

  complete() {
    const any = this.chosen().length > 0;
    this.problem.hidden = any;
    show(this.problem, '请至少选择一个停车场。');
    if (!any) this.problem.scrollIntoView({block: 'center'});
    return any;
  }
}
