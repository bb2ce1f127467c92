import type { Clock, Store } from '../ports.js';
import { done, notFound, type Result, refused } from '../result.js';
import { isAdmin, type Request } from './actor.js';

/** Revokes an API key, at once and for good; again changes nothing. An admin key cannot revoke itself. */
export async function revokeApiKey(
  { store, clock }: { readonly store: Pick<Store, 'apiKeys'>; readonly clock: Clock },
  { actor, input }: Request<string>,
): Promise<Result<null>> {
  const { apiKeys } = store;
  const tenant = isAdmin(actor) ? await apiKeys.tenantOf(input) : actor.issuerId;
  const key = tenant === undefined ? null : await apiKeys.find(tenant, input);
  if (key === null) return notFound('API key');
  // So one admin key always remains.
  if (key.issuerId === null && key.id === actor.keyId) {
    return refused('conflict', 'An admin key cannot withdraw itself: make another one and let that one do it.');
  }
  await apiKeys.revoke(key.issuerId, key.id, clock.now());
  return done(null);
}
