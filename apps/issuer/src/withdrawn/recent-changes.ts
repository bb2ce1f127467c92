import type { NotedChange } from '../store/index.js';

/** The changes that were noted last: of a database that was set back, these are missing before all others. */
export interface RecentChanges {
  add(changes: readonly NotedChange[]): void;
  /** The last state of each badge, the oldest first. */
  all(): readonly NotedChange[];
  /** All of `seen` are in the database: of them only the newest is asked for again. */
  found(seen: readonly NotedChange[]): void;
}

/** So many are asked for at most, in one look. */
const MOST = 1000;

export function recentChanges(): RecentChanges {
  const recent = new Map<string, NotedChange>();
  const drop = (changes: readonly NotedChange[]): void => {
    for (const change of changes) if (recent.get(keyOf(change)) === change) recent.delete(keyOf(change));
  };
  return {
    add(changes) {
      for (const change of changes) {
        // To the end of the order.
        recent.delete(keyOf(change));
        recent.set(keyOf(change), change);
      }
      const all = [...recent.values()];
      // The oldest of them is what the last look ended with; it stays.
      if (all.length > MOST) drop(all.slice(1, all.length - MOST + 1));
    },
    all: () => [...recent.values()],
    found: (seen) => drop(seen.slice(0, -1)),
  };
}

function keyOf({ credentialId, purpose }: NotedChange): string {
  return `${credentialId} ${purpose}`;
}
