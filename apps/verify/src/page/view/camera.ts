import type { PageTexts } from '@proofmark/messages/page';
import { sheet } from '@proofmark/ui/sheet';
import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
import { type CameraProblem, scanQr } from '../input/qr/camera.js';
import { checkerStyles } from '../styles.js';

/** The texts of the camera; the page passes them, since it is loaded before. */
type CameraTexts = PageTexts['camera'] & { readonly problems: Readonly<Record<CameraProblem, string>> };

/**
 * The camera, switched on only by the reader's click, and off again with the first QR code, with Esc, with its button, or when it is
 * out of sight. Tells its host of a code by the event `scanned`, whose detail is the code's text.
 */
export class ProofmarkCamera extends LitElement {
  static override properties: PropertyDeclarations = {
    texts: { attribute: false },
    away: { attribute: false },
    on: { state: true },
    problem: { state: true },
  };
  static override styles: CSSResultGroup = [
    checkerStyles,
    unsafeCSS(
      sheet(`
      video { inline-size: 100%; max-inline-size: var(--pm-measure-form); border-radius: var(--pm-radius-s); background: var(--pm-print); }
      .scan { display: grid; gap: var(--pm-space-s); justify-items: start; }
    `),
    ),
  ];

  declare texts: CameraTexts;
  /** The form that it stands in is hidden. */
  declare away: boolean;
  declare protected on: boolean;
  declare protected problem: CameraProblem | null;
  #ending = new AbortController();

  constructor() {
    super();
    this.away = false;
    this.on = false;
    this.problem = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  protected override willUpdate(): void {
    // What cannot be seen has no button to end it.
    if (this.away && this.on) this.#end();
  }

  #end(): void {
    this.#ending.abort();
    this.on = false;
  }

  async #start(): Promise<void> {
    this.problem = null;
    this.on = true;
    this.#ending.abort();
    this.#ending = new AbortController();
    const { signal } = this.#ending;
    await this.updateComplete;
    const video = this.renderRoot.querySelector('video');
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
    const seen = video === null ? null : await scanQr(video, signal);
    // The browser may ask the reader for long: by now it may be off, or another scan may be on.
    if (signal.aborted) return;
    this.on = false;
    if (seen !== null && 'problem' in seen) this.problem = seen.problem;
    if (seen !== null && 'text' in seen) this.dispatchEvent(new CustomEvent<string>('scanned', { detail: seen.text }));
  }

  #stop = async (): Promise<void> => {
    this.#end();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  };

  protected override render(): TemplateResult {
    if (!this.on) {
      return html`<button type="button" class="quiet" @click=${() => void this.#start()}>${this.texts.scan}</button>
        ${this.problem === null ? nothing : html`<p class="problem" role="alert">${this.texts.problems[this.problem]}</p>`}`;
    }
    return html`<div
      class="scan"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') void this.#stop();
      }}
    >
      <p id="scan-note">${this.texts.hold}</p>
      <video muted playsinline aria-labelledby="scan-note"></video>
      <button type="button" class="quiet" @click=${() => void this.#stop()}>${this.texts.off}</button>
    </div>`;
  }
}
