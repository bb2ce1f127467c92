import type { ApiKey, CreateApiKey, CreatedApiKey, Member, Scope } from '@proofmark/schemas/api';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Answer } from '../../../api.js';
import { copyButton } from '../../../controls/copy.js';
import { dayIn } from '../../../controls/dates.js';
import { tableView } from '../../../controls/table.js';
import { Loaded } from '../../../shell/loaded.js';
import { Part } from '../part.js';
import { EMPTY_KEY, keyForm, type NewKey } from './key-form.js';
import { readKeys } from './read-keys.js';

interface Known {
  readonly keys: readonly ApiKey[];
  readonly members: readonly Member[];
}

const DAY = 86_400_000;

/** Keys by which programs act for the issuer. One is shown once, when it is made. */
class ApiKeys extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, wanted: { state: true }, made: { state: true } };
  declare wanted: NewKey;
  declare made: CreatedApiKey | null;
  #known = new Loaded<Known>(this, (signal) => this.#read(signal));

  constructor() {
    super();
    this.wanted = EMPTY_KEY;
    this.made = null;
  }

  protected override open(): void {
    this.made = null;
    void this.#known.load({ forget: true });
  }

  protected override render(): TemplateResult {
    return html`
      ${this.problem()} ${this.made === null ? '' : this.#secret(this.made)}
      ${this.#known.view((known) => this.#list(known))}
      ${keyForm({ words: this.words, wanted: this.wanted, busy: this.busy, change: (part) => (this.wanted = { ...this.wanted, ...part }), send: this.#make })}
    `;
  }

  #secret({ key, name }: CreatedApiKey): TemplateResult {
    const { 'api-keys': words, copy } = this.words;
    return html`<section class="panel secret" role="status" aria-label=${words.once}>
      <h2>${words.made({ name })}</h2>
      <p>${words.once}</p>
      <p><code>${key}</code></p>
      <div class="actions">
        ${copyButton(copy, this.context, key)}
        <button type="button" @click=${() => (this.made = null)}>${words.kept}</button>
      </div>
    </section>`;
  }

  #list({ keys, members }: Known): TemplateResult {
    const { 'api-keys': words } = this.words;
    const { lang } = this.context;
    const scopes: Readonly<Record<string, string>> = words.scopes;
    const maker = ({ personId, createdBy }: ApiKey): string => {
      if (personId === null && createdBy === null) return words['by-operator'];
      const person = members.find((member) => member.person.id === (personId ?? createdBy))?.person;
      return person?.name ?? keys.find((key) => key.id === createdBy)?.name ?? words['by-other'];
    };
    if (keys.length === 0) return html`<p class="panel">${words.none}</p>`;
    return html`<section class="panel" aria-label=${words.title}>${tableView({
      caption: words.title,
      rows: keys,
      keyOf: ({ id }) => id,
      columns: [
        { key: 'name', title: words.name, isName: true, cell: ({ name, prefix }) => html`${name}<br /><code>${prefix}…</code>` },
        {
          key: 'scopes',
          title: words.may,
          cell: ({ scopes: given }) =>
            html`<details><summary>${words['scope-count']({ count: given.length })}</summary><ul>${given.map((scope) => html`<li>${scopes[scope] ?? scope}</li>`)}</ul></details>`,
        },
        { key: 'by', title: words.by, cell: (key) => html`${maker(key)}<br />${dayIn(lang, key.createdAt)}` },
        { key: 'used', title: words.used, cell: ({ lastUsedAt }) => (lastUsedAt === null ? words.never : dayIn(lang, lastUsedAt)) },
        { key: 'ends', title: words.ends, cell: ({ expiresAt }) => (expiresAt === null ? words.never : dayIn(lang, expiresAt)) },
        { key: 'act', title: words.act, cell: (key) => this.#act(key) },
      ],
    })}</section>`;
  }

  #act(key: ApiKey): TemplateResult {
    const { 'api-keys': words } = this.words;
    return key.revokedAt !== null
      ? html`<span class="state old">${words.withdrawn({ day: dayIn(this.context.lang, key.revokedAt) })}</span>`
      : html`<button type="button" class="quiet" ?disabled=${this.busy} @click=${() => this.#revoke(key)}>${words.revoke}<span class="visually-hidden"> ${key.name}</span></button>`;
  }

  async #read(signal: AbortSignal): Promise<Answer<Known>> {
    const keys = await readKeys(this.context.ask, this.issuer.id, { signal });
    if (!keys.ok) return keys;
    const members = await this.context.ask<{ readonly data: readonly Member[] }>(
      'GET',
      `organisations/${this.context.organisation.id}/members`,
      undefined,
      { signal },
    );
    return members.ok ? { ok: true, value: { keys: [...keys.value].reverse(), members: members.value.data } } : members;
  }

  #make = async (): Promise<void> => {
    const sent = this.wanted;
    const { name, scopes, days } = sent;
    const expiresAt = days === '' ? {} : { expiresAt: new Date(Date.now() + Number(days) * DAY).toISOString() };
    const body: CreateApiKey = { issuerId: this.issuer.id, name: name.trim(), scopes: [...scopes] as Scope[], ...expiresAt };
    const done = await this.act(this.context.ask<CreatedApiKey>('POST', 'api-keys', body));
    if (done === null) return;
    if (!this.isConnected) return this.context.say({ tone: 'bad', text: this.words['api-keys']['not-shown']({ name: done.value.name }) });
    this.made = done.value;
    // The form is not emptied where somebody has typed into it since.
    if (this.wanted === sent) this.wanted = EMPTY_KEY;
    await this.#known.load();
    this.querySelector('.secret')?.scrollIntoView({ block: 'center' });
  };

  #revoke = async ({ id, name }: ApiKey): Promise<void> => {
    const { 'api-keys': words } = this.words;
    const question = { title: words['revoke-title']({ name }), text: words['revoke-text'], yes: words.revoke };
    if (!(await this.context.confirm(question))) return;
    if ((await this.act(this.context.ask('DELETE', `api-keys/${id}`), words.revoked({ name }))) !== null) await this.#known.load();
  };
}

customElements.define('settings-api-keys', ApiKeys);
