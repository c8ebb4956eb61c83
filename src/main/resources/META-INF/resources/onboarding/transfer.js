// Taking lists away as files, and the way to import.

import {el, link} from '/onboarding/dom.js';

const FORMATS = [['xlsx', 'Excel'], ['csv', 'CSV']];

/**
 * Downloads of everything that a list finds at the moment of the click, all pages of it, in the form in which it can be
 * imported again. kind: companies, vendors, lots, people; name: what the address calls the list (paged-list.js)
 */
export function exports(kind, name) {
  return el('span', {class: 'ob-transfer'}, '导出：', FORMATS.map(([format, label]) => {
    const away = link('#', label, {download: '', title: '导出当前查询的全部结果'});
    const aim = () => { away.href = address(kind, name, format); };
    ['mouseenter', 'focus', 'touchstart', 'click'].forEach(type => away.addEventListener(type, aim));
    return away;
  }));
}

/** For supervisors: the page that imports this kind. */
export function importLink(kind, {roles}) {
  return roles.includes('ops-supervisor') && link(`/masterdata/import?kind=${kind}`, '导入', {class: 'ob-button'});
}

function address(kind, name, format) {
  const here = new URLSearchParams(location.search);
  const asked = {format, q: here.get(`${name}-q`) ?? '', state: here.get(`${name}-state`) ?? ''};
  return `/api/masterdata/export/${kind}?${new URLSearchParams(asked)}`;
}
