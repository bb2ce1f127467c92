import type { StatusListKey } from '../../store/index.js';
import type { Store } from '../ports.js';
import { bitsOfJournal, publishAnew, type StatusLists } from './status-list.js';

/** Makes the bits of lists anew from the journal where they are not those of the document, and signs these lists. Answers how many there were. */
export async function rebuildStatusLists(deps: StatusLists & { readonly store: Store }): Promise<number> {
  const outdated = await deps.store.statusLists.outdated();
  for (const { issuerId, listId } of outdated) {
    await deps.store.transaction(async (tx) => {
      const list = await tx.statusLists.lockDocument(issuerId, listId);
      const issuer = await tx.issuers.find(issuerId);
      if (list === null || issuer === null) throw new Error('a status list has no document or no issuer');
      await publishAnew(deps, tx, issuer, listId, list);
    });
  }
  return outdated.length;
}

/** Compares the bits of every list with the journal, each under its lock. Answers those that differ. */
export async function listsThatDiffer(store: Store): Promise<readonly StatusListKey[]> {
  const found: StatusListKey[] = [];
  for (const { issuerId, listId } of await store.statusLists.all()) {
    await store.transaction(async (tx) => {
      const list = await tx.statusLists.lockDocument(issuerId, listId);
      if (list === null) return;
      for (const purpose of ['revocation', 'suspension'] as const) {
        const key = { issuerId, listId, purpose };
        const stored = list[purpose];
        if (stored === null) continue;
        const expected = await bitsOfJournal(tx, key, list.length);
        if (stored.bits === null || !Buffer.from(stored.bits).equals(expected)) found.push(key);
      }
    });
  }
  return found;
}
