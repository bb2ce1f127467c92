import type { StatusBits } from '@proofmark/credentials';
import type { JsonObject } from '@proofmark/schemas';

/** A status list, as far as it does not depend on the entry that names it. */
export type ReadList =
  | {
      readonly kind: 'list';
      readonly id: string | null;
      readonly issuer: string | null;
      /** Whether it is proved to be its issuer's. */
      readonly authentic: boolean;
      readonly purposes: readonly string[];
      readonly bits: StatusBits;
      /** When it counts, as far as it says so: every date that it states, as written. */
      readonly from: readonly string[];
      readonly until: readonly string[];
      /** Its terms of use, by which it may name a list of suspensions. */
      readonly terms: readonly JsonObject[];
      /** For how long a copy may be used without asking, in milliseconds; null where it does not say. */
      readonly ttl: number | null;
    }
  | { readonly kind: 'invalid'; readonly fault: string };

/** A status list as it was read once, with what tells whether it has changed since. */
export interface KeptList {
  readonly list: ReadList;
  readonly etag: string | null;
  /** The document as served. */
  readonly body: Uint8Array;
  /** When it was asked for, in milliseconds since 1970 UTC. */
  readonly askedAt: number;
}

/** Status lists that were read before, by their address. Several verifications may share one; see `listCache`. */
export interface ListCache {
  get(url: string): KeptList | undefined;
  put(url: string, kept: KeptList): void;
}

/**
 * A cache in memory, for the ports of a process or a page: verifying many badges then asks for their list once.
 *
 * @param maxBytes how much it may hold, as served and unfolded; the lists that were used least recently are forgotten first
 */
export function listCache(maxBytes = 33_554_432): ListCache {
  const kept = new Map<string, KeptList>();
  let bytes = 0;
  const forget = (url: string): void => {
    bytes -= sizeOf(kept.get(url));
    kept.delete(url);
  };
  return {
    get(url) {
      const found = kept.get(url);
      if (found === undefined) return undefined;
      // A map iterates in the order of insertion: what was used last goes to the end.
      kept.delete(url);
      kept.set(url, found);
      return found;
    },
    put(url, one) {
      forget(url);
      if (sizeOf(one) > maxBytes) return;
      kept.set(url, one);
      bytes += sizeOf(one);
      for (const [oldest] of kept) {
        if (bytes <= maxBytes) break;
        forget(oldest);
      }
    },
  };
}

function sizeOf(kept: KeptList | undefined): number {
  if (kept === undefined) return 0;
  return kept.body.length + (kept.list.kind === 'list' ? kept.list.bits.bytes.length : 0) + 1024;
}
