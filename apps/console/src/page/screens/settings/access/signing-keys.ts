import type { Page, SigningKey } from '@proofmark/schemas/api';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Answer } from '../../../api.js';
import { dayIn } from '../../../controls/dates.js';
import { areaField } from '../../../controls/fields.js';
import { tableView } from '../../../controls/table.js';
import { Loaded } from '../../../shell/loaded.js';
import { Part } from '../part.js';

/** The keys that sign badges: a new one in the place of an old one, and what to do when one was stolen. */
class SigningKeys extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, revoking: { state: true }, reason: { state: true } };
  /** The key whose revocation is written just now. */
  declare revoking: SigningKey | null;
  declare reason: string;
  #keys = new Loaded<readonly SigningKey[]>(this, async (signal): Promise<Answer<readonly SigningKey[]>> => {
    const found = await this.context.ask<Page<SigningKey>>('GET', this.#path, undefined, { signal });
    return found.ok ? { ok: true, value: found.value.data } : found;
  });

  constructor() {
    super();
    this.revoking = null;
    this.reason = '';
  }

  protected override open(): void {
    this.revoking = null;
    void this.#keys.load({ forget: true });
  }

  get #path(): string {
    return `issuers/${this.issuer.id}/keys`;
  }

  protected override render(): TemplateResult {
    const { 'signing-keys': words } = this.words;
    return html`
      ${this.problem()}
      ${this.#keys.view((keys) => html`<section class="panel" aria-label=${words.title}>${this.#table(keys)}</section>`)}
      ${this.revoking === null ? '' : this.#revokeForm(this.revoking)}
      <section class="panel" aria-labelledby="what">
        <h2 id="what">${words.what}</h2>
        <dl>
          <dt>${words.rotate}</dt><dd>${words['rotate-means']}</dd>
          <dt>${words.revoke}</dt><dd>${words['revoke-means']}</dd>
        </dl>
      </section>
    `;
  }

  #table(keys: readonly SigningKey[]): TemplateResult {
    const { 'signing-keys': words } = this.words;
    const { lang } = this.context;
    const state = ({ retiredAt, revokedAt, badgesToSignAgain }: SigningKey): TemplateResult =>
      revokedAt !== null
        ? html`<span class="state bad">${words.states.revoked({ day: dayIn(lang, revokedAt) })}</span>
            ${badgesToSignAgain === null || badgesToSignAgain === 0 ? '' : html`<br />${words.again({ count: badgesToSignAgain })}`}`
        : retiredAt !== null
          ? html`${words.states.retired({ day: dayIn(lang, retiredAt) })}`
          : html`<span class="state good">${words.states.active}</span>`;
    return tableView({
      caption: words.title,
      rows: [...keys].reverse(),
      keyOf: ({ id }) => id,
      columns: [
        {
          key: 'use',
          title: words.use,
          isName: true,
          cell: ({ purpose, algorithm }) => words.uses[purpose === 'record' ? 'record' : algorithm === 'ES256' ? 'jwt' : 'badge'],
        },
        { key: 'algorithm', title: words.algorithm, cell: ({ algorithm }) => algorithm },
        { key: 'since', title: words.since, cell: ({ createdAt }) => dayIn(lang, createdAt) },
        { key: 'state', title: words.state, cell: state },
        { key: 'act', title: words.act, cell: (key) => this.#acts(key) },
      ],
    });
  }

  #acts(key: SigningKey): TemplateResult | '' {
    const { 'signing-keys': words } = this.words;
    if (key.revokedAt !== null) return '';
    const isActive = key.retiredAt === null && key.purpose === 'assertion';
    return html`<span class="actions">
      ${isActive ? html`<button type="button" class="quiet" ?disabled=${this.busy} @click=${() => this.#rotate(key)}>${words.rotate}<span class="visually-hidden"> ${key.algorithm}</span></button>` : ''}
      <button type="button" class="quiet" ?disabled=${this.busy} @click=${() => (this.revoking = key)}>${words.revoke}<span class="visually-hidden"> ${key.algorithm}</span></button>
    </span>`;
  }

  #revokeForm(key: SigningKey): TemplateResult {
    const { 'signing-keys': words } = this.words;
    return html`<form aria-labelledby="revoke" @submit=${(event: Event) => this.#revoke(event, key)}>
      <h2 id="revoke">${words['revoke-title']({ algorithm: key.algorithm })}</h2>
      <p>${words['revoke-means']}</p>
      ${areaField({ label: words.reason, name: 'reason', value: this.reason, rows: 2, most: 500, hint: words['reason-hint'], onInput: (value) => (this.reason = value) })}
      <div class="actions">
        <button class="danger" ?disabled=${this.busy}>${words.revoke}</button>
        <button type="button" class="quiet" @click=${() => (this.revoking = null)}>${this.context.texts.cancel}</button>
      </div>
    </form>`;
  }

  #rotate = async ({ algorithm }: SigningKey): Promise<void> => {
    const { 'signing-keys': words } = this.words;
    const question = { title: words['rotate-title']({ algorithm }), text: words['rotate-means'], yes: words.rotate };
    if (!(await this.context.confirm(question))) return;
    if ((await this.act(this.context.ask('POST', this.#path, { algorithm }), words.rotated)) !== null) await this.#keys.load();
  };

  #revoke = async (event: Event, key: SigningKey): Promise<void> => {
    event.preventDefault();
    const { 'signing-keys': words } = this.words;
    const question = {
      title: words['revoke-title']({ algorithm: key.algorithm }),
      text: words['revoke-asks'],
      yes: words.revoke,
      word: words['revoke-word'],
    };
    if (!(await this.context.confirm(question))) return;
    const reason = this.reason.trim();
    const asked = this.context.ask('POST', `${this.#path}/${key.id}/revoke`, reason === '' ? {} : { reason });
    if ((await this.act(asked, words.revoked)) === null) return;
    this.revoking = null;
    this.reason = '';
    await this.#keys.load();
  };
}

customElements.define('settings-signing-keys', SigningKeys);
