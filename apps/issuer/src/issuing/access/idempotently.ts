import { randomUUID } from 'node:crypto';
import { encodeUtf8 } from '@proofmark/primitives';
import { canonicalJson } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import type { IdempotencyClaim, IdempotencyRepository, Made } from '../../store/index.js';
import { crypto } from '../crypto.js';
import type { Store } from '../ports.js';
import { done, type Refused, type Result, refused } from '../result.js';
import type { Actor } from './actor.js';

/** Longer than evidence takes to fetch and copy. After that a claim counts as abandoned: a slow attempt loses it and commits nothing. */
export const LEASE_SECONDS = 120;

/** What was made, and whether an earlier request with the same key had made it. */
export interface Answered<T> {
  readonly value: T;
  readonly replayed: boolean;
}

/** A request that may be sent again: who asks, for which issuer, the key, and the whole of it. */
export interface Repeatable {
  readonly actor: Actor;
  /** The issuer of what is to be made. An admin key's Idempotency-Key stands for one request of each issuer. */
  readonly issuerId: string;
  /** Null when the caller sent none: then each request is one of its own. */
  readonly key: string | null;
  readonly request: JsonObject;
}

/**
 * Runs `work` at most once for a key and a request. The same request again gets what `replay` finds, another request with the key is
 * refused, and one that comes while the first is running is answered with `request-in-progress`.
 */
export async function idempotently<T>(
  idempotency: Store['idempotency'],
  { actor, issuerId, key, request }: Repeatable,
  work: (claim: IdempotencyClaim | null) => Promise<Result<T>>,
  replay: (made: Made) => Promise<Result<T>>,
): Promise<Result<Answered<T>>> {
  if (key === null) return answered(await work(null), false);
  const requestHash = crypto.digest('SHA-256', encodeUtf8(canonicalJson(request)));
  const claim: IdempotencyClaim = { issuerId, owner: ownerOf(actor, issuerId), key, requestHash, holder: randomUUID() };
  const answer = await idempotency.claim(claim, LEASE_SECONDS);
  if (answer.outcome === 'done') return answered(await replay(answer), true);
  if (answer.outcome === 'in-progress')
    return refused(
      'request-in-progress',
      'A request with this Idempotency-Key is being worked on. Send the same request again after the seconds in Retry-After.',
    );
  if (answer.outcome === 'other-request')
    return refused(
      'idempotency-key-reused',
      'This Idempotency-Key was used with another request. Send the request of then, or this one with a new key.',
    );
  let result: Result<T> | null = null;
  try {
    result = await work(claim);
    return answered(result, false);
  } finally {
    if (result?.ok !== true) await idempotency.release(claim);
  }
}

/**
 * Whose an Idempotency-Key is: the issuer's, or that of the admin key that asks. Of a person it is the issuer's too, however many issuers their
 * organisation gets meanwhile.
 */
export function ownerOf(actor: Actor, issuerId: string): string {
  return actor.person === undefined ? (actor.issuerId ?? actor.keyId) : issuerId;
}

function answered<T>(result: Result<T>, replayed: boolean): Result<Answered<T>> {
  return result.ok ? done({ value: result.value, replayed }) : result;
}

/**
 * Ties a claim to what was made, in the transaction that makes it. Refuses when another attempt has taken the claim over: the transaction is
 * then rolled back.
 */
export async function attachClaim(
  idempotency: Pick<IdempotencyRepository, 'attach'>,
  claim: IdempotencyClaim | null,
  made: Omit<Made, 'issuerId'>,
): Promise<Result<null>> {
  if (claim === null || (await idempotency.attach(claim, made))) return done(null);
  return claimLost();
}

/** The refusal of an attempt whose claim another one took over: nothing of it was stored. */
export function claimLost(): Refused {
  return refused(
    'request-in-progress',
    'Another attempt with this Idempotency-Key took over. Send the same request again after the seconds in Retry-After, for what it made.',
  );
}
