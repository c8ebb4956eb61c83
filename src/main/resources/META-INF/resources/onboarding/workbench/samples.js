// Programs that run as they are, sample messages, and the fields of the interface.

import {badge, button, el, link, notice, section, table} from '/onboarding/dom.js';
import {get} from '/onboarding/api.js';

export async function samples(path, lot) {
  const [programs, calls] = await Promise.all([get(`${path}/samples`), get(`${path}/fields`)]);
  return el('div', {},
      !lot.accessId && notice('warn', '还没有登记 accessID 和公钥', link(location.pathname.replace(/\/workbench$/, ''), '先到停车场页面登记'), '登记后这里的示例会自动填好。'),
      section('示例程序', el('p', {class: 'ob-help'}, '已填好这个停车场的接口地址、accessID 和编号，登记了测试车辆的还填好了第一辆的车牌；不需要任何依赖，保存后即可运行：依次发送入场、照片、出场、支付申请，并查询结果。私钥从您自己的文件里读取，不会上传。'),
          programs.map(program => el('details', {class: 'ob-bench-program'},
              el('summary', {}, program.language, ' ', el('code', {}, program.file)),
              el('p', {}, '运行：', el('code', {}, program.run)),
              el('div', {class: 'ob-actions'}, el('a', {class: 'ob-button small', href: `${path}/samples/${program.file}`, download: program.file}, '下载'), copying(program.text)),
              el('pre', {class: 'ob-bench-body', tabindex: '0'}, program.text)))),
      section('示例报文（加密前）', calls.filter(call => call.supported).map(call => el('details', {},
          el('summary', {}, call.title, ' ', el('code', {}, call.call)),
          el('p', {}, 'POST ', el('code', {}, `${lot.endpoint}${call.path}`)),
          el('pre', {class: 'ob-bench-body', tabindex: '0'}, JSON.stringify(call.sample, null, 2))))));
}

function copying(text) {
  const way = button('复制', async () => {
    await navigator.clipboard.writeText(text).then(() => { way.textContent = '已复制'; }, () => { way.textContent = '请选中后手动复制'; });
  }, 'small');
  return way;
}

export async function fields(path) {
  const calls = await get(`${path}/fields`);
  return el('div', {},
      el('p', {class: 'ob-help'}, '字段名不区分大小写。可选字段的值不符合要求、或接口没有的字段，不影响记录收下，只给出提醒。必填字段有误时拒绝，应答会说明是哪个字段。'),
      calls.map(call => el('details', {class: 'ob-bench-program', open: call.call === 'uploadCarInData'},
          el('summary', {}, call.title, ' ', el('code', {}, call.call), ' ', !call.supported && badge('测试接入阶段不支持', 'plain')),
          call.supported && table(['字段', '名称', '必填', '类型', '含义', '要求', '示例', '也会收下的写法'], call.fields.map(field => [
            el('code', {}, field.key), field.label, mandatory(field), el('span', {class: 'ob-short'}, field.type), field.meaning, field.rule, el('code', {}, field.example),
            el('span', {}, field.taken.map(value => [el('code', {}, value), ' ']))])))));
}

function mandatory({mandatory: must, orEmpty}) {
  if (!must) return '可选';
  return orEmpty ? '必填，可以为空' : '必填';
}
