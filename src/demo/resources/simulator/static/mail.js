import { byId, call, el, linked, time } from './desk.js';

let mails = [];
let open = new URLSearchParams(location.search).get('id');

function list() {
  const wanted = byId('find').value.trim();
  const shown = mails.filter((mail) => (mail.to + mail.subject).includes(wanted));
  byId('mails').replaceChildren(...shown.map((mail) => el('li', {},
    el('button', { type: 'button', 'aria-current': mail.id === open ? 'true' : null, onclick: () => show(mail) },
      mail.subject, el('br'), el('span', { class: 'soft' }, `${mail.to} · ${time(mail.receivedAt)}`)))));
  if (shown.length === 0) byId('mails').append(el('li', { class: 'soft' }, '没有邮件。'));
}

function show(mail) {
  open = mail.id;
  history.replaceState(null, '', '?id=' + mail.id);
  const text = el('pre', { class: 'text' }, linked(mail.text));
  const page = mail.html && el('iframe', { class: 'mail', title: mail.subject, src: `/demo/api/mails/${mail.id}/page`,
    sandbox: 'allow-popups allow-popups-to-escape-sandbox', referrerpolicy: 'no-referrer' });
  const shown = el('div', {}, page || text);
  const choose = (label, what) => el('button', { type: 'button', onclick: () => shown.replaceChildren(what) }, label);
  byId('mail').replaceChildren(
    el('h2', {}, mail.subject),
    el('p', { class: 'soft' }, `发件人 ${mail.from} · 收件人 ${mail.to} · ${time(mail.receivedAt)}`),
    ...(page ? [el('p', {}, choose('网页', page), ' ', choose('纯文本', text))] : []),
    shown);
  list();
}

async function refresh() {
  mails = await call('/mails');
  list();
}

byId('find').addEventListener('input', list);
await refresh();
const first = mails.find((mail) => mail.id === open);
if (first) show(first);
setInterval(refresh, 5000);
