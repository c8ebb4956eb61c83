// What every page of the desk shares: calls, small elements, times and the line of words at the bottom.
export async function call(path, method = 'GET', body) {
  const options = { method, headers: {} };
  if (body !== undefined) {
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  const response = await fetch('/demo/api' + path, options);
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new Error((answer && (answer.message || answer.error)) || '请求失败：' + response.status);
  }
  return answer;
}

export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

export const byId = (id) => document.getElementById(id);

export function toast(text, bad = false) {
  let line = byId('toast');
  if (!line) {
    line = el('div', { id: 'toast', role: 'status' });
    document.body.append(line);
  }
  line.textContent = text;
  line.className = bad ? 'on bad' : 'on';
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { line.className = ''; }, 5000);
}

// A button that does one thing, says how it went, and cannot be pressed twice meanwhile.
export function action(label, work, style = '') {
  const button = el('button', { type: 'button', class: style }, label);
  button.addEventListener('click', () => guarded(button, () => work(button)));
  return button;
}

export async function guarded(button, work) {
  button.disabled = true;
  try {
    const said = await work();
    if (said) toast(said);
  } catch (problem) {
    toast(problem.message, true);
  } finally {
    button.disabled = false;
  }
}

export function time(instant) {
  return instant
    ? new Date(instant).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
    : '';
}

export const yuan = (fen) => (fen / 100).toFixed(2) + ' 元';

export function tag(text, kind = '') {
  return el('span', { class: 'tag ' + kind }, text);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (refused) {
    const area = el('textarea', {}, text);
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
  return '已复制';
}

export function linked(text) {
  return text.split(/(https?:\/\/[^\s<>"'，。；）]+)/g).map((part) =>
    /^https?:\/\//.test(part) ? el('a', { href: part, target: '_blank', rel: 'noopener' }, part) : part);
}

export function table(titles, rows, empty) {
  if (rows.length === 0) return el('p', { class: 'soft' }, empty);
  return el('div', { class: 'scroll' }, el('table', {},
    el('thead', {}, el('tr', {}, titles.map((title) => el('th', {}, title)))),
    el('tbody', {}, rows.map((cells) => el('tr', {}, cells.map((cell) => el('td', {}, cell)))))));
}

export const channelPage = (channel) => '/demo/channel/' + channel.code;

async function frame() {
  const nav = el('nav', { 'aria-label': '页面' });
  document.body.prepend(el('header', {},
    el('h1', {}, '对方工作台', el('small', {}, '演示：由您扮演支付渠道和停车场')), nav));
  const [platform, channels] = await Promise.all([call('/platform'), call('/channels')]);
  const pages = [['/demo', '首页'], ...channels.map((channel) => [channelPage(channel), channel.name]),
    ['/demo/lots', '停车场'], ['/demo/mail', '邮件'], ['/demo/api', '脚本接口']];
  nav.append(...pages.map(([path, title]) =>
    el('a', { href: path, 'aria-current': location.pathname.replace(/\/$/, '') === path ? 'page' : null }, title)));
  nav.append(el('a', { href: `http://${location.hostname}:${platform.port}/` }, '回到智停平台 ↗'));
}

// commands to copy name the address at which the desk was found
document.querySelectorAll('.here').forEach((place) => { place.textContent = location.origin; });
frame();
