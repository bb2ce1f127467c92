import type { PublicReads } from '../../public/reads.js';
import { troubleOf } from '../database/trouble.js';

export interface ReplicaReadsOptions {
  readonly primary: PublicReads;
  readonly replica: PublicReads;
  /** Whether the standby is up to date just now. */
  readonly isFresh: () => boolean;
}

type Name = keyof PublicReads;

/** What must not be old by a moment: what was withdrawn, and which keys count. */
const OF_THE_PRIMARY: ReadonlySet<Name> = new Set([
  'findStatusListDocument',
  'listSigningKeys',
  'listKeysOfAll',
  'findRecordHead',
  'listRecordKeys',
  'findRecordFile',
  'findRecordSalt',
]);

/**
 * Public reads from a standby. The primary is asked where the standby lags or cannot be asked, and where it finds nothing: what was written a
 * moment ago may not have come there.
 */
export function replicaReads({ primary, replica, isFresh }: ReplicaReadsOptions): PublicReads {
  const read = (name: Name): unknown => {
    const [first, second] = [replica[name], primary[name]] as unknown as ((...of: unknown[]) => Promise<unknown>)[];
    if (first === undefined || second === undefined || OF_THE_PRIMARY.has(name)) return primary[name];
    return async (...of: unknown[]): Promise<unknown> => {
      if (!isFresh()) return second(...of);
      try {
        const found = await first(...of);
        return isNothing(found) ? await second(...of) : found;
      } catch (error) {
        if (troubleOf(error) === null) throw error;
        return second(...of);
      }
    };
  };
  return Object.fromEntries((Object.keys(primary) as Name[]).map((name) => [name, read(name)])) as unknown as PublicReads;
}

function isNothing(found: unknown): boolean {
  return found === null || found === false || (Array.isArray(found) && found.length === 0);
}
