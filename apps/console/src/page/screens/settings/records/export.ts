import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { askFile, save } from '../../../api.js';
import { Part } from '../part.js';

/** Everything of an issuer as one file. How large it gets is known when it is whole, so what has come is shown. */
class Export extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, received: { state: true }, done: { state: true } };
  /** Bytes so far; null while nothing is on its way. */
  declare received: number | null;
  /** Bytes of the last file. */
  declare done: number | null;
  #stop: AbortController | null = null;

  constructor() {
    super();
    this.received = null;
    this.done = null;
  }

  protected override open(): void {
    this.#stop?.abort();
    this.received = null;
    this.done = null;
  }

  override disconnectedCallback(): void {
    this.#stop?.abort();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { export: words } = this.words;
    const { received, done } = this;
    return html`${this.problem()}
      <section class="panel" aria-labelledby="all">
        <h2 id="all">${words.all}</h2>
        <p>${words.holds}</p>
        <p>${words.without}</p>
        ${
          received === null
            ? html`<div class="actions"><button type="button" @click=${() => this.#fetch()}>${words.go}</button></div>`
            : html`<p><progress aria-label=${words.going}></progress> ${words.received({ size: this.#size(received) })}</p>
                <button type="button" class="quiet" @click=${() => this.#stop?.abort()}>${this.context.texts.cancel}</button>`
        }
        <p role="status">${done === null ? '' : words.done({ size: this.#size(done) })}</p>
      </section>`;
  }

  #size(bytes: number): string {
    const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
    return new Intl.NumberFormat(this.context.lang, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
  }

  async #fetch(): Promise<void> {
    const stop = new AbortController();
    this.#stop = stop;
    Object.assign(this, { received: 0, done: null, failed: null });
    const { id, slug } = this.issuer;
    const onProgress = (bytes: number): void => {
      this.received = bytes;
    };
    const sending = { organisation: this.context.organisation.id, signal: stop.signal, onProgress };
    const answer = await askFile(`issuers/${id}/export?format=zip`, 'application/zip', sending);
    this.received = null;
    if (stop.signal.aborted) return;
    if (!answer.ok) {
      this.failed = answer;
      return;
    }
    this.done = answer.value.size;
    save(answer.value, `${slug}-${new Date().toISOString().slice(0, 10)}.zip`);
  }
}

customElements.define('settings-export', Export);
