// What is entered about a person: name, mail, roles, and the companies that go with the roles.

import {button, el, notice, show} from '/onboarding/dom.js';
import {Inputs, text} from '/onboarding/inputs.js';

const OPERATOR = 'lot-operator';
const VENDOR = 'lot-vendor';
const MATCHES = 8;

export class PersonForm {
  /** choices: {roles, companies, vendors} as {id, name}, apart: [{roles, warning}]; person: null for somebody new; belongs: the company or vendor that somebody new is invited for */
  constructor(choices, person = null, belongs = {}) {
    this.apart = choices.apart;
    this.roles = new Set((person?.roles ?? []).map(({id}) => id));
    this.companies = new Map((person?.companies ?? choices.companies.filter(({id}) => id === belongs.company)).map(({id, name}) => [id, name]));
    if (this.companies.size && !person) this.roles.add(OPERATOR);
    if (belongs.vendor) this.roles.add(VENDOR);
    this.warnings = el('div', {role: 'status'});
    const own = person?.own ?? false;
    this.vendor = el('select', {disabled: own}, el('option', {value: ''}, '请选择'),
        withCurrent(choices.vendors, person?.vendor).map(({id, name}) => el('option', {value: id, selected: id === (person?.vendor?.id ?? belongs.vendor)}, name)));
    this.inputs = new Inputs({
      ...(person ? {} : {userId: {label: '用户名', node: text({maxlength: 64, autocapitalize: 'none'}), wide: true,
        help: '登录用，以后不能改，也不会再给别人。英文字母、数字和 _ @ . -，例如 zhangsan 或手机号。'}}),
      familyName: {label: '姓', node: text({maxlength: 50})},
      givenName: {label: '名', node: text({maxlength: 50}), optional: true},
      mail: {label: '邮箱', node: el('input', {type: 'email', maxlength: 200, autocomplete: 'off'}), wide: true, help: '设置密码的链接和待办提醒发到这里。'},
      roles: {label: '角色', node: this.roleBoxes(withCurrent(choices.roles, ...(person?.roles ?? [])), own), wide: true,
        help: own ? '自己的角色和公司由另一位有权限的人员修改。' : null},
      companies: {label: '车场方公司', node: chooser(choices.companies, this.companies, own), wide: true, help: '可以为几家公司办理，就选几家。'},
      vendor: {label: '技术方公司', node: this.vendor, wide: true, help: '车场技术方的人员属于一家公司。'},
    });
    this.inputs.fill({familyName: person?.familyName ?? '', givenName: person?.givenName ?? '', mail: person?.mail ?? ''});
    this.node = this.inputs.node;
    this.arrange();
  }

  roleBoxes(roles, closed) {
    return el('div', {}, el('div', {class: 'ob-ticks'}, roles.map(({id, name}) => el('label', {class: 'ob-check'},
        el('input', {type: 'checkbox', value: id, checked: this.roles.has(id), disabled: closed, on: {change: event => {
          if (event.target.checked) this.roles.add(id);
          else this.roles.delete(id);
          this.arrange();
        }}}), el('span', {}, name)))), this.warnings);
  }

  /** Companies are asked for where the role has them; roles that check each other had better be two people's. */
  arrange() {
    const together = this.apart.filter(({roles}) => roles.every(role => this.roles.has(role)));
    show(this.warnings, together.length > 0 && notice('warn', null, ...together.map(({warning}) => warning)));
    this.inputs.rows.get('companies').box.hidden = !this.roles.has(OPERATOR);
    this.inputs.rows.get('vendor').box.hidden = !this.roles.has(VENDOR);
  }

  values() {
    const {userId, familyName, givenName, mail} = this.inputs.values();
    return {userId, familyName, givenName, mail, roles: [...this.roles],
      companies: this.roles.has(OPERATOR) ? [...this.companies.keys()] : [], vendor: this.roles.has(VENDOR) ? this.vendor.value : ''};
  }

  sayAll(fields) {
    return this.inputs.sayAll(fields);
  }
}

/** What somebody has already stays to be seen, also where it could not be given any more. */
function withCurrent(list, ...current) {
  return [...list, ...current.filter(one => one && !list.some(({id}) => id === one.id))];
}

/** Several out of hundreds: what is chosen stands there, the rest is searched. */
function chooser(all, chosen, closed) {
  const chips = el('div', {class: 'ob-chips'});
  const found = el('div', {class: 'ob-found'});
  const search = el('input', {type: 'search', placeholder: '输入公司名称查找', 'aria-label': '查找车场方公司', on: {input: event => { event.stopPropagation(); draw(); }}});
  const node = el('div', {}, chips, closed ? null : search, closed ? null : found);
  const change = act => {
    act();
    node.dispatchEvent(new Event('input'));
    draw();
  };
  function draw() {
    show(chips, [...chosen].map(([id, name]) => el('span', {class: 'ob-chip'}, name,
        !closed && el('button', {type: 'button', 'aria-label': `去掉${name}`, on: {click: () => change(() => chosen.delete(id))}}, '×'))),
    !chosen.size && el('span', {class: 'ob-none'}, '还没有选择'));
    const wanted = search.value.trim().toLowerCase();
    const rest = all.filter(({id, name}) => !chosen.has(id) && (name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted)));
    show(found, rest.slice(0, MATCHES).map(({id, name}) => button(name, () => change(() => chosen.set(id, name)), 'small')),
        rest.length > MATCHES && el('p', {class: 'ob-help'}, `还有 ${rest.length - MATCHES} 家，请输入名称查找。`),
        !rest.length && wanted && el('p', {class: 'ob-help'}, '没有这样的公司。请先在“主数据”里登记。'));
  }
  draw();
  return node;
}
