import type { ApiKeyRecord } from '../../store/index.js';
import type { Clock, Store } from '../ports.js';
import { type Refused, refused } from '../result.js';
import type { Actor } from './actor.js';
import { hashApiKey, looksLikeApiKey } from './api-key-text.js';
import type { RememberUse } from './remember-use.js';

/** The actor; or a refusal, with the key's id where it is a withdrawn or expired key of this service. */
export type Authentication =
  | { readonly ok: true; readonly value: Actor }
  | (Refused & { readonly key: Pick<Actor, 'keyId' | 'issuerId'> | null });

/** Authenticates an API key. The refusal of a withdrawn or expired key gives the reason: the sender has shown that it holds the key. */
export async function authenticate(
  { store, clock, rememberUse }: { readonly store: Pick<Store, 'apiKeys'>; readonly clock: Clock; readonly rememberUse: RememberUse },
  key: string,
): Promise<Authentication> {
  const now = clock.now();
  const known = looksLikeApiKey(key);
  const record = known ? await store.apiKeys.findByHash(hashApiKey(key), now) : null;
  if (record === null) return { ...refused('unauthenticated', `${known ? UNKNOWN : NO_KEY} ${HOW_TO_SEND}`), key: null };
  const { id: keyId, issuerId, scopes } = record;
  if (!record.stands) return { ...refused('unauthenticated', `${whyFallen(record, now)} ${ASK_FOR_ANOTHER}`), key: { keyId, issuerId } };
  await rememberUse(keyId, now);
  return { ok: true, value: { keyId, issuerId, scopes } };
}

export const HOW_TO_SEND = 'Send an API key with the request, as `Authorization: Bearer pm_live_…`.';

const NO_KEY =
  'What was sent is no API key of this service: one begins with `pm_live_`, `pm_test_` or `pm_admin_`, and 43 characters follow.';
const UNKNOWN = 'This service does not know this API key: see that it was copied whole, and that this service made it.';
const ASK_FOR_ANOTHER =
  'Ask whoever holds a key with `api-keys:write` for another one (POST /v1/api-keys), and send it as `Authorization: Bearer pm_live_…`.';

function whyFallen({ revokedAt, expiresAt }: Pick<ApiKeyRecord, 'revokedAt' | 'expiresAt'>, now: Date): string {
  if (revokedAt !== null) return `This API key was withdrawn on ${revokedAt.toISOString()}.`;
  if (expiresAt !== null && expiresAt <= now) return `This API key expired on ${expiresAt.toISOString()}.`;
  return FALLEN_WITH_MAKER;
}

/** The words for a key that falls with the key that made it. */
export const FALLEN_WITH_MAKER = 'This API key counts no more: a key that made it, or made that one, was withdrawn or has expired.';
