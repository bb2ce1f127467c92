import { signLinkage } from '../issuers/sign-linkage.js';
import type { Store } from '../ports.js';
import { publishAnew, type StatusLists } from '../status-lists/status-list.js';

export interface SigningAnew extends StatusLists {
  readonly store: Store;
}

/**
 * Signs with the present keys what a revoked key of an issuer signed and readers still ask for: its status lists, each in a transaction of its
 * own, and its domain linkages. Does nothing where that is done already.
 */
export async function signAnew(deps: SigningAnew, issuerId: string): Promise<void> {
  const { store } = deps;
  for (const listId of await store.statusLists.signedByRevoked(issuerId)) {
    await store.transaction(async (tx) => {
      const list = await tx.statusLists.lockDocument(issuerId, listId);
      const issuer = await tx.issuers.find(issuerId);
      if (list === null || issuer === null) throw new Error('a status list has no document or no issuer');
      await publishAnew(deps, tx, issuer, listId, list);
    });
  }
  await store.transaction(async (tx) => {
    const issuer = await tx.issuers.lock(issuerId);
    if (issuer === null) throw new Error('there is no such issuer');
    const keys = await tx.signingKeys.list(issuerId);
    const standing = new Set(keys.filter(({ revokedAt }) => revokedAt === null).map(({ id }) => id));
    const anyRevoked = keys.some(({ algorithm, revokedAt }) => algorithm === 'ES256' && revokedAt !== null);
    for (const domain of await tx.domains.list(issuerId)) {
      // Of a linkage that does not say its key, any key may have been the one.
      if (domain.signingKeyId === null ? !anyRevoked : standing.has(domain.signingKeyId)) continue;
      await tx.domains.renew({ ...domain, ...(await signLinkage(deps.keys, tx, issuer, domain.origin, deps.clock.now())) });
    }
  });
}
