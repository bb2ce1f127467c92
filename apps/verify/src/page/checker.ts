import { pageContext, viewStyles } from '@proofmark/badge-element/view';
import { canVerifyHere, webPorts } from '@proofmark/hosts/web';
import { describeVerdict } from '@proofmark/verifying/words';
import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { askedInAddress } from './address.js';
import { Batch, type Question } from './checking/batch.js';
import { hostOptions } from './checking/host-options.js';
import { keepTrust, keptTrust, readTrust } from './checking/trusted.js';
import { pageAddress } from './results/check-again.js';
import { countSentence } from './results/count.js';
import { type Entry, entriesOf, type OtherLink } from './results/entries.js';
import { canLook } from './results/pieces.js';
import { checkerStyles } from './styles.js';
import { droppedFiles, visibleFiles } from './taking-in/from-drop.js';
import { takeText } from './taking-in/from-text.js';
import { type HandedIn, handedIn, handInFiles, MOST } from './taking-in/hand-in.js';
import { takeQr } from './taking-in/qr/take-qr.js';
import { findingsView } from './view/found.js';
import { type More, resultsView } from './view/results.js';
import type { Role } from './view/skills.js';
import { trustView } from './view/trust.js';
import { wayInView } from './view/way-in.js';

/** The whole page: the way in, and the reports. What was put in stays there, also after an error. */
export class ProofmarkChecker extends LitElement {
  static override properties: PropertyDeclarations = {
    home: { type: String },
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

  /** The public address of the service from which the page came; empty when it does not say. */
  declare home: string;
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
  #found: HandedIn | null = null;
  #receipts: TemplateResult | null = null;
  #more: More | null = null;

  constructor() {
    super();
    this.home = '';
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
    void this.#begin(handedIn([takeText(url)]), false);
  };

  #onCheck = (): void => {
    if (this.text.trim() === '') this.#refuse('There is nothing to check yet. Paste a badge or its link, or choose a file.');
    else void this.#begin(handedIn([takeText(this.text)]), true);
  };

  async #onFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) {
      this.#refuse('There are no files in this folder.');
      return;
    }
    this.#refuse('');
    this.reading = { done: 0, total: files.length };
    const found = await handInFiles(files, (done, total) => {
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
    const taken = takeQr(event.detail, 'QR code');
    if (taken !== null) void this.#begin(handedIn([taken]), true);
    else void this.#begin(handedIn([], [{ name: 'The QR code', problem: 'for-wallets' }]), true);
  };

  #refuse(problem: string): void {
    this.#batch = null;
    this.#found = null;
    this.#receipts = null;
    this.opened = null;
    this.told = '';
    this.problem = problem;
  }

  async #begin(found: HandedIn, byHand: boolean): Promise<void> {
    this.#refuse('');
    this.#found = found;
    this.recipient = '';
    if (!canVerifyHere()) {
      this.#refuse('This browser could not run the check. Open this page over https in a current browser and try again.');
      return;
    }
    const batch = new Batch(found.candidates, this.#question(), webPorts(hostOptions(location, this.home)), () => this.requestUpdate());
    this.#batch = batch;
    this.requestUpdate();
    const more = this.#loadMore();
    await batch.run();
    await more;
    if (found.receipts.length > 0) await this.#readReceipts(batch, found.receipts);
    await this.updateComplete;
    if (byHand && this.#batch === batch) this.renderRoot.querySelector('.results')?.scrollIntoView({ block: 'start' });
    // One badge: its work is looked at without being asked to, once the verdict is there. Many badges name many hosts: there the reader decides.
    const { entries } = entriesOf(batch.rows);
    const [only] = entries;
    if (entries.length === 1 && only?.report && canLook(only.report)) await batch.look();
  }

  async #loadMore(): Promise<void> {
    this.#more ??= await import('./view/more.js').catch(() => null);
    this.requestUpdate();
  }

  async #readReceipts(batch: Batch, texts: readonly string[]): Promise<void> {
    const { checkReceipts } = await import('./receipt/check-receipts.js');
    const checked = await checkReceipts(texts, batch.rows);
    if (this.#batch !== batch || this.#more === null) return;
    this.#receipts = this.#more.receiptsView(checked, pageContext());
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

  /** The reader's place follows: into the opened badge, and back to the button that opened it. */
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
    return html`${wayInView(way, {
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
      <div class="status" role="status">${this.#status(entries)}</div>
      ${
        batch === null
          ? nothing
          : html`<div class="results">
              <p class="print-only print-title">Record of a badge check</p>
              ${this.#receipts ?? nothing} ${batch.busy ? nothing : this.#findings(entries, others)}
              ${resultsView(
                {
                  batch,
                  entries,
                  opened: this.opened,
                  recipient: this.recipient,
                  role: this.wanted,
                  record: {
                    page: pageAddress(location, this.home),
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
                pageContext(),
                this.#more,
              )}
            </div>`
      }`;
  }

  #findings(entries: readonly Entry[], others: readonly OtherLink[]): TemplateResult | typeof nothing {
    if (this.#found === null) return nothing;
    const { passedOver, notRead, leftOut } = this.#found;
    const links = this.#batch?.rows.filter(({ candidate }) => candidate.from !== '' && 'url' in candidate.input) ?? [];
    const counts = [...new Set(links.map(({ candidate }) => candidate.from))].map((from) => ({
      from,
      badges: entries.filter(({ row, report }) => row.candidate.from === from && report?.badge).length,
    }));
    return findingsView({ counts, others, passedOver, notRead, leftOut, most: MOST });
  }

  /** The one place that speaks to those who do not see the page: when the check begins, and what came out of it. */
  #status(entries: readonly Entry[]): TemplateResult | string {
    const batch = this.#batch;
    if (this.reading !== null) return this.reading.total === 1 ? 'Reading …' : `Reading ${this.reading.total} files …`;
    if (this.problem !== '') return html`<p class="problem">${this.problem}</p>`;
    if (batch === null) return html`<p class="muted">Nothing has been checked yet.</p>`;
    if (batch.busy) return 'Checking …';
    const [only] = entries;
    if (batch.stopped) return html`<span class="visually-hidden">Stopped.</span>`;
    if (this.told !== '') return html`<span class="visually-hidden">${this.told}</span>`;
    if (only === undefined && this.#found?.receipts.length) return html`<span class="visually-hidden">The receipt was checked.</span>`;
    if (only === undefined) return html`<p class="problem">There is no badge in what you handed in that this page could see.</p>`;
    if (only.report === null)
      return html`<p class="problem">This browser could not run the check. Open this page in a current browser and try again.</p>`;
    return html`<span class="visually-hidden">Result: ${entries.length === 1 ? describeVerdict(only.report).title : countSentence(entries)}</span>`;
  }
}
