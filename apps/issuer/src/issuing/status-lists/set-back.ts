import { statusListUrl } from '@proofmark/schemas';
import type { NotedChange } from '../../store/index.js';
import type { Store } from '../ports.js';

/** A list of which the database is known to have had places taken up to `taken`. */
export interface NotedList {
  readonly issuerId: string;
  readonly listId: number;
  readonly taken: number;
}

/** What a process knows and the database does not: it was set back, by a restore or a failover. */
export interface SetBack {
  readonly changes: readonly NotedChange[];
  readonly lists: readonly (NotedList & { readonly known: number; readonly url: string })[];
}

export interface SetBackSearch {
  readonly store: Pick<Store, 'journal' | 'issuers'>;
  readonly baseUrl: string;
}

/** How many badges one question is about. */
const CHUNK = 1000;

/** Compares what a process noted with the database. */
export async function findSetBack(
  { store, baseUrl }: SetBackSearch,
  noted: { readonly changes: readonly NotedChange[]; readonly lists: readonly NotedList[] },
): Promise<SetBack> {
  const changes: NotedChange[] = [];
  for (const [issuerId, own] of byIssuer(noted.changes)) {
    for (let from = 0; from < own.length; from += CHUNK) {
      const some = own.slice(from, from + CHUNK);
      const known = await store.journal.changesOf(issuerId, [...new Set(some.map(({ credentialId }) => credentialId))]);
      changes.push(...some.filter((change) => !known.some((one) => has(one, change))));
    }
  }
  const lists: SetBack['lists'][number][] = [];
  for (const [issuerId, own] of byIssuer(noted.lists)) {
    const issuer = await store.issuers.find(issuerId);
    const ids = own.map(({ listId }) => listId);
    const taken = await store.journal.taken(issuerId, ids);
    for (const list of own) {
      const known = taken.get(list.listId) ?? 0;
      if (known < list.taken) lists.push({ ...list, known, url: statusListUrl(baseUrl, issuer?.slug ?? '', list.listId) });
    }
  }
  return { changes, lists };
}

/** The same entry, or one that says the same: it was withdrawn again after the restore. A suspension may be an earlier one, a revocation is for good. */
function has(known: Omit<NotedChange, 'issuerId' | 'listId' | 'index'>, { credentialId, purpose, value, seq, at }: NotedChange): boolean {
  const same = known.credentialId === credentialId && known.purpose === purpose && known.value === value;
  return same && (purpose === 'revocation' || known.seq === seq || known.at >= at);
}

function byIssuer<T extends { readonly issuerId: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(one.issuerId);
    if (group === undefined) groups.set(one.issuerId, [one]);
    else group.push(one);
  }
  return groups;
}
