import { type CSSResultGroup, css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { checkerStyles } from '../styles.js';
import { type CameraProblem, scanQr } from '../taking-in/qr/camera.js';

const PROBLEMS: Readonly<Record<CameraProblem, string>> = {
  refused: 'The camera may not be used here. Allow it in your browser’s settings for this page, or choose a photo of the code.',
  none: 'There is no camera that this page could use. Choose a photo of the code instead.',
  busy: 'The camera is in use by another program. Close that one, or choose a photo of the code.',
};

/**
 * The camera, switched on only by the reader's click, and off again with the first QR code, with Esc, or with its button. Tells its
 * host of a code by the event `scanned`, whose detail is the code's text.
 */
export class ProofmarkCamera extends LitElement {
  static override properties: PropertyDeclarations = { on: { state: true }, problem: { state: true } };
  static override styles: CSSResultGroup = [
    checkerStyles,
    css`
      :host { display: block; }
      video { inline-size: 100%; max-inline-size: 28rem; border-radius: 0.4rem; background: black; }
      .scan { display: grid; gap: 0.5rem; justify-items: start; }
    `,
  ];

  declare protected on: boolean;
  declare protected problem: CameraProblem | null;
  #ending = new AbortController();

  constructor() {
    super();
    this.on = false;
    this.problem = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ending.abort();
  }

  async #start(): Promise<void> {
    this.problem = null;
    this.on = true;
    this.#ending = new AbortController();
    await this.updateComplete;
    const video = this.renderRoot.querySelector('video');
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
    const seen = video === null ? null : await scanQr(video, this.#ending.signal);
    this.on = false;
    if (seen !== null && 'problem' in seen) this.problem = seen.problem;
    if (seen !== null && 'text' in seen) this.dispatchEvent(new CustomEvent<string>('scanned', { detail: seen.text }));
  }

  #stop = async (): Promise<void> => {
    this.#ending.abort();
    this.on = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  };

  protected override render(): TemplateResult {
    if (!this.on) {
      return html`<button type="button" class="quiet" @click=${() => void this.#start()}>Scan a QR code with the camera</button>
        ${this.problem === null ? nothing : html`<p class="problem" role="alert">${PROBLEMS[this.problem]}</p>`}`;
    }
    return html`<div
      class="scan"
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'Escape') void this.#stop();
      }}
    >
      <p id="scan-note">Hold the QR code into the picture. The pictures stay in this page.</p>
      <video muted playsinline aria-labelledby="scan-note"></video>
      <button type="button" class="quiet" @click=${() => void this.#stop()}>Switch the camera off</button>
    </div>`;
  }
}
