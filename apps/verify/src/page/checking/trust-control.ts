import type { PageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import type { DocumentSource } from '@proofmark/verifying';
import { inputOfText } from '../input/from-text.js';
import { Batch } from './batch.js';
import { relayedDocuments } from './relayed-documents.js';
import { TrustList } from './trust-list.js';

/** What became of a change of the list, by its sentence. */
export type TrustTold = keyof PageTexts['trust'] & ('added' | 'loaded' | 'not-loaded' | 'removed' | 'used');

/** What the list of issuers needs of its page. */
export interface TrustHost {
  readonly shown: () => readonly Report[];
  readonly documents: () => DocumentSource;
  /** The list has changed. `told`: what became of that, for those who only hear it; null where nothing is to be said. */
  readonly onChange: (told: TrustTold | null) => void;
}

/** The reader's list of issuers on one page: what the reader does with it, and what became of that. */
export class TrustControl {
  readonly list: TrustList = new TrustList();
  /** What became of the last change of the list itself; null before. */
  told: TrustTold | null = null;
  readonly #host: TrustHost;

  constructor(host: TrustHost) {
    this.#host = host;
  }

  /** Takes the list as the reader wrote it. */
  async use(text: string, keep: boolean): Promise<void> {
    await this.list.use(text, keep, this.#host.shown(), (url) => this.#badgeAt(url));
    this.tell(this.list.unread.length > 0 ? null : 'used');
  }

  /** Puts the issuer of a badge on the list, or takes it off. */
  mark(report: Report, trusted: boolean): void {
    if (trusted) this.list.add(report);
    else this.list.remove(report);
    this.told = null;
    this.#host.onChange(trusted ? 'added' : 'removed');
  }

  tell(told: TrustTold | null): void {
    this.told = told;
    this.#host.onChange(null);
  }

  /** The badge at an address that the reader named as that of an issuer. */
  async #badgeAt(url: string): Promise<Report | null> {
    const batch = new Batch(inputOfText(url).candidates, {}, relayedDocuments(this.#host.documents(), null), () => undefined);
    await batch.run();
    return batch.rows[0]?.report ?? null;
  }
}
