import { webPorts } from '@proofmark/platform/web';
import type { Report } from '@proofmark/schemas';
import type { DocumentSource } from '@proofmark/verifying';
import type { GatheredInput } from '../input/gather-input.js';
import { Opinions } from '../opinion/opinions.js';
import type { CheckedReceipt } from '../receipt/check-receipts.js';
import { entriesOf } from '../results/entries.js';
import { canLook } from '../results/evidence-items.js';
import { Batch, type Question } from './batch.js';
import { patientDocuments } from './patient-documents.js';
import { relayedDocuments } from './relayed-documents.js';

/** Of so many badges the work is looked at unasked: with three requests for each, half of what GitHub answers in an hour. */
const FEW = 10;

/** What a check needs of its page. */
export interface CheckHost {
  /** The public address of the service from which the page came; null when it does not say. */
  readonly home: () => string | null;
  /** The address of the relay, on this page's own origin; null where there is none. */
  readonly relay: () => string | null;
  /** What the reader wants to know of every badge. */
  readonly question: () => Question;
  readonly onChange: () => void;
}

/** What the reader handed in last, and what became of it. One input takes the place of another. */
export class CurrentCheck {
  batch: Batch | null = null;
  found: GatheredInput | null = null;
  receipts: readonly CheckedReceipt[] = [];
  opinions: Opinions;
  readonly #host: CheckHost;
  /** Kept while the page is open: a forge may have asked for patience. */
  #documents: DocumentSource | null = null;
  /** The reader's choice holds until the page is left. */
  #relayed = false;

  constructor(host: CheckHost) {
    this.#host = host;
    this.opinions = new Opinions(host.onChange);
  }

  /** Ends what is under way, and forgets the input. */
  end(): void {
    this.batch?.end();
    Object.assign(this, { batch: null, found: null, receipts: [], opinions: new Opinions(this.#host.onChange) });
  }

  /** Takes an input; nothing of it is checked yet. */
  take(found: GatheredInput): Batch {
    const address = this.#host.relay();
    const relay = relayedDocuments(this.documents(), address ? new URL(address, location.href).href : null);
    if (this.#relayed) relay.switchOn();
    this.found = found;
    this.batch = new Batch(found.candidates, this.#host.question(), relay, this.#host.onChange);
    return this.batch;
  }

  /** Whether this is still what the reader wants to know. */
  is(batch: Batch): boolean {
    return this.batch === batch;
  }

  /** Asks about all badges again, since the question has changed. */
  ask(): void {
    void this.batch?.ask(this.#host.question());
  }

  /** Asks hosts that do not answer this browser through the relay, or no longer. Answers the batch of which more may be known then. */
  async useRelay(on: boolean): Promise<Batch | null> {
    const { batch } = this;
    this.#relayed = on;
    if (on) await batch?.useRelay();
    else batch?.relay.switchOff();
    this.#host.onChange();
    return on ? batch : null;
  }

  /** Asks about one badge again. */
  async retry(batch: Batch, key: number): Promise<void> {
    await batch.retry(key);
    await this.readReceipts(batch);
  }

  /** Checks the receipts of the input, and compares them with its badges as far as they have come. */
  async readReceipts(batch: Batch): Promise<void> {
    const texts = this.found?.receipts ?? [];
    if (texts.length === 0) return;
    const { checkReceipts } = await import('../receipt/check-receipts.js');
    const checked = await checkReceipts(texts, batch.rows);
    if (!this.is(batch)) return;
    this.receipts = checked;
    this.#host.onChange();
  }

  /**
   * Rechecks the evidence of what the reader handed over, after the verdicts. Of many badges the reader decides: forges answer only so many
   * questions an hour.
   */
  async lookAtFew(batch: Batch): Promise<void> {
    const { entries } = entriesOf(batch.rows);
    const some = entries.some(({ report }) => report !== null && canLook(report));
    if (this.is(batch) && !batch.stopped && !batch.looking && entries.length <= FEW && some) await batch.look();
  }

  /** The reports on the badges, as soon as those that are being checked have theirs. */
  async reports(): Promise<readonly Report[]> {
    const { batch } = this;
    if (batch?.busy) await batch.settled();
    return entriesOf(batch?.rows ?? []).entries.flatMap(({ report }) => report ?? []);
  }

  /** Where documents are asked for, without a relay. */
  documents(): DocumentSource {
    this.#documents ??= patientDocuments(webPorts({ home: this.#host.home() ?? '' }).documents);
    return this.#documents;
  }
}
