import type { CreateApiKey } from '@proofmark/schemas/api';
import type { ApiKeyRecord } from '../../store/index.js';
import { newId } from '../identifiers.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import { done, invalid, type Refused, type Result, refused } from '../result.js';
import { type Actor, isAdmin, type Request } from './actor.js';
import { hashApiKey, newApiKeyText, prefixOf } from './api-key-text.js';
import { FALLEN_WITH_MAKER } from './authenticate.js';
import { issuerOfBody } from './load-issuer.js';
import { lostStanding } from './lost-standing.js';
import { type ActingParty, recordAct } from './record-act.js';

/** A key that was just made; its text is nowhere kept. */
export interface NewApiKey {
  readonly record: ApiKeyRecord;
  readonly text: string;
}

export interface KeyMaking extends IdSource {
  readonly store: Pick<Store, 'issuers' | 'transaction'>;
}

/** A key of a key of a key …: so many at most, since each request asks the whole line. */
const GENERATIONS = 8;

/** Makes an API key. It has no scope that the key which asks lacks, does not outlive it, and falls with it. */
export async function createApiKey(deps: KeyMaking, { actor, input }: Request<CreateApiKey>): Promise<Result<NewApiKey>> {
  const denied = exceeds(actor, input);
  if (denied) return denied;
  const { name, admin, scopes = [] } = input;
  if (admin === true && input.issuerId !== undefined)
    return invalid('/issuerId', 'not-allowed', 'cannot stand with `admin`: leave one of the two out');
  const issuer = admin === true ? null : await issuerOfBody(deps.store.issuers, actor, input.issuerId);
  if (issuer !== null && !issuer.ok) return issuer;
  return deps.store.transaction(async (tx) => {
    const lost = await lostStanding(tx, actor);
    if (lost !== null) return lost;
    const end = await endOf(deps, tx, actor, input.expiresAt);
    if (!end.ok) return end;
    const made = actor.person === undefined ? { createdBy: actor.keyId, personId: null } : { createdBy: null, personId: actor.keyId };
    const common = { name, ...made, expiresAt: end.value };
    if (issuer === null) return done(await storeApiKey(deps, tx, actor, { ...common, issuerId: null, scopes: ['admin'] }, 'admin'));
    const { id: issuerId, mode } = issuer.value;
    return done(await storeApiKey(deps, tx, actor, { ...common, issuerId, scopes }, mode));
  });
}

function exceeds(actor: Actor, { admin, scopes = [] }: CreateApiKey): Refused | null {
  if (isAdmin(actor)) return null;
  if (admin === true)
    return refused('forbidden', 'Only an admin key can make an admin key; at the machine `npm run -s admin-key` makes one.');
  const beyond = scopes.filter((scope) => !actor.scopes.includes(scope));
  return beyond.length === 0
    ? null
    : refused(
        'forbidden',
        `This API key cannot give away scopes that it lacks: ${beyond.join(', ')}. Leave them out, or ask with a key that has them.`,
      );
}

/** When a new key ends. One that a person makes begins a line of its own, which ends when it is asked to. */
async function endOf(
  { clock }: KeyMaking,
  tx: Pick<Repositories, 'apiKeys'>,
  actor: Actor,
  asked: string | undefined,
): Promise<Result<Date | null>> {
  if (actor.person === undefined) return endOfLine(await tx.apiKeys.lockLine(actor.keyId), asked, clock.now());
  const end = asked === undefined ? null : new Date(asked);
  return end !== null && end <= clock.now() ? past() : done(end);
}

function past(): Refused {
  return invalid('/expiresAt', 'end-before-start', 'is in the past: give a later time, or leave it out');
}

/** When a child of this line of keys ends: as asked, or with its maker. Refuses a line that fell since the key was recognised. */
function endOfLine(line: readonly ApiKeyRecord[], asked: string | undefined, now: Date): Result<Date | null> {
  const ends = line.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [expiresAt]));
  const last = ends.length === 0 ? null : new Date(Math.min(...ends.map(Number)));
  if (line.length === 0 || line.some(({ revokedAt }) => revokedAt !== null) || (last !== null && last <= now)) {
    return refused('unauthenticated', FALLEN_WITH_MAKER);
  }
  if (line.length >= GENERATIONS) {
    return refused(
      'conflict',
      `This API key is the ${GENERATIONS}th of its line: it can make no more keys. Use one that is nearer to the first.`,
    );
  }
  if (asked === undefined) return done(last);
  const end = new Date(asked);
  if (end <= now) return past();
  if (last !== null && end > last) {
    return invalid(
      '/expiresAt',
      'out-of-range',
      `is after ${last.toISOString()}, when the API key that asks expires: give that time or an earlier one`,
    );
  }
  return done(end);
}

/** Stores a new key under its hash, in the caller's transaction, and answers its text, this once. */
export async function storeApiKey(
  deps: IdSource,
  tx: Pick<Repositories, 'apiKeys' | 'audit'>,
  party: ActingParty,
  fields: Pick<ApiKeyRecord, 'issuerId' | 'name' | 'scopes' | 'createdBy' | 'personId' | 'expiresAt'>,
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
