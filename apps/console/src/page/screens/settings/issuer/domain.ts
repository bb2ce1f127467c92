import type { DomainCheck, IssuerDomain, Page } from '@proofmark/schemas/api';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Answer } from '../../../api.js';
import { save } from '../../../api.js';
import { copyButton } from '../../../controls/copy.js';
import { dayIn, timeIn } from '../../../controls/dates.js';
import { textField } from '../../../controls/fields.js';
import { Loaded } from '../../../shell/loaded.js';
import { Part } from '../part.js';

/** Proves a web domain, step by step: claim it, put a file there, have it asked. */
class Domain extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, origin: { state: true }, checks: { state: true } };
  declare origin: string;
  /** What each domain said, by its id. */
  declare checks: ReadonlyMap<string, DomainCheck>;
  #domains = new Loaded<readonly IssuerDomain[]>(this, async (signal): Promise<Answer<readonly IssuerDomain[]>> => {
    const found = await this.context.ask<Page<IssuerDomain>>('GET', this.#path, undefined, { signal });
    return found.ok ? { ok: true, value: found.value.data } : found;
  });

  constructor() {
    super();
    this.origin = '';
    this.checks = new Map();
  }

  protected override open(): void {
    this.origin = this.issuer.url === null ? '' : originOf(this.issuer.url);
    this.checks = new Map();
    void this.#domains.load({ forget: true });
  }

  get #path(): string {
    return `issuers/${this.issuer.id}/domains`;
  }

  protected override render(): TemplateResult {
    const { domain: words } = this.words;
    return html`
      ${this.problem()}
      ${this.#domains.view(
        (domains) => html`
          ${domains.map((one) => this.#domain(one))}
          <form @submit=${this.#claim}>
            <h2>${domains.length === 0 ? words.first : words.another}</h2>
            ${textField({ label: words.origin, name: 'origin', type: 'url', value: this.origin, required: true, most: 300, placeholder: 'https://', hint: words['origin-hint'], onInput: (value) => (this.origin = value) })}
            <button ?disabled=${this.busy}>${words.claim}</button>
          </form>
        `,
      )}
    `;
  }

  #domain(domain: IssuerDomain): TemplateResult {
    const { domain: words, copy } = this.words;
    const text = JSON.stringify(domain.document, null, 2);
    const { host } = new URL(domain.origin);
    return html`<section class="panel" aria-label=${host}>
      <h2>${host}</h2>
      <ol class="steps-of">
        <li>
          <p>${words['step-take']}</p>
          <pre tabindex="0">${text}</pre>
          <div class="actions">
            ${copyButton(copy, this.context, text)}
            <button type="button" class="quiet" @click=${() => save(new Blob([text], { type: 'application/json' }), 'did-configuration.json')}>${words.download}</button>
          </div>
        </li>
        <li><p>${words['step-put']}</p><p><code>${domain.hostAt}</code></p><p class="hint">${words['step-header']} <code>Access-Control-Allow-Origin: *</code></p></li>
        <li>
          <p>${words['step-check']}</p>
          <button type="button" ?disabled=${this.busy} @click=${() => this.#check(domain)}>${words.check}</button>
          ${this.#answer(this.checks.get(domain.id))}
        </li>
      </ol>
      <p class="hint">${words.until({ day: dayIn(this.context.lang, domain.validUntil) })}</p>
      <button type="button" class="quiet" ?disabled=${this.busy} @click=${() => this.#remove(domain)}>${words.remove}</button>
    </section>`;
  }

  #answer(check: DomainCheck | undefined): TemplateResult | '' {
    const { domain: words } = this.words;
    if (check === undefined) return '';
    const { outcome, reason, checkedAt } = check;
    const reasons: Readonly<Record<string, string>> = words.reasons;
    const tone = outcome === 'proven' ? 'good' : outcome === 'not-proven' ? 'bad' : 'old';
    return html`<p role="status"><strong class="state ${tone}">${words.outcomes[outcome]}</strong> ${reason === null ? '' : (reasons[reason] ?? words.reasons.other)}
      <span class="hint">${timeIn(this.context.lang, checkedAt)}</span></p>`;
  }

  #claim = async (event: Event): Promise<void> => {
    event.preventDefault();
    const sent = this.origin;
    const origin = originOf(sent.trim());
    if ((await this.act(this.context.ask<IssuerDomain>('POST', this.#path, { origin }), this.words.domain.claimed)) === null) return;
    if (this.origin === sent) this.origin = '';
    await this.#domains.load();
  };

  #check = async ({ id }: IssuerDomain): Promise<void> => {
    const found = await this.act(this.context.ask<DomainCheck>('POST', `${this.#path}/${id}/check`));
    if (found !== null) this.checks = new Map(this.checks).set(id, found.value);
  };

  #remove = async ({ id, origin }: IssuerDomain): Promise<void> => {
    const { domain: words } = this.words;
    const question = { title: words['remove-title']({ host: new URL(origin).host }), text: words['remove-text'], yes: words.remove };
    if (!(await this.context.confirm(question))) return;
    if ((await this.act(this.context.ask('DELETE', `${this.#path}/${id}`), words.removed)) !== null) await this.#domains.load();
  };
}

/** The origin of an address; what is none stays as it is, and the service says what is wrong with it. */
function originOf(text: string): string {
  try {
    return new URL(text).origin;
  } catch {
    return text;
  }
}

customElements.define('settings-domain', Domain);
