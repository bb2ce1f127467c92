import type { Store } from '../ports.js';

/** Writes down that a key is used at a time. */
export type RememberUse = (keyId: string, at: Date) => Promise<void>;

/** How often the use of one key is written down by one process, in milliseconds, and of how many keys that is known. */
const EVERY = 3_600_000;
const MOST_KEYS = 10_000;

/** Writes down the use of each key once an hour. A key works also where that cannot be written: the disk may be full. */
export function rememberUse({ apiKeys }: Pick<Store, 'apiKeys'>): RememberUse {
  const written = new Map<string, number>();
  return async (keyId, at) => {
    const last = written.get(keyId);
    if (last !== undefined && Math.abs(at.getTime() - last) < EVERY) return;
    if (written.size >= MOST_KEYS) written.clear();
    written.set(keyId, at.getTime());
    await apiKeys.used(keyId, at).catch(() => undefined);
  };
}
