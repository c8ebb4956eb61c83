// A draft on the server: saved by itself a moment after each change, never over somebody else's version.

import {button, clock, el, notice, show} from '/onboarding/dom.js';
import {get, post, put} from '/onboarding/api.js';

const PAUSE = 1000;

export class Draft {
  /** application: the JSON of GET /api/applications/{no}, or {channel} for one that is yet to be created */
  constructor(application) {
    this.no = application.no;
    this.channel = application.channel;
    this.version = application.version ?? 0;
    this.values = application.values ?? {};
    this.open = application.openFields ?? null;
    this.running = Promise.resolve();
    this.status = el('span', {role: 'status'}, this.no ? '修改会自动保存' : '填写后自动保存为草稿');
    this.trouble = el('div');
    this.node = el('div', {class: 'ob-draft'}, el('span', {class: 'ob-no'}), this.status, this.trouble);
    this.named();
  }

  named() {
    show(this.node.firstChild, this.no ? `申请编号 ${this.no}` : '新申请');
  }

  /** The application's number; the first call creates the application. */
  number() {
    this.creating ??= this.no ? Promise.resolve(this.no) : post('/api/applications', {channel: this.channel}).then(async ({no}) => {
      this.no = no;
      const created = await get(`/api/applications/${no}`);
      this.version = created.version;
      this.named();
      return no;
    });
    this.creating.catch(() => { this.creating = undefined; });
    return this.creating;
  }

  changed() {
    this.dirty = true;
    show(this.status, '正在编辑……');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save().catch(() => {}), PAUSE);
  }

  /** Saves what is not saved yet, after a save that is under way. Throws what the server refuses. */
  save() {
    clearTimeout(this.timer);
    this.running = this.running.catch(() => {}).then(() => (this.dirty ? this.send() : undefined));
    return this.running;
  }

  async send() {
    this.dirty = false;
    show(this.status, '正在保存……');
    try {
      const no = await this.number();
      const saved = await put(`/api/applications/${no}/draft`, {version: this.version, values: this.edited(), explanations: this.said?.()});
      this.version = saved.version;
      show(this.status, `已保存 ${clock()}`);
      show(this.trouble);
      this.onSaved?.();
    } catch (refusal) {
      this.dirty = true;
      show(this.status, '没有保存');
      show(this.trouble, this.words(refusal));
      throw refusal;
    }
  }

  /** Only what may be edited goes back: the rest was shown masked. */
  edited() {
    return this.open ? Object.fromEntries(Object.entries(this.values).filter(([key]) => this.open.includes(key))) : this.values;
  }

  words(refusal) {
    if (refusal.status === 409) {
      return notice('bad', '这份草稿刚在别处被修改', '为避免互相覆盖，这里的修改没有保存。重新载入后看到的是最新内容。',
          button('重新载入', () => this.reload()));
    }
    return notice('bad', null, refusal.message, button('再试一次', () => this.save().catch(() => {})));
  }

  reload() {
    this.dirty = false;
    this.onReload?.();
  }
}

/** Leaving the page with something unsaved asks first. */
export function guardLeaving(draft) {
  const ask = event => draft.dirty && draft.node.isConnected && event.preventDefault();
  window.addEventListener('beforeunload', ask);
}
