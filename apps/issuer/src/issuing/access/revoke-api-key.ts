import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Result, refused } from '../result.js';
import { isAdmin, type Request } from './actor.js';
import { recordAct } from './record-act.js';

/** Revokes an API key, at once and for good; again changes nothing. An admin key cannot revoke itself. */
export async function revokeApiKey(
  deps: IdSource & { readonly store: Pick<Store, 'apiKeys' | 'transaction'> },
  { actor, input }: Request<string>,
): Promise<Result<null>> {
  const { apiKeys } = deps.store;
  const tenant = isAdmin(actor) ? await apiKeys.tenantOf(input) : actor.issuerId;
  const key = tenant === undefined ? null : await apiKeys.find(tenant, input);
  if (key === null) return notFound('API key');
  // So one admin key always remains.
  if (key.issuerId === null && key.id === actor.keyId) {
    return refused('conflict', 'An admin key cannot withdraw itself: make another one and let that one do it.');
  }
  return deps.store.transaction(async (tx) => {
    if (!(await tx.apiKeys.revoke(key.issuerId, key.id, deps.clock.now()))) return done(null);
    await recordAct(deps, tx, actor, { action: 'api-key.revoked', issuerId: key.issuerId, objectId: key.id });
    return done(null);
  });
}
