import type { Store } from '../ports.js';
import { publishAnew, type StatusLists } from './status-list.js';

/** Milliseconds by which a list may be ahead: less than readers allow for clocks that disagree. */
const AHEAD = 60_000;

/**
 * Signs lists anew that are dated in the future: they were signed before the clock was set back, and readers would say until then that they are not
 * valid yet. Each in a transaction of its own. As a job it may run twice.
 */
export async function dateListsAnew(deps: StatusLists & { readonly store: Store }, signal?: AbortSignal): Promise<void> {
  const { store } = deps;
  for (const { issuerId, listId } of await store.statusLists.signedAfter(new Date(deps.clock.now().getTime() + AHEAD))) {
    if (signal?.aborted) return;
    await store.transaction(async (tx) => {
      const list = await tx.statusLists.lockDocument(issuerId, listId);
      const issuer = await tx.issuers.find(issuerId);
      if (list !== null && issuer !== null) await publishAnew(deps, tx, issuer, listId, list);
    });
  }
}
