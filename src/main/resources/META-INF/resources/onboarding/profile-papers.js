// The papers of a company's profile, each with its last day, and the photos of its lots.

import {sure} from '/onboarding/ask.js';
import {dayInput} from '/onboarding/dates.js';
import {badge, button, el, show} from '/onboarding/dom.js';
import {put, remove, upload} from '/onboarding/api.js';
import {isShown} from '/onboarding/fields.js';
import {thumbnail} from '/onboarding/papers.js';
import {CHOICE, readyToTravel} from '/onboarding/uploading.js';

const FOREVER = '长期';

export class PapersSection {
  constructor(profile, group) {
    this.profile = profile;
    this.group = group;
    this.node = el('section', {class: 'ob-section', 'data-section': group.key});
  }

  update(view) {
    const places = this.group.fields.filter(field => isShown(field, view.values) || view.papers.some(({place}) => place === field.key));
    show(this.node, el('h3', {}, this.group.label), el('p', {class: 'ob-help'}, this.group.help),
        el('div', {class: 'ob-grid'}, places.map(field => paper(this.profile, field, ''))));
  }
}

/** A lot shows when it has a photo, or is chosen to get one. */
export class PhotosSection extends PapersSection {
  update(view) {
    this.open ??= new Set();
    const known = new Set([...view.papers.map(({about}) => about).filter(Boolean), ...this.open]);
    const others = view.lots.filter(name => !known.has(name));
    const select = el('select', {'aria-label': '停车场'}, el('option', {value: ''}, '选择停车场……'), others.map(name => el('option', {value: name}, name)));
    select.addEventListener('change', () => {
      this.open.add(select.value);
      this.update(this.profile.view);
    });
    show(this.node, el('h3', {}, this.group.label), el('p', {class: 'ob-help'}, this.group.help),
        [...known].sort().map(name => el('article', {class: 'ob-card-of'}, el('strong', {}, name),
            el('div', {class: 'ob-grid'}, this.group.fields.map(field => paper(this.profile, field, name))))),
        others.length > 0 && el('div', {class: 'ob-filter'}, el('label', {class: 'ob-field'}, el('span', {class: 'ob-label'}, '添加停车场的照片'), select)));
  }
}

function paper(profile, field, about) {
  const {view} = profile;
  const kept = view.papers.find(known => known.place === field.key && known.about === about);
  const error = el('p', {class: 'ob-error', role: 'alert', hidden: true});
  const refused = fields => {
    error.hidden = !fields[field.key];
    show(error, fields[field.key]);
    return fields[field.key] ? [] : Object.values(fields);
  };
  const where = version => `company=${encodeURIComponent(profile.company)}&version=${version}&field=${encodeURIComponent(field.key)}&about=${encodeURIComponent(about)}`;
  const end = lastDay(kept ? kept.validUntil ?? FOREVER : view.values[field.validUntil] ?? '');
  const chooser = el('input', {type: 'file', accept: CHOICE, class: 'ob-chooser', id: `ob-${field.key}-${about}`});
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files;
    chooser.value = '';
    if (!file) return;
    const ready = await readyToTravel(file).catch(({message}) => { refused({[field.key]: message}); });
    if (!ready) return;
    // what replaces an expired paper has another last day
    await profile.change(version => upload(`/api/profile/papers?${where(version)}&validUntil=${encodeURIComponent(field.validUntil ? end.value() : '')}`, ready.file, () => {}),
        [`${field.label}已保存`, ready.words].filter(Boolean).join('。'), refused);
  });
  const date = () => profile.change(version => put('/api/profile/papers', {company: profile.company, version, field: field.key, about, validUntil: end.value()}), '有效期已保存', refused);
  const discard = async () => await sure(`从公司资料里删除“${field.label}”？已经用了它的申请不受影响。`, '删除证照')
      && profile.change(version => remove(`/api/profile/papers?${where(version)}`), `${field.label}已删除`, refused);
  return el('div', {class: 'ob-field', 'data-field': field.key},
      el('span', {class: 'ob-label'}, field.label, ' ', kept && validity(kept)),
      el('div', {class: 'ob-upload'}, kept && el('div', {class: 'ob-papers'}, thumbnail(kept, field.label)),
          field.validUntil && el('label', {class: 'ob-end'}, el('span', {class: 'ob-help'}, '有效期至'), end.node),
          el('div', {class: 'ob-row'}, chooser, el('label', {for: chooser.id, class: 'ob-button small'}, kept ? '更换' : '选择图片或 PDF'),
              kept && field.validUntil && button('保存有效期', date, 'small'), kept && button('删除', discard, 'small danger')), error),
      el('p', {class: 'ob-help'}, field.help));
}

function validity({validity: state, daysLeft, validUntil}) {
  if (state === 'EXPIRED') return badge(`已过期 ${validUntil}`, 'bad');
  if (state === 'EXPIRING') return badge(`还有 ${daysLeft} 天到期`, 'warn');
  return null;
}

/** A date, or 长期. */
function lastDay(value) {
  const date = dayInput({'aria-label': '有效期至', value: value === FOREVER ? '' : value, disabled: value === FOREVER}, () => forever.click());
  const forever = el('input', {type: 'checkbox', checked: value === FOREVER});
  forever.addEventListener('change', () => { date.disabled = forever.checked; });
  return {node: el('span', {class: 'ob-date'}, date, el('label', {}, forever, ' 长期')), value: () => (forever.checked ? FOREVER : date.value)};
}
