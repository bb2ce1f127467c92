import type { IssuingDeps } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import type { Actor } from './actor.js';
import { hashApiKey, looksLikeApiKey } from './api-key-text.js';

/** Recognises an API key. An unknown, withdrawn and expired one get the same answer. */
export async function authenticate(deps: IssuingDeps, key: string | null): Promise<Result<Actor>> {
  if (key === null) return refused('unauthenticated', 'Send an API key as a bearer token.');
  const record = looksLikeApiKey(key) ? await deps.store.apiKeys.findByHash(await hashApiKey(key, deps.crypto)) : null;
  const now = deps.clock.now();
  if (record === null || record.revokedAt !== null || (record.expiresAt !== null && record.expiresAt <= now)) {
    return refused('unauthenticated', 'This API key is not valid.');
  }
  return done({ keyId: record.id, issuerId: record.issuerId, scopes: record.scopes });
}
