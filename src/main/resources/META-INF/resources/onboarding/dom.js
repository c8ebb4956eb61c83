// Small helpers to build pages. Data only ever becomes text nodes and attributes, never markup.

/** el('p', {class: 'ob-help', on: {click: f}}, 'text', node, null) */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') Object.entries(value).forEach(([type, listener]) => node.addEventListener(type, listener));
    else if (name in node && typeof value === 'boolean') node[name] = value;
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value);
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export function show(container, ...children) {
  container.replaceChildren(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
}

export function button(label, action, kind = '') {
  return el('button', {type: 'button', class: `ob-button ${kind}`, on: {click: action}}, label);
}

export function link(href, label, attributes = {}) {
  return el('a', {href: safeAddress(href), ...attributes}, label);
}

/** An address that came with data is only followed when it is an ordinary one; never javascript: and the like. */
function safeAddress(href) {
  return /^(https?:\/\/|\/|#)/i.test(href ?? '') ? href : '#';
}

export function notice(kind, title, ...lines) {
  return el('div', {class: `ob-notice ${kind}`, role: kind === 'bad' ? 'alert' : 'status'},
      title && el('strong', {}, title), lines.map(line => (line instanceof Node ? line : line && el('p', {}, line))));
}

export function section(title, ...children) {
  return el('section', {class: 'ob-section'}, el('h3', {}, title), ...children);
}

/** [['车场', '…'], …] as a definition list; empty values are shown as a dash. */
export function facts(pairs) {
  return el('dl', {class: 'ob-facts'}, pairs.filter(Boolean).map(([term, value]) =>
      el('div', {}, el('dt', {}, term), el('dd', {}, value instanceof Node ? value : text(value)))));
}

/** The number that a channel gave to what it has `done`: where it gave none that is said, and ours is not shown for it. */
export function givenNumber(number, done) {
  return number || (done ? '渠道未给出' : '');
}

/** A table that scrolls inside itself on a narrow screen. */
export function table(heads, rows, empty) {
  if (!rows.length) return el('p', {class: 'ob-empty'}, empty);
  return el('div', {class: 'ob-table'}, el('table', {},
      el('thead', {}, el('tr', {}, heads.map(head => el('th', {}, head)))),
      el('tbody', {}, rows.map(row => el('tr', {}, row.map((cell, i) =>
          el('td', {'data-head': heads[i]}, cell instanceof Node ? cell : heads[i] && text(cell))))))));
}

export function badge(label, kind) {
  return el('span', {class: `ob-badge ${kind ?? ''}`}, label);
}

export function text(value) {
  return value === null || value === undefined || value === '' ? '—' : String(value);
}

// Swedish writes what an ISO date looks like; the zone is said, so that no browser puts in its own
const MINUTE = new Intl.DateTimeFormat('sv-SE', {year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai'});

/** 2026-11-23 10:05, in Beijing */
export function minute(instant) {
  return instant ? MINUTE.format(new Date(instant)) : '—';
}

/** The same, by the name under which most pages know it. */
export const moment = minute;

/** 2026-11-23 */
export function day(instant) {
  return minute(instant).slice(0, 10);
}

/** 10:05 */
export function clock(instant = Date.now()) {
  return minute(instant).slice(-5);
}

/** 分 as yuan: 1250 → ¥12.50 */
export function yuan(fen) {
  return fen === null || fen === undefined ? '—' : `¥${(fen / 100).toFixed(2)}`;
}
