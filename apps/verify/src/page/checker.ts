import { pageContext, viewStyles } from '@proofmark/badge-element/view';
import { pageTexts } from '@proofmark/messages/page';
import { canVerifyHere, webPorts } from '@proofmark/platform/web';
import type { DocumentSource } from '@proofmark/verifying';
import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { askedInAddress } from './address.js';
import { Batch, type Question } from './checking/batch.js';
import { patientDocuments } from './checking/patient-documents.js';
import { relayedDocuments } from './checking/relayed-documents.js';
import { keepTrust, keptTrust, readTrust } from './checking/trusted.js';
import { droppedFiles, visibleFiles } from './input/from-drop.js';
import { inputOfText } from './input/from-text.js';
import { type GatheredInput, gatherFiles, gatherInput } from './input/gather-input.js';
import { inputOfQr } from './input/qr/qr-input.js';
import { pageAddress } from './results/check-again.js';
import { type Entry, entriesOf } from './results/entries.js';
import { canLook } from './results/evidence-items.js';
import { checkerStyles } from './styles.js';
import { findingsOf } from './view/found.js';
import { inputFormView } from './view/input-form.js';
import { relayView } from './view/relay.js';
import { type LaterViews, resultsView } from './view/results.js';
import type { Role } from './view/skills.js';
import { statusView } from './view/status.js';
import { trustView } from './view/trust.js';

/** Of so many badges the work is looked at unasked: with three requests for each, half of what GitHub answers in an hour. */
const FEW = 10;

/** The whole page: the input form, and the reports. The input stays in the form, also after an error. */
export class ProofmarkChecker extends LitElement {
  static override properties: PropertyDeclarations = {
    home: { type: String },
    relay: { type: String },
    text: { state: true },
    reading: { state: true },
    problem: { state: true },
    recipient: { state: true },
    trusted: { state: true },
    wanted: { state: true },
    told: { state: true },
    opened: { state: true },
    dragged: { state: true },
  };
  static override styles: CSSResultGroup = [viewStyles, checkerStyles];

  /** The public address of the service from which the page came; null when it does not say. */
  declare home: string | null;
  /** The address of the relay, on this page's own origin; null where there is none. */
  declare relay: string | null;
  declare protected text: string;
  /** What is being read, for the progress line; null when nothing is. */
  declare protected reading: { readonly done: number; readonly total: number } | null;
  declare protected problem: string;
  declare protected recipient: string;
  declare protected trusted: string;
  /** The skills of a role. */
  declare protected wanted: Role;
  declare protected told: string;
  declare protected opened: string | null;
  declare protected dragged: boolean;
  #batch: Batch | null = null;
  /** Kept while the page is open: a forge may have asked for patience. */
  #documents: DocumentSource | null = null;
  #found: GatheredInput | null = null;
  #receipts: TemplateResult | null = null;
  #laterViews: LaterViews | null = null;
  /** The reader's choice holds until the page is left. */
  #relayed = false;

  constructor() {
    super();
    this.home = null;
    this.relay = null;
    this.text = '';
    this.reading = null;
    this.problem = '';
    this.recipient = '';
    this.trusted = keptTrust();
    this.wanted = { text: '', years: 3 };
    this.told = '';
    this.opened = null;
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
    void this.#begin(gatherInput([inputOfText(url)]), false);
  };

  #onCheck = (): void => {
    if (this.text.trim() === '') this.#refuse(pageTexts.refused.empty);
    else void this.#begin(gatherInput([inputOfText(this.text)]), true);
  };

  async #onFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) {
      this.#refuse(pageTexts.refused['empty-folder']);
      return;
    }
    this.#refuse('');
    this.reading = { done: 0, total: files.length };
    const found = await gatherFiles(files, (done, total) => {
      this.reading = { done, total };
    });
    this.reading = null;
    await this.#begin(found, true);
  }

  async #onDrop(transfer: DataTransfer): Promise<void> {
    const dropped = transfer.getData('text/uri-list') || transfer.getData('text/plain');
    const files = await droppedFiles(transfer);
    if (files.length > 0 || dropped === '') await this.#onFiles(files);
    else {
      this.text = dropped;
      this.#onCheck();
    }
  }

  #onScanned = (event: CustomEvent<string>): void => {
    const input = inputOfQr(event.detail, 'QR code');
    if (input !== null) void this.#begin(gatherInput([input]), true);
    else void this.#begin(gatherInput([], [{ name: 'The QR code', problem: 'for-wallets' }]), true);
  };

  #refuse(problem: string): void {
    this.#batch?.end();
    this.#batch = null;
    this.#found = null;
    this.#receipts = null;
    this.opened = null;
    this.told = '';
    this.problem = problem;
  }

  async #begin(found: GatheredInput, byHand: boolean): Promise<void> {
    this.#refuse('');
    this.#found = found;
    this.recipient = '';
    if (!canVerifyHere()) {
      this.#refuse(pageTexts.refused.browser);
      return;
    }
    this.#documents ??= patientDocuments(webPorts({ home: this.home ?? '' }).documents);
    const relay = relayedDocuments(this.#documents, this.relay ? new URL(this.relay, location.href).href : null);
    if (this.#relayed) relay.switchOn();
    const batch = new Batch(found.candidates, this.#question(), relay, () => this.requestUpdate());
    this.#batch = batch;
    this.requestUpdate();
    const later = this.#loadLaterViews();
    await batch.run();
    await later;
    if (found.receipts.length > 0) await this.#readReceipts(batch, found.receipts);
    await this.updateComplete;
    if (byHand && this.#batch === batch) this.renderRoot.querySelector('.results')?.scrollIntoView({ block: 'start' });
    await this.#lookAtFew(batch);
  }

  /**
   * Rechecks the evidence of what the reader handed over, after the verdicts. Of many badges the reader decides: forges answer only so many
   * questions an hour.
   */
  async #lookAtFew(batch: Batch): Promise<void> {
    const { entries } = entriesOf(batch.rows);
    const some = entries.some(({ report }) => report !== null && canLook(report));
    if (this.#batch === batch && entries.length <= FEW && some) await batch.look();
  }

  #onRelay = async (on: boolean): Promise<void> => {
    const batch = this.#batch;
    this.#relayed = on;
    if (batch === null) return;
    if (on) {
      await batch.useRelay();
      await this.#lookAtFew(batch);
    } else {
      batch.relay.switchOff();
      this.requestUpdate();
    }
  };

  async #loadLaterViews(): Promise<void> {
    this.#laterViews ??= await import('./view/later-views.js').catch(() => null);
    this.requestUpdate();
  }

  async #readReceipts(batch: Batch, texts: readonly string[]): Promise<void> {
    const { checkReceipts } = await import('./receipt/check-receipts.js');
    const checked = await checkReceipts(texts, batch.rows);
    if (this.#batch !== batch || this.#laterViews === null) return;
    this.#receipts = this.#laterViews.receiptsView(checked, pageContext());
    this.requestUpdate();
  }

  #question(): Question {
    return { ...readTrust(this.trusted), ...(this.recipient === '' ? {} : { recipient: this.recipient }) };
  }

  #onRecipient = (recipient: string): void => {
    this.recipient = recipient;
    void this.#batch?.ask(this.#question());
  };

  #onTrust = (trusted: string, keep: boolean): void => {
    this.trusted = trusted;
    keepTrust(keep ? trusted : '');
    void this.#batch?.ask(this.#question());
  };

  /** Moves the focus into the opened badge, and back to the button that opened it. */
  #onOpen = async (entry: Entry | null): Promise<void> => {
    const from = this.opened;
    this.opened = entry === null || entry.id === from ? null : entry.id;
    await this.updateComplete;
    const place = this.opened === null ? `tr[data-entry="${from}"] button` : '#opened';
    this.renderRoot.querySelector<HTMLElement>(place)?.focus();
  };

  protected override render(): TemplateResult {
    const batch = this.#batch;
    const { entries, others } = entriesOf(batch?.rows ?? []);
    const way = { text: this.text, dragged: this.dragged, busy: this.reading !== null || (batch?.busy ?? false) };
    return html`${inputFormView(way, {
      onText: (text) => {
        this.text = text;
      },
      onCheck: this.#onCheck,
      onFiles: (files) => void this.#onFiles([...files]),
      onFolder: (files) => void this.#onFiles(visibleFiles(files)),
      onDrop: (transfer) => void this.#onDrop(transfer),
      onDragged: (over) => {
        this.dragged = over;
      },
      onScanned: this.#onScanned,
    })}
      ${trustView({ text: this.trusted, kept: keptTrust() !== '', onTrust: this.#onTrust })}
      <div class="status" role="status">${statusView({
        reading: this.reading,
        problem: this.problem,
        told: this.told,
        batch,
        entries,
        receipts: this.#found?.receipts.length ?? 0,
      })}</div>
      ${
        batch === null
          ? nothing
          : html`<div class="results">
              <p class="print-only print-title">${pageTexts.headings.record}</p>
              ${this.#receipts ?? nothing} ${batch.busy ? nothing : findingsOf(this.#found, batch.rows, entries, others)} ${relayView(batch, this.#onRelay)}
              ${resultsView(
                {
                  batch,
                  entries,
                  opened: this.opened,
                  recipient: this.recipient,
                  role: this.wanted,
                  record: {
                    page: pageAddress(location, this.home ?? ''),
                    told: this.told,
                    onTold: (text) => {
                      this.told = text;
                    },
                  },
                  onOpen: (entry) => void this.#onOpen(entry),
                  onRecipient: this.#onRecipient,
                  onRole: (role) => {
                    this.wanted = role;
                  },
                  onStop: () => batch.stop(),
                  onGoOn: () => void batch.run(),
                },
                pageContext(undefined, undefined, this.home ?? ''),
                this.#laterViews,
              )}
            </div>`
      }`;
  }
}
