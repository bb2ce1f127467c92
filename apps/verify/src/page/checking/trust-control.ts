import type { PageTexts } from '@proofmark/messages/page';
import type { Report } from '@proofmark/schemas';
import type { DocumentSource } from '@proofmark/verifying';
import { inputOfText } from '../input/from-text.js';
import { Batch } from './batch.js';
import { relayedDocuments } from './relayed-documents.js';
import { issuersOf, TrustList } from './trust-list.js';

/** What became of a change of the list, by its sentence. */
export type TrustTold = keyof PageTexts['trust'] & ('added' | 'loaded' | 'not-loaded' | 'removed' | 'used');

/** What the list of issuers needs of its page. */
export interface TrustHost {
  /** The reports on what the page shows, as soon as what is being checked has its own. */
  readonly shown: () => Promise<readonly Report[]>;
  readonly documents: () => DocumentSource;
  /** Draws the list. `told`: what became of it, for those who only hear it; null where nothing is to be said. */
  readonly draw: (told: TrustTold | null) => void;
  /** Asks about the badges of the page again. */
  readonly ask: () => void;
}

/** The reader's list of issuers on one page: what the reader does with it, and what became of that. */
export class TrustControl {
  readonly list: TrustList = new TrustList();
  /** What became of the last change of the list itself; null before. */
  told: TrustTold | null = null;
  readonly #host: TrustHost;
  /** What the reader wrote last counts. */
  #uses = 0;

  constructor(host: TrustHost) {
    this.#host = host;
  }

  /** Takes the list as the reader wrote it. What stands for an issuer on the page is told apart once the badges there are checked. */
  async use(text: string, keep: boolean): Promise<void> {
    this.#uses += 1;
    const use = this.#uses;
    const fresh = this.list.use(text, keep);
    const shown = this.#host.shown();
    this.tell(this.list.unread.length > 0 ? null : 'used');
    this.#host.ask();
    if (fresh.length === 0) return;
    const isWanted = (): boolean => use === this.#uses;
    const issuers = await issuersOf(fresh, await shown, async (url) => (isWanted() ? this.#badgeAt(url) : null));
    if (!isWanted()) return;
    this.list.replace(issuers);
    this.#host.draw(null);
    this.#host.ask();
  }

  /** Puts the issuer of a badge on the list, or takes it off. */
  mark(report: Report, trusted: boolean): void {
    if (trusted) this.list.add(report);
    else this.list.remove(report);
    this.told = null;
    this.#host.draw(trusted ? 'added' : 'removed');
    this.#host.ask();
  }

  tell(told: TrustTold | null): void {
    this.told = told;
    this.#host.draw(null);
  }

  /** The badge at an address that the reader named as that of an issuer. */
  async #badgeAt(url: string): Promise<Report | null> {
    const batch = new Batch(inputOfText(url).candidates, {}, relayedDocuments(this.#host.documents(), null), () => undefined);
    await batch.run();
    batch.end();
    return batch.rows[0]?.report ?? null;
  }
}
