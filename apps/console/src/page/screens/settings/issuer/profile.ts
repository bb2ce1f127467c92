import type { Issuer, UpdateIssuer } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { areaField, textField } from '../../../controls/fields.js';
import { Draft } from '../../../shell/draft.js';
import { Part } from '../part.js';

interface Typed {
  readonly name: string;
  readonly url: string;
  readonly description: string;
  readonly email: string;
  readonly image: string;
  readonly linkedinOrganizationId: string;
  readonly imprintUrl: string;
  readonly privacyUrl: string;
}

const EMPTY: Typed = {
  name: '',
  url: '',
  description: '',
  email: '',
  image: '',
  linkedinOrganizationId: '',
  imprintUrl: '',
  privacyUrl: '',
};

/** What readers see of an issuer. What is left empty is removed. */
class Profile extends Part {
  #draft = new Draft<Typed>(this, () => EMPTY);
  /** As it is stored, and as the form began. */
  #stored: Typed = EMPTY;

  protected override open(): void {
    this.#stored = typedOf(this.issuer);
    this.#draft.open(`profile.${this.issuer.id}`, this.#stored);
  }

  protected override render(): TemplateResult {
    const { profile: words } = this.words;
    const { value } = this.#draft;
    const field = (name: keyof Typed, more: object) =>
      textField({ name, label: words[name], value: value[name], onInput: (typed) => this.#draft.change({ [name]: typed }), ...more });
    const { slug, did, mode } = this.issuer;
    return html`
      ${this.problem()}
      <form @submit=${this.#save}>
        ${field('name', { required: true, most: 200, hint: words['name-hint'] })}
        ${field('url', { type: 'url', most: 2048, placeholder: 'https://', hint: words['url-hint'] })}
        ${areaField({ name: 'description', label: words.description, value: value.description, most: 2000, onInput: (description) => this.#draft.change({ description }) })}
        ${field('email', { type: 'email', most: 254, hint: words['email-hint'] })}
        ${field('image', { type: 'url', most: 2048, placeholder: 'https://', hint: words['image-hint'] })}
        ${field('linkedinOrganizationId', { most: 20, hint: words['linkedin-hint'] })}
        ${field('imprintUrl', { type: 'url', most: 2048, placeholder: 'https://', hint: words['imprint-hint'] })}
        ${field('privacyUrl', { type: 'url', most: 2048, placeholder: 'https://', hint: words['privacy-hint'] })}
        <div class="actions"><button ?disabled=${this.busy}>${this.context.texts.save}</button></div>
      </form>
      <section class="panel" aria-labelledby="fixed">
        <h2 id="fixed">${words.fixed}</h2>
        <dl>
          <dt>${words.slug}</dt><dd><code>${slug}</code></dd>
          <dt>${words.did}</dt><dd><code>${did}</code></dd>
          <dt>${words.mode}</dt><dd>${words.modes[mode]}</dd>
        </dl>
        <p><a href=${this.issuer.links.html} target="_blank">${words.page}</a></p>
      </section>
    `;
  }

  #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const before = this.#stored;
    const changed = (Object.keys(EMPTY) as (keyof Typed)[]).filter((name) => this.#draft.value[name].trim() !== before[name]);
    const body: UpdateIssuer = Object.fromEntries(changed.map((name) => [name, this.#draft.value[name].trim() || null]));
    const taken = this.#draft.sent();
    const done = await this.act(this.context.ask<Issuer>('PATCH', `issuers/${this.issuer.id}`, body), this.words.profile.saved);
    if (done === null) return;
    this.#stored = typedOf(done.value);
    taken(this.#stored);
    await this.context.refresh();
  };
}

function typedOf({ name, url, description, email, image, linkedinOrganizationId, imprintUrl, privacyUrl }: Issuer): Typed {
  const given = { url, description, email, image, linkedinOrganizationId, imprintUrl, privacyUrl };
  return { ...EMPTY, name, ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value ?? ''])) };
}

customElements.define('settings-profile', Profile);
