import type { Clock, Store } from '../ports.js';
import { type Refused, refused } from '../result.js';
import type { Actor } from './actor.js';
import { hashApiKey, looksLikeApiKey } from './api-key-text.js';

/** Who asks; or a refusal, with the key where it is one of ours that may be used no more. */
export type Authentication =
  | { readonly ok: true; readonly value: Actor }
  | (Refused & { readonly key: Pick<Actor, 'keyId' | 'issuerId'> | null });

/**
 * Recognises an API key. An unknown, a revoked and an expired one get the same answer, and so does one of which a key in the line of its
 * makers was revoked or has expired.
 */
export async function authenticate(
  { store, clock }: { readonly store: Pick<Store, 'apiKeys'>; readonly clock: Clock },
  key: string | null,
): Promise<Authentication> {
  if (key === null) return { ...refused('unauthenticated', 'Send an API key as a bearer token.'), key: null };
  const record = looksLikeApiKey(key) ? await store.apiKeys.findByHash(hashApiKey(key), clock.now()) : null;
  if (record === null) return { ...refused('unauthenticated', NOT_VALID), key: null };
  const { id: keyId, issuerId, scopes } = record;
  return record.stands
    ? { ok: true, value: { keyId, issuerId, scopes } }
    : { ...refused('unauthenticated', NOT_VALID), key: { keyId, issuerId } };
}

/** The words for a key that is unknown, revoked or expired, or whose maker is. */
export const NOT_VALID = 'This API key is not valid.';
