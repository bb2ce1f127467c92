import type { CreateApiKey } from '@proofmark/schemas/api';
import type { ApiKeyRecord } from '../../store/index.js';
import { newId } from '../identifiers.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import { done, invalid, type Refused, type Result, refused } from '../result.js';
import { type Actor, isAdmin, type Request } from './actor.js';
import { hashApiKey, newApiKeyText, prefixOf } from './api-key-text.js';
import { issuerOfBody } from './load-issuer.js';
import { type ActingParty, recordAct } from './record-act.js';

/** A key that was just made; its text is nowhere kept. */
export interface NewApiKey {
  readonly record: ApiKeyRecord;
  readonly text: string;
}

export interface KeyMaking extends IdSource {
  readonly store: Pick<Store, 'issuers' | 'transaction'>;
}

/** Makes an API key. A key cannot grant a scope that it does not have. */
export async function createApiKey(deps: KeyMaking, { actor, input }: Request<CreateApiKey>): Promise<Result<NewApiKey>> {
  const denied = exceeds(actor, input);
  if (denied) return denied;
  const { name, admin, scopes = [] } = input;
  const now = deps.clock.now();
  const expiresAt = input.expiresAt === undefined ? null : new Date(input.expiresAt);
  if (expiresAt !== null && expiresAt <= now) return invalid('/expiresAt', 'end-before-start', 'is in the past');
  if (admin === true) {
    if (input.issuerId !== undefined) return invalid('/issuerId', 'not-allowed', 'cannot stand with `admin`');
    const fields = { issuerId: null, name, scopes: ['admin'], expiresAt } as const;
    return done(await deps.store.transaction((tx) => storeApiKey(deps, tx, actor, fields, 'admin')));
  }
  const issuer = await issuerOfBody(deps.store.issuers, actor, input.issuerId);
  if (!issuer.ok) return issuer;
  const { id: issuerId, mode } = issuer.value;
  return done(await deps.store.transaction((tx) => storeApiKey(deps, tx, actor, { issuerId, name, scopes, expiresAt }, mode)));
}

function exceeds(actor: Actor, { admin, scopes = [] }: CreateApiKey): Refused | null {
  if (isAdmin(actor)) return null;
  if (admin === true) return refused('forbidden', 'Only an admin key can make an admin key.');
  const beyond = scopes.filter((scope) => !actor.scopes.includes(scope));
  return beyond.length === 0 ? null : refused('forbidden', `This API key cannot give away what it lacks: ${beyond.join(', ')}.`);
}

/** Stores a new key under its hash, in the caller's transaction, and answers its text, this once. */
export async function storeApiKey(
  deps: IdSource,
  tx: Pick<Repositories, 'apiKeys' | 'audit'>,
  party: ActingParty,
  fields: Pick<ApiKeyRecord, 'issuerId' | 'name' | 'scopes' | 'expiresAt'>,
  use: 'live' | 'test' | 'admin',
): Promise<NewApiKey> {
  const text = newApiKeyText(use, deps.random);
  const record: ApiKeyRecord = { ...fields, id: newId(deps), prefix: prefixOf(text), createdAt: deps.clock.now(), revokedAt: null };
  await tx.apiKeys.insert(record, hashApiKey(text));
  const { issuerId, scopes, expiresAt } = record;
  const details = { scopes, expiresAt: expiresAt?.toISOString() ?? null };
  await recordAct(deps, tx, party, { action: 'api-key.created', issuerId, objectId: record.id, details });
  return { record, text };
}
