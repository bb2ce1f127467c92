import { pageContext, viewStyles } from '@proofmark/badge-element/view';
import type { Report } from '@proofmark/schemas';
import { describeVerdict } from '@proofmark/verifying/words';
import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { askedInAddress } from './address.js';
import { type HandedIn, handedInText } from './handed-in.js';
import { type Inspection, inspect } from './inspection.js';
import { resultView } from './result-view.js';
import { checkerStyles } from './styles.js';

/** Larger files are no badges; reading them would only stop the page. */
const MAX_FILE = 20_000_000;

/** The whole page: the way in, and the report. What was put in stays there, also after an error. */
export class ProofmarkChecker extends LitElement {
  static override properties: PropertyDeclarations = {
    text: { state: true },
    fileName: { state: true },
    problem: { state: true },
    report: { state: true },
    recipient: { state: true },
    busy: { state: true },
    dragged: { state: true },
  };
  static override styles: CSSResultGroup = [viewStyles, checkerStyles];

  declare protected text: string;
  declare protected fileName: string;
  declare protected problem: string;
  declare protected report: Report | null;
  declare protected recipient: string;
  declare protected busy: boolean;
  declare protected dragged: boolean;
  #inspection: Inspection | null = null;

  constructor() {
    super();
    this.text = '';
    this.fileName = '';
    this.problem = '';
    this.report = null;
    this.recipient = '';
    this.busy = false;
    this.dragged = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onAddress);
    this.#onAddress();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onAddress);
  }

  #onAddress = (): void => {
    const url = askedInAddress(location);
    if (url === null) return;
    this.text = url;
    void this.#begin(handedInText(url), false);
  };

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#begin(handedInText(this.text), true);
  };

  #onFiles = async (files: FileList | null | undefined): Promise<void> => {
    const file = files?.[0];
    if (file === undefined) return;
    this.fileName = file.name;
    if (file.size > MAX_FILE) {
      this.#refuse('This file is larger than any badge. Choose the badge file itself.');
      return;
    }
    await this.#begin({ input: { bytes: new Uint8Array(await file.arrayBuffer()) } }, true);
  };

  #onDrop = (event: DragEvent): void => {
    event.preventDefault();
    this.dragged = false;
    const dropped = event.dataTransfer?.getData('text/uri-list') || event.dataTransfer?.getData('text/plain');
    if (event.dataTransfer?.files.length) void this.#onFiles(event.dataTransfer.files);
    else if (dropped) {
      this.text = dropped;
      void this.#begin(handedInText(dropped), true);
    }
  };

  #refuse(problem: string): void {
    this.#inspection = null;
    this.report = null;
    this.busy = false;
    this.problem = problem;
  }

  async #begin(handedIn: HandedIn, byHand: boolean): Promise<void> {
    if ('problem' in handedIn) {
      this.#refuse(handedIn.problem);
      return;
    }
    this.report = null;
    this.problem = '';
    this.recipient = '';
    this.#inspection = inspect(handedIn.input);
    await this.#ask();
    await this.updateComplete;
    if (byHand && this.report !== null) this.renderRoot.querySelector('.result')?.scrollIntoView({ block: 'start' });
  }

  async #ask(): Promise<void> {
    const inspection = this.#inspection;
    if (inspection === null) return;
    this.busy = true;
    try {
      const report = await inspection.ask(this.recipient);
      if (this.#inspection === inspection) this.report = report;
    } catch {
      if (this.#inspection === inspection)
        this.#refuse('This browser could not run the check. Open this page over https in a current browser and try again.');
    } finally {
      if (this.#inspection === inspection) this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    return html`${this.#form()}
      <div class="status" role="status">${this.#status()}</div>
      ${
        this.report === null
          ? nothing
          : html`<div class=${this.report.verdict === 'do-not-rely' ? 'result doubtful' : 'result'}>
              ${resultView(this.report, pageContext(), {
                busy: this.busy,
                recipient: this.recipient,
                onRetry: () => void this.#ask(),
                onRecipient: (recipient) => {
                  this.recipient = recipient;
                  void this.#ask();
                },
              })}
            </div>`
      }`;
  }

  #status(): TemplateResult | string | typeof nothing {
    if (this.busy) return 'Checking …';
    if (this.problem !== '') return html`<p class="problem">${this.problem}</p>`;
    if (this.report !== null) return html`<span class="visually-hidden">Result: ${describeVerdict(this.report).title}</span>`;
    return html`<p class="muted">Nothing has been checked yet.</p>`;
  }

  #form(): TemplateResult {
    return html`<form
      class=${this.dragged ? 'way-in dragged' : 'way-in'}
      @submit=${this.#onSubmit}
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.dragged = true;
      }}
      @dragleave=${() => {
        this.dragged = false;
      }}
      @drop=${this.#onDrop}
    >
      <label for="badge">Paste a badge or its link</label>
      <textarea
        id="badge"
        rows="4"
        spellcheck="false"
        autocomplete="off"
        placeholder="https://…"
        .value=${this.text}
        @input=${(event: InputEvent) => {
          this.text = (event.target as HTMLTextAreaElement).value;
        }}
      ></textarea>
      <button type="submit" ?disabled=${this.busy}>Check</button>
      <p class="file">
        <label for="file">Or choose a badge file, or drop it here (JSON, PNG or SVG)</label>
        <input id="file" type="file" @change=${(event: Event) => void this.#onFiles((event.target as HTMLInputElement).files)} />
      </p>
    </form>`;
  }
}
