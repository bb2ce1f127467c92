import type { NewcomerRole, SetSignOn, SignOn } from '@proofmark/schemas/api';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { copyButton } from '../../../controls/copy.js';
import { checkField, choiceField, textField } from '../../../controls/fields.js';
import { Loaded } from '../../../shell/loaded.js';
import { withTyped } from '../../../shell/typed-since.js';
import { Part } from '../part.js';

const NOTHING: SetSignOn = { issuer: '', clientId: '', clientSecret: '', role: 'viewer', verifiedBySchool: false };

/** By which provider people of the organisation sign in. It holds for all its issuers. */
class SignOnSettings extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, typed: { state: true } };
  declare typed: SetSignOn;
  #signOn = new Loaded<SignOn>(
    this,
    (signal) => this.context.ask('GET', this.#path, undefined, { signal }),
    (signOn) => (this.typed = typedOf(signOn)),
  );

  constructor() {
    super();
    this.typed = NOTHING;
  }

  protected override open(): void {
    void this.#signOn.load({ forget: true });
  }

  get #path(): string {
    return `organisations/${this.context.organisation.id}/sign-on`;
  }

  protected override render(): TemplateResult {
    return html`${this.problem()} ${this.#signOn.view((signOn) => html`${this.#known(signOn)} ${this.#form(signOn)}`)}`;
  }

  #known({ domains, redirectUri }: SignOn): TemplateResult {
    const { 'sign-on': words, copy } = this.words;
    return html`<section class="panel" aria-labelledby="there">
      <h2 id="there">${words.there}</h2>
      <p>${words['redirect-uri']}</p>
      <p class="actions"><code>${redirectUri}</code> ${copyButton(copy, this.context, redirectUri)}</p>
      <p>${domains.length === 0 ? words.domains.none : words.domains.some({ domains: domains.join(', ') })}</p>
    </section>`;
  }

  #form({ provider }: SignOn): TemplateResult {
    const { role, roles, remove, title, verified, ...fields } = this.words['sign-on'];
    const text = (name: 'issuer' | 'clientId' | 'clientSecret', type: 'text' | 'url' | 'password', most: number) =>
      textField({
        ...{ label: fields[name].label, hint: fields[name].hint, name, type, most, value: this.typed[name], required: true },
        error: this.failed?.errors?.find(({ pointer }) => pointer === `/${name}`)?.detail,
        onInput: (value) => {
          this.typed = { ...this.typed, [name]: value };
        },
      });
    return html`<form @submit=${this.#set} aria-busy=${this.busy} aria-labelledby="provider">
      <h2 id="provider">${title}</h2>
      ${text('issuer', 'url', 2048)} ${text('clientId', 'text', 255)} ${text('clientSecret', 'password', 1024)}
      ${choiceField<NewcomerRole>({
        ...{ label: role.label, hint: role.hint, name: 'role', value: this.typed.role },
        options: [
          ['viewer', roles.viewer],
          ['assessor', roles.assessor],
          ['issuer', roles.issuer],
        ],
        onChange: (value) => {
          this.typed = { ...this.typed, role: value };
        },
      })}
      ${checkField({
        ...{ label: verified.label, hint: verified.hint, name: 'verified-by-school', checked: this.typed.verifiedBySchool === true },
        onChange: (verifiedBySchool) => {
          this.typed = { ...this.typed, verifiedBySchool };
        },
      })}
      <span class="actions">
        <button ?disabled=${this.busy}>${this.context.texts.save}</button>
        ${provider === null ? nothing : html`<button type="button" class="quiet" ?disabled=${this.busy} @click=${this.#remove}>${remove}</button>`}
      </span>
    </form>`;
  }

  #set = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sent = this.typed;
    const done = await this.act(this.context.ask<SignOn>('POST', this.#path, sent), this.words['sign-on'].saved);
    if (done !== null) this.#stored(done.value, sent);
  };

  #remove = async (): Promise<void> => {
    const { 'remove-question': question, removed } = this.words['sign-on'];
    if (!(await this.context.confirm(question))) return;
    const sent = this.typed;
    const done = await this.act(this.context.ask('DELETE', this.#path), removed);
    const { value } = this.#signOn;
    if (done !== null && value !== null) this.#stored({ ...value, provider: null }, sent);
  };

  /** Shows what is stored now. What was typed since stays. */
  #stored(signOn: SignOn, sent: SetSignOn): void {
    this.typed = withTyped(typedOf(signOn), sent, this.typed);
    this.#signOn.set(signOn);
  }
}

/** The secret is not told again. */
function typedOf({ provider }: SignOn): SetSignOn {
  if (provider === null) return NOTHING;
  const { issuer, clientId, role, verifiedBySchool } = provider;
  return { issuer, clientId, clientSecret: '', role, verifiedBySchool };
}

customElements.define('settings-sign-on', SignOnSettings);
