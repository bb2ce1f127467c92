import type { PublicReads, PublicStatusList, PublicStatusListKey } from '../reads.js';

/** For how long a list is served without asking whether it has changed, in milliseconds. */
const UNASKED = 1000;
/** The most that is kept, in characters of JSON: some thousand lists. */
const MOST = 64 * 1024 * 1024;

/** Status lists in memory. */
export interface StatusListCache {
  /** The list as it was a second ago at most; null when there is none. */
  find(slug: string | null, list: number, purpose: PublicStatusListKey['purpose']): Promise<PublicStatusList | null>;
  /** To be called when this process has published a list anew: it is then read again. */
  forget(list: Pick<PublicStatusListKey, 'issuerId' | 'listId'>): void;
}

/**
 * Serves lists from memory. Once a second at most, one query asks for the versions of all lists that are kept, and only while lists are
 * asked for: what other processes publish is seen a second later. `ticks` is a clock in milliseconds that never goes back.
 */
export function statusListCache(
  reads: Pick<PublicReads, 'findStatusListDocument' | 'statusListVersions'>,
  { ticks = () => performance.now(), most = MOST }: { readonly ticks?: () => number; readonly most?: number } = {},
): StatusListCache {
  const kept = new Map<string, PublicStatusList>();
  let size = 0;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;
  /** Counts what was forgotten: what was read before that is not kept. */
  let forgotten = 0;

  const drop = (name: string): void => {
    size -= kept.get(name)?.body.length ?? 0;
    kept.delete(name);
  };
  const askVersions = async (): Promise<void> => {
    const at = ticks();
    const asked = [...kept];
    const versions = await reads.statusListVersions(asked.map(([, list]) => list));
    for (const [i, [name, list]] of asked.entries()) if (versions[i] !== list.version && kept.get(name) === list) drop(name);
    askedAt = at;
  };
  const isFresh = (): boolean => ticks() - askedAt < UNASKED;

  return {
    async find(slug, list, purpose) {
      const name = `${purpose} ${list} ${slug ?? ''}`;
      if (kept.has(name) && !isFresh()) {
        asking ??= askVersions().finally(() => {
          asking = null;
        });
        await asking;
      }
      const known = kept.get(name);
      if (known !== undefined) return known;
      const [before, at] = [forgotten, ticks()];
      const found = await reads.findStatusListDocument(slug, list, purpose);
      if (found === null || forgotten !== before) return found;
      drop(name);
      kept.set(name, found);
      size += found.body.length;
      // The first one says when all were asked for; another is as fresh as that or fresher.
      if (kept.size === 1) askedAt = at;
      for (const [oldest] of kept) if (size > most && oldest !== name) drop(oldest);
      return found;
    },
    forget({ issuerId, listId }) {
      forgotten += 1;
      for (const [name, list] of kept) if (list.issuerId === issuerId && list.listId === listId) drop(name);
    },
  };
}
