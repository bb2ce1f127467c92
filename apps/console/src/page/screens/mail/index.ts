import './mail.css';
import { type MailScreenTexts, mailScreenTexts } from '@proofmark/messages/console/mail';
import type { MailCounts, MailResource, MailSettings, MailState, Page, ResentRow } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import { Draft } from '../../shell/draft.js';
import { Loaded } from '../../shell/loaded.js';
import { sayFailedAway } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { deliveriesView } from './deliveries.js';
import { settingsView } from './settings.js';
import { TextEditor } from './text-editor.js';

interface Deliveries {
  readonly mails: readonly MailResource[];
  readonly counts: MailCounts;
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
}

/** What learners are told by mail, in which words, and what became of it. */
class MailScreen extends Screen<MailScreenTexts> {
  protected readonly textsFor = mailScreenTexts;
  #settings = new Loaded<MailSettings>(this, (signal) => this.context.ask('GET', this.#settingsPath, undefined, { signal }));
  #typed = new Draft<Partial<MailSettings>>(this, () => ({}));
  #failed: Failed | null = null;
  #editor = new TextEditor(this);
  #deliveries = new Loaded<Deliveries>(this, (signal) => this.#read(signal));
  #state: MailState | '' = '';
  #busy = false;

  get #issuer(): string {
    return this.context.issuer?.id ?? '';
  }

  get #settingsPath(): string {
    return `issuers/${this.#issuer}/mail`;
  }

  protected override open(): void {
    if (this.context.issuer === null) return;
    this.#failed = null;
    this.#typed.open(`mail ${this.#issuer}`);
    void this.#settings.load({ forget: true });
    this.#editor.open(this.#issuer, this.context.lang);
    void this.#deliveries.load({ forget: true });
  }

  protected view(words: MailScreenTexts): TemplateResult {
    const { context } = this;
    const heading = html`<div><h1 tabindex="-1">${words.title}</h1><p class="lead">${words.lead}</p></div>`;
    if (context.issuer === null) return html`${heading}<p>${words['no-issuer']}</p>`;
    const may = context.may('issuers:write');
    return html`
      ${heading}
      <section class="panel" aria-labelledby="told">
        <h2 id="told">${words.told}</h2>
        ${this.#settings.view((known) =>
          settingsView(words, context, {
            ...{ settings: { ...known, ...this.#typed.value }, may, failed: this.#failed, busy: this.#busy },
            onChange: (part) => this.#typed.change(part),
            onSave: () => void this.#save(words),
          }),
        )}
      </section>
      <section class="panel" aria-labelledby="texts">
        <h2 id="texts">${words.texts}</h2>
        ${this.#editor.view(words, may)}
      </section>
      <section class="panel" aria-labelledby="sent">
        <h2 id="sent">${words.sent}</h2>
        ${this.#deliveries.view((known) =>
          deliveriesView(words, context, {
            ...{ ...known, state: this.#state, may: context.may('credentials:issue'), busy: this.#busy },
            onState: (state) => {
              this.#state = state;
              void this.#deliveries.load();
            },
            onMore: () => void this.#more(),
            onResend: (mail) => void this.#resend(words, mail),
          }),
        )}
      </section>
    `;
  }

  async #once<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    this.#busy = true;
    this.requestUpdate();
    const answer = await asked;
    this.#busy = false;
    this.requestUpdate();
    return answer;
  }

  async #save(words: MailScreenTexts): Promise<void> {
    const { context } = this;
    const isHere = this.stay();
    const taken = this.#typed.sent();
    const answer = await this.#once(context.ask<MailSettings>('PATCH', this.#settingsPath, this.#typed.value));
    if (isHere()) this.#failed = answer.ok ? null : answer;
    else if (!answer.ok) sayFailedAway(context, answer);
    if (!answer.ok) return;
    taken();
    if (isHere()) this.#settings.set(answer.value);
    context.say({ tone: 'good', text: words.saved });
  }

  async #read(signal: AbortSignal): Promise<Answer<Deliveries>> {
    const counted = this.context.ask<MailCounts>('GET', `mail-counts?issuer=${this.#issuer}`, undefined, { signal });
    const [mails, counts] = await Promise.all([this.#page('', signal), counted]);
    if (!mails.ok) return mails;
    return counts.ok ? { ok: true, value: { mails: mails.value.data, counts: counts.value, next: mails.value.next } } : counts;
  }

  #page(cursor: string, signal?: AbortSignal): Promise<Answer<Page<MailResource>>> {
    const query = new URLSearchParams({ issuer: this.#issuer, limit: '25' });
    if (this.#state !== '') query.set('state', this.#state);
    if (cursor !== '') query.set('cursor', cursor);
    return this.context.ask('GET', `mails?${query}`, undefined, signal === undefined ? {} : { signal });
  }

  async #more(): Promise<void> {
    const { value } = this.#deliveries;
    if (value === null || value.next === null) return;
    const asked = this.#once(this.#page(value.next));
    await this.#deliveries.add(asked, (known, { data, next }) => ({ ...known, mails: [...known.mails, ...data], next }));
  }

  async #resend(words: MailScreenTexts, { credentialId }: MailResource): Promise<void> {
    const answer = await this.#once(this.context.ask<ResentRow>('POST', `credentials/${credentialId}/resend`));
    const done = answer.ok && answer.value.result === 'resent';
    this.context.say(done ? { tone: 'good', text: words.resent } : { tone: 'old', text: words['not-resent'] });
    void this.#deliveries.load();
  }
}

export const tag = 'console-mail';
customElements.define(tag, MailScreen);
