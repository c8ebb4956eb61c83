// What is entered about companies, lots and vendors, and how each kind is called and shown.

import {el, link, moment} from '/onboarding/dom.js';
import {Inputs, text} from '/onboarding/inputs.js';

const contact = {
  contactPerson: {label: '联系人', node: () => text({maxlength: 50}), optional: true},
  contactPhone: {label: '联系电话', node: () => el('input', {type: 'tel', maxlength: 32, autocomplete: 'off'}), optional: true, help: '手机号码，或带区号的座机。加密保存，只有主管能看到全部号码。'},
  contactEmail: {label: '联系邮箱', node: () => el('input', {type: 'email', maxlength: 200, autocomplete: 'off'}), help: '通知和提醒发到这里。'},
};

const code = (label, help) => ({label, node: () => text({maxlength: 64, autocapitalize: 'none'}), help: `${help}建立以后不能修改。`});

/** For each kind: the API's name of it and of its id, what it is called, its inputs, the words of its end. */
export const KINDS = {
  companies: {
    id: 'tenant', title: '车场方', noun: '家公司', unit: '公司', find: '公司名称、代码或统一社会信用代码',
    end: {path: 'deactivate', label: '停用', done: '公司已停用', ended: '已停用', back: 'activate', backLabel: '启用', backDone: '公司已启用',
      help: '停用后不能再发起新的申请，以前的申请、账户和记录都保留，以后可以再启用。'},
    inputs: () => ({
      tenant: code('公司代码', '小写字母、数字或短横线，例如 hubin。'),
      name: {label: '公司名称', node: text({maxlength: 200}), help: '与营业执照一致。'},
      uscc: {label: '统一社会信用代码', node: text({maxlength: 40, autocapitalize: 'characters'}), help: '18 位，系统会核对校验位。'},
      ...made(contact),
    }),
  },
  lots: {
    id: 'code', title: '停车场', noun: '个停车场', unit: '停车场', find: '停车场名称、编号，公司名称、统一社会信用代码或技术方',
    end: {path: 'close', label: '关闭', done: '停车场已关闭', ended: '已关闭', back: 'open', backLabel: '重新开放', backDone: '停车场已重新开放',
      help: '关闭后不能再接入渠道，以前的接入和记录都保留，以后可以重新开放。计划中的技术方更换会取消。'},
    inputs: choices => ({
      code: code('停车场编号', '与停车系统上报的 parkingCode 一致。'),
      company: {label: '所属公司', node: select(choices.companies, '请选择公司')},
      name: {label: '停车场名称', node: text({maxlength: 200})},
      address: {label: '地址', node: text({maxlength: 400}), wide: true},
      longitude: {label: '经度', node: text({maxlength: 24, inputmode: 'decimal'}), optional: true, help: '高德地图坐标，例如 120.155070。'},
      latitude: {label: '纬度', node: text({maxlength: 24, inputmode: 'decimal'}), optional: true, help: '高德地图坐标，例如 30.274085。'},
      spaces: {label: '泊位数', node: text({maxlength: 16, inputmode: 'numeric'})},
      lanes: {label: '车道数', node: text({maxlength: 16, inputmode: 'numeric'}), optional: true, help: '入口和出口合计。'},
      servicePhone: {label: '服务电话', node: el('input', {type: 'tel', maxlength: 32, autocomplete: 'off'}), optional: true, help: '车主拨打的电话。'},
    }),
  },
  vendors: {
    id: 'group', title: '技术方', noun: '家技术方', unit: '技术方', find: '技术方名称或代码',
    end: {path: 'deactivate', label: '停用', done: '技术方已停用', ended: '已停用', back: 'activate', backLabel: '启用', backDone: '技术方已启用',
      help: '停用后不能再分配停车场，以前的记录都保留，以后可以再启用。'},
    inputs: () => ({
      group: code('技术方代码', '小写字母、数字或短横线，例如 zhilian；系统在前面加上 vendor-。'),
      name: {label: '技术方名称', node: text({maxlength: 200})},
      ...made(contact),
    }),
  },
};

const made = fields => Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, {...field, node: field.node()}]));

export function select(options, empty) {
  return el('select', {}, el('option', {value: ''}, empty), options.map(({id, name}) => el('option', {value: id}, `${name}（${id.replace(/^vendor-/, '')}）`)));
}

/** The inputs of something new. */
export function newForm(kind, choices) {
  const fields = KINDS[kind].inputs(choices);
  fields[KINDS[kind].id].node = fields[KINDS[kind].id].node();
  return new Inputs(fields);
}

/** The inputs of a record: all but its id, and what cannot be changed about this one. */
export function changeForm(kind, choices, record) {
  const {[KINDS[kind].id]: _, ...fields} = KINDS[kind].inputs(withOwn(choices, record));
  if (kind === 'lots' && !record.mayMove) {
    fields.company.node.disabled = true;
    fields.company.help = '配置过收款账户，不能换公司。';
  }
  const form = new Inputs(fields);
  form.fill(Object.fromEntries(Object.keys(fields).map(key => [key, key === 'lanes' && !record.lanes ? '' : String(record[key] ?? '')])));
  return form;
}

/** A deactivated company is offered to nobody new, and stays the company of its lots. */
function withOwn({companies, vendors}, {company, companyName}) {
  return {vendors, companies: !company || companies.some(({id}) => id === company) ? companies : [{id: company, name: companyName}, ...companies]};
}

export const address = (kind, id) => `/masterdata/${kind}/${encodeURIComponent(id)}`;

/** 方主管 11-29 14:05 */
const entry = ({action, by, at, fields, note}) => el('li', {}, el('strong', {}, action), ' ', el('time', {}, `${moment(at)} ${by}`), note && el('div', {}, note),
    fields.map(({name, before, after}) => el('div', {}, `${name}：`, before && el('del', {}, before), before && ' → ', after ? el('span', {}, after) : el('span', {class: 'ob-none'}, '（空）'))));

export const timeline = changes => changes.map(entry);

/** What stands in the way, each with where one sees it. */
export const obstacleList = obstacles => el('ul', {class: 'ob-obstacles'}, obstacles.map(({kind, name, link: to}) => el('li', {}, `${kind}：`, to ? link(to, name) : name)));
