import { signerOf } from '@proofmark/messages/card';
import { isDocumentAddress, isTrustEntry, isUrl, mapLimited } from '@proofmark/primitives';
import type { Report } from '@proofmark/schemas';
import { isPublicRegistry } from './public-registries.js';
import { entriesIn, keepTrust, keptTrust, readTrust, type Trust, withEntry, withoutEntry } from './trusted.js';

/** Addresses that are looked at at the same time. */
const AT_ONCE = 4;

/** Checks the badge at an address; null where there is none. */
export type BadgeAt = (url: string) => Promise<Report | null>;

/** Whom the reader trusts, and beside that whom the operator of the page trusts for all readers. */
export class TrustList {
  /** The reader's own list, one entry on each line. */
  text: string = keptTrust();
  /** Lines that name nothing which could be compared. */
  unread: readonly string[] = [];
  /** The host of who runs the page; empty where a copy on a disk does not know it. */
  operatorHost = '';
  #operator = '';
  /** Whether this browser keeps the list. */
  #isKept = this.text !== '';
  /** Entries of which is known whether they stand for an issuer: that is asked once, of the badges that are shown then. */
  #settled: ReadonlySet<string> = new Set(entriesIn(this.text));

  /** The operator's list, one entry on each line. */
  get operator(): string {
    return this.#operator;
  }

  /** Takes the operator's list, its entries with white space between them. */
  set operator(entries: string) {
    this.#operator = entries.trim().split(/\s+/).join('\n');
  }

  question(): Trust {
    // An address is asked as that of a registry once it is known that no badge is there.
    const isPending = (entry: string): boolean => isDocumentAddress(entry) && this.#isFresh(entry);
    const known = this.text.split('\n').filter((line) => !entriesIn(line).some(isPending));
    return readTrust(`${known.join('\n')}\n${this.operator}`);
  }

  /** Takes a list as the reader wrote it. Answers its new entries that may stand for an issuer, for `issuersOf`. */
  use(text: string, keep: boolean): readonly string[] {
    this.unread = entriesIn(text).filter((entry) => !isTrustEntry(entry));
    const entries = entriesIn(text);
    this.#settled = new Set(entries.filter((entry) => this.#settled.has(entry)));
    this.text = text;
    this.#isKept = keep;
    this.#keep();
    return entries.filter((entry) => this.#isFresh(entry));
  }

  /** Whether it is not known yet what an entry stands for. */
  #isFresh(entry: string): boolean {
    return !this.#settled.has(entry) && !entry.startsWith('did:') && isTrustEntry(entry) && !isPublicRegistry(entry);
  }

  /** Puts identifiers of issuers in the place of the entries that stand for them; null: for none. */
  replace(issuers: ReadonlyMap<string, string | null>): void {
    const left = new Set(entriesIn(this.text));
    for (const [entry, id] of issuers) if (id !== null && left.has(entry)) this.text = withEntry(withoutEntry(this.text, entry), id, entry);
    this.#settled = new Set([...this.#settled, ...issuers.keys()]);
    this.#keep();
  }

  /** Puts the issuer of a badge on the list, which this browser keeps from now on. */
  add(report: Report): void {
    const id = provedIssuer(report);
    if (id === null) return;
    this.text = withEntry(this.text, id, signerOf(report)?.host ?? '');
    this.#isKept = true;
    this.#keep();
  }

  /** Takes the issuer of a badge off the list. */
  remove(report: Report): void {
    const entry = report.checks['issuer-trusted'].detail?.entry;
    this.text = withoutEntry(this.text, String(entry ?? report.badge?.issuer.id ?? ''));
    this.#keep();
  }

  #keep(): void {
    keepTrust(this.#isKept ? this.text : '');
  }

  /** Whether the reader's own list confirms the issuer of a badge. */
  isOwn(report: Report): boolean {
    const { outcome, detail } = report.checks['issuer-trusted'];
    return outcome === 'passed' && entriesIn(this.text).includes(String(detail?.entry));
  }

  /** Whether it is confirmed by the operator's list alone: by an entry of it, or by a registry that the operator chose. */
  byOperator(report: Report): 'entry' | 'registry' | null {
    const { outcome, detail } = report.checks['issuer-trusted'];
    if (outcome !== 'passed' || this.isOwn(report)) return null;
    // An answer to an earlier list may name an entry that is on neither.
    if (detail?.registry === undefined) return entriesIn(this.operator).includes(String(detail?.entry)) ? 'entry' : null;
    return readTrust(this.text).registries === undefined ? 'registry' : null;
  }
}

/**
 * The issuers for which entries stand: what the page shows of a badge stands for its issuer, which is the proved host, and the address of
 * the badge. An address that is not shown is looked at once; where no badge is, it is taken for that of a registry. Null: for no issuer.
 */
export async function issuersOf(
  entries: readonly string[],
  shown: readonly Report[],
  badgeAt: BadgeAt,
): Promise<Map<string, string | null>> {
  const issuers = new Map<string, string | null>();
  await mapLimited(AT_ONCE, entries, async (entry) => {
    const report =
      shown.find((one) => names(one, entry)) ??
      (isDocumentAddress(entry) && !shown.some(({ badge }) => badge?.id === entry) ? await badgeAt(entry) : null);
    issuers.set(entry, report === null ? null : provedIssuer(report));
  });
  return issuers;
}

/** The id of an issuer that is proved to have issued the badge, or null. */
export const provedIssuer = (report: Report): string | null => (signerOf(report) === null ? null : (report.badge?.issuer.id ?? null));

/** Whether an entry is what the page shows of a badge: its own address, or the host of an issuer that has proved no domain. */
function names(report: Report, entry: string): boolean {
  const { badge } = report;
  if (provedIssuer(report) === null) return false;
  if (isDocumentAddress(entry)) return badge?.id === entry;
  const address = `https://${entry.replace(/^https?:\/\//i, '')}`;
  const signer = signerOf(report);
  return signer?.shared === true && isUrl(address) && new URL(address).host === signer.host;
}
