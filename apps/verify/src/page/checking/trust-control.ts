import { pageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import type { DocumentSource } from '@proofmark/verifying';
import { inputOfText } from '../input/from-text.js';
import { Batch } from './batch.js';
import { relayedDocuments } from './relayed-documents.js';
import { TrustList } from './trust-list.js';

/** What the list of issuers needs of its page. */
export interface TrustHost {
  readonly shown: () => readonly Report[];
  readonly documents: () => DocumentSource;
  /** The list has changed. `told`: what became of that, for those who only hear it; may be empty. */
  readonly onChange: (told: string) => void;
}

/** The reader's list of issuers on one page: what the reader does with it, and what became of that. */
export class TrustControl {
  readonly list: TrustList = new TrustList();
  /** What became of the last change of the list itself; empty before. */
  told = '';
  readonly #host: TrustHost;

  constructor(host: TrustHost) {
    this.#host = host;
  }

  /** Takes the list as the reader wrote it. */
  async use(text: string, keep: boolean): Promise<void> {
    await this.list.use(text, keep, this.#host.shown(), (url) => this.#badgeAt(url));
    this.tell(this.list.unread.length > 0 ? '' : pageTexts.trust.used);
  }

  /** Puts the issuer of a badge on the list, or takes it off. */
  mark(report: Report, trusted: boolean): void {
    if (trusted) this.list.add(report);
    else this.list.remove(report);
    this.told = '';
    this.#host.onChange(trusted ? pageTexts.trust.added : pageTexts.trust.removed);
  }

  tell(told: string): void {
    this.told = told;
    this.#host.onChange('');
  }

  /** The badge at an address that the reader named as that of an issuer. */
  async #badgeAt(url: string): Promise<Report | null> {
    const batch = new Batch(inputOfText(url).candidates, {}, relayedDocuments(this.#host.documents(), null), () => undefined);
    await batch.run();
    return batch.rows[0]?.report ?? null;
  }
}
