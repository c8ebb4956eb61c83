// 增加停车场: a lot joins an account that is open already; its gate is called from there.

import {el, notice, section, show} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';
import {LotChoice} from '/onboarding/lot-choice.js';
import {busy, onComplete, opened} from '/onboarding/task.js';

export function open(camForm) {
  opened(camForm, async place => {
    show(place, busy());
    const accounts = (await get('/api/applications?state=TESTING&state=DONE&state=PARTLY_DONE&size=100')).rows;
    if (!accounts.length) {
      onComplete(camForm, () => { throw new Error('还没有已开通的收款账户，请先申请账户。'); });
      return show(place, notice('warn', '还没有可以增加停车场的账户', '收款账户开通并开始测试后，才能在这里增加停车场。新账户请在“申请接入”里选择要接入的渠道。'));
    }
    const chosen = {lots: null, no: null};
    const list = el('div');
    const account = el('select', {id: 'ob-account', on: {change: () => pick(account.value)}},
        accounts.map(application => el('option', {value: application.no}, `${application.channelName} · ${application.no} · ${application.merchantName}`)));
    const pick = async no => {
      chosen.no = no;
      chosen.lots = new LotChoice(await lotsToAdd(no), false);
      show(list, chosen.lots.node);
    };
    onComplete(camForm, () => {
      if (!chosen.lots?.complete()) return null;
      return {applicationNo: chosen.no, lotCode: chosen.lots.chosen()[0]};
    });
    await pick(accounts[0].no);
    show(place, notice('info', '为已开通的账户增加停车场', '新增的停车场单独走渠道注册和对接测试，不影响已接入的停车场。'),
        section('收款账户', el('div', {class: 'ob-field'}, account)), section('停车场', list));
  });
}

/** The account's own lots are there already: they are shown, with that reason. */
async function lotsToAdd(no) {
  const [lots, {bindings}] = await Promise.all([get(`/api/applications/${no}/lots`), get(`/api/applications/${no}`)]);
  const bound = (bindings ?? []).filter(binding => binding.state !== 'WITHDRAWN').map(binding => binding.lotCode);
  return lots.map(lot => (bound.includes(lot.code) ? {...lot, selectable: false, reason: '已经在这个账户下'} : lot));
}
