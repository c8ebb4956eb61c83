// Our API as the pages and forms see it: JSON, a CSRF header, refusals in words.

import {loginAgain} from '/onboarding/login-again.js';

const COOKIE = 'ONBOARDING-XSRF';
const HEADER = 'X-ONBOARDING-XSRF';

/** What the server refused: `status`, `message` for the person, `fields` as {key: message}. */
export class Refusal extends Error {
  constructor(status, body) {
    super(body?.message || WORDS[status] || '服务器没有完成这一步，请稍后再试。');
    this.status = status;
    this.fields = body?.fields ?? {};
  }
}

const WORDS = {
  0: '连不上服务器，请检查网络后再试。已填写的内容还在页面上。',
  401: '登录已过期，重新登录后请再试一次。内容还在页面上。',
  403: '您没有做这件事的权限。',
  404: '没有找到，或者不属于您的单位。',
  409: '内容刚被别人修改过，请重新载入。',
  413: '文件太大，请压缩到 20 MB 以内。',
};

export const get = path => call('GET', path);
export const post = (path, body = {}) => call('POST', path, body);
export const put = (path, body) => call('PUT', path, body);
export const remove = path => call('DELETE', path);

let asked;

/** The channels' names by code. */
export function channels() {
  asked ??= get('/api/channels').then(list => Object.fromEntries(list.map(({code, name}) => [code, name])));
  return asked;
}

async function call(method, path, body) {
  const headers = {Accept: 'application/json', ...csrf()};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const response = await fetch(path, {method, headers, body: sent, credentials: 'same-origin', cache: 'no-store'})
      .catch(() => { throw new Refusal(0); });
  return answer(response.status, await response.text());
}

/**
 * What has changed since an answer with this tag (null: never asked): {tag, at, body}, body null where nothing has.
 * at: when it was counted
 */
export async function ifChanged(path, tag) {
  const headers = {Accept: 'application/json', ...(tag && {'If-None-Match': tag})};
  const response = await fetch(path, {headers, credentials: 'same-origin', cache: 'no-store'})
      .catch(() => { throw new Refusal(0); });
  const at = response.headers.get('X-Counted-At');
  if (response.status === 304) return {tag, at, body: null};
  return {tag: response.headers.get('ETag'), at, body: answer(response.status, await response.text())};
}

/** Sends one file as it is, without a form around it. */
export async function send(path, file) {
  const headers = {Accept: 'application/json', 'Content-Type': 'application/octet-stream', ...csrf()};
  const response = await fetch(path, {method: 'POST', headers, body: file, credentials: 'same-origin', cache: 'no-store'})
      .catch(() => { throw new Refusal(0); });
  return answer(response.status, await response.text());
}

/** Uploads one file; tells the progress from 0 to 1. */
export function upload(path, file, progress) {
  const form = new FormData();
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    Object.entries(csrf()).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', event => event.lengthComputable && progress(event.loaded / event.total));
    request.addEventListener('error', () => reject(new Refusal(0)));
    request.addEventListener('load', () => {
      try {
        resolve(answer(request.status, request.responseText));
      } catch (refusal) {
        reject(refusal);
      }
    });
    request.send(form);
  });
}

function answer(status, content) {
  if (status === 401) loginAgain();
  const body = parsed(content);
  if (status >= 200 && status < 300) return body;
  throw new Refusal(status, body);
}

function parsed(content) {
  try {
    return content ? JSON.parse(content) : null;
  } catch {
    return null;
  }
}

function csrf() {
  const found = document.cookie.split('; ').find(cookie => cookie.startsWith(`${COOKIE}=`));
  return found ? {[HEADER]: decodeURIComponent(found.slice(COOKIE.length + 1))} : {};
}
