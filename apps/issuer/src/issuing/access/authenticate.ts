import type { Clock, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import type { Actor } from './actor.js';
import { hashApiKey, looksLikeApiKey } from './api-key-text.js';

/** Recognises an API key. An unknown, a revoked and an expired one get the same answer. */
export async function authenticate(
  { store, clock }: { readonly store: Pick<Store, 'apiKeys'>; readonly clock: Clock },
  key: string | null,
): Promise<Result<Actor>> {
  if (key === null) return refused('unauthenticated', 'Send an API key as a bearer token.');
  const record = looksLikeApiKey(key) ? await store.apiKeys.findByHash(hashApiKey(key)) : null;
  const now = clock.now();
  if (record === null || record.revokedAt !== null || (record.expiresAt !== null && record.expiresAt <= now)) {
    return refused('unauthenticated', 'This API key is not valid.');
  }
  return done({ keyId: record.id, issuerId: record.issuerId, scopes: record.scopes });
}
