import { canonicalJson } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import { signCredential } from '../credentials/sign-credential.js';
import { newId } from '../identifiers.js';
import type { IssuingDeps } from '../ports.js';
import type { CredentialRecord } from '../records.js';
import { done, type Result, refused } from '../result.js';
import type { IdempotencyClaim, Made } from '../store-ports.js';
import type { Actor } from './actor.js';

/** Longer than evidence takes to fetch and copy; after that a claim counts as abandoned. Whoever was only slow loses it and commits nothing. */
const LEASE_SECONDS = 120;

/** What was made, and whether an earlier request with the same key had made it. */
export interface Answered<T> {
  readonly value: T;
  readonly replayed: boolean;
}

/** Thrown inside the transaction when another attempt has taken the key over: everything is rolled back. */
export class ClaimLost extends Error {}

/** A request that may be sent again: who asks, the key, and the whole of it. */
export interface Repeatable {
  readonly actor: Actor;
  /** Null when the caller sent none: then each request is one of its own. */
  readonly key: string | null;
  readonly request: JsonObject;
}

/**
 * Runs `work` at most once for a key and a request. The same request again gets what `replay` finds, another request with the key is
 * refused, and one that comes while the first is at work is told so.
 */
export async function idempotently<T>(
  deps: IssuingDeps,
  { actor, key, request }: Repeatable,
  work: (claim: IdempotencyClaim | null) => Promise<Result<T>>,
  replay: (made: Made) => Promise<Result<T>>,
): Promise<Result<Answered<T>>> {
  if (key === null) return answered(await work(null), false);
  const requestHash = await deps.crypto.digest('SHA-256', new TextEncoder().encode(canonicalJson(request)));
  const claim: IdempotencyClaim = { owner: actor.issuerId ?? actor.keyId, key, requestHash, holder: newId(deps) };
  const answer = await deps.store.idempotency.claim(claim, LEASE_SECONDS);
  if (answer.outcome === 'done') return answered(await replay(answer), true);
  if (answer.outcome === 'in-progress') return refused('request-in-progress', 'A request with this Idempotency-Key is being worked on.');
  if (answer.outcome === 'other-request') return refused('idempotency-key-reused', 'This Idempotency-Key was used with another request.');
  let result: Result<T> | null = null;
  try {
    result = await work(claim);
    return answered(result, false);
  } catch (error) {
    if (error instanceof ClaimLost) return refused('request-in-progress', 'Another attempt with this Idempotency-Key took over.');
    throw error;
  } finally {
    if (result?.ok !== true) await deps.store.idempotency.release(claim);
  }
}

function answered<T>(result: Result<T>, replayed: boolean): Result<Answered<T>> {
  return result.ok ? done({ value: result.value, replayed }) : result;
}

/** A badge, and whether an earlier request with the same key had made it. */
export interface Issued {
  readonly credential: CredentialRecord;
  readonly replayed: boolean;
}

/** `idempotently`, for what issues a badge. Of an earlier request that was cut off after its first commit, this one signs the badge. */
export async function issuedOnce(
  deps: IssuingDeps,
  request: Repeatable,
  work: (claim: IdempotencyClaim | null) => Promise<Result<CredentialRecord>>,
): Promise<Result<Issued>> {
  const answer = await idempotently(deps, request, work, (made) => replay(deps, made));
  return answer.ok ? done({ credential: answer.value.value, replayed: answer.value.replayed }) : answer;
}

async function replay(deps: IssuingDeps, { issuerId, credentialId }: Made): Promise<Result<CredentialRecord>> {
  const credential = await deps.store.credentials.find(issuerId, credentialId);
  if (credential === null) throw new Error('an idempotency key leads to no badge');
  if (credential.erasedAt !== null) return refused('gone', 'The badge that this Idempotency-Key belongs to was erased.');
  const signed = credential.signed ?? (await signCredential(deps, credential));
  return done({ ...credential, signed });
}
