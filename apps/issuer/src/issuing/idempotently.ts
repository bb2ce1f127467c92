import { canonicalJson } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import type { Actor } from './actor.js';
import { newId } from './identifiers.js';
import type { IssuingDeps } from './ports.js';
import type { CredentialRecord } from './records.js';
import { done, type Result, refused } from './result.js';
import { signCredential } from './sign-credential.js';
import type { IdempotencyClaim } from './store-ports.js';

/** Longer than evidence takes to fetch and copy; after that a claim counts as abandoned. Whoever was only slow loses it and commits nothing. */
const LEASE_SECONDS = 120;

/** A badge, and whether an earlier request with the same key had made it. */
export interface Issued {
  readonly credential: CredentialRecord;
  readonly replayed: boolean;
}

/** Thrown inside the transaction when another attempt has taken the key over: everything is rolled back. */
export class ClaimLost extends Error {}

/**
 * Runs `work` at most once for a key and a request. The same request again gets the same badge, another request with the key is refused,
 * and one that comes while the first is at work is told so.
 */
export async function idempotently(
  deps: IssuingDeps,
  { actor, key, request }: { readonly actor: Actor; readonly key: string; readonly request: JsonObject },
  work: (claim: IdempotencyClaim) => Promise<Result<CredentialRecord>>,
): Promise<Result<Issued>> {
  const requestHash = await deps.crypto.digest('SHA-256', new TextEncoder().encode(canonicalJson(request)));
  const claim: IdempotencyClaim = { owner: actor.issuerId ?? actor.keyId, key, requestHash, holder: newId(deps) };
  const answer = await deps.store.idempotency.claim(claim, LEASE_SECONDS);
  if (answer.outcome === 'done') return replay(deps, answer);
  if (answer.outcome === 'in-progress') return refused('request-in-progress', 'A request with this Idempotency-Key is being worked on.');
  if (answer.outcome === 'other-request') return refused('idempotency-key-reused', 'This Idempotency-Key was used with another request.');
  let result: Result<CredentialRecord> | null = null;
  try {
    result = await work(claim);
    return result.ok ? done({ credential: result.value, replayed: false }) : result;
  } catch (error) {
    if (error instanceof ClaimLost) return refused('request-in-progress', 'Another attempt with this Idempotency-Key took over.');
    throw error;
  } finally {
    if (result?.ok !== true) await deps.store.idempotency.release(claim);
  }
}

/** The badge of an earlier request. If that one was cut off after its first commit, this one finishes it. */
async function replay(
  deps: IssuingDeps,
  { issuerId, credentialId }: { readonly issuerId: string; readonly credentialId: string },
): Promise<Result<Issued>> {
  const credential = await deps.store.credentials.find(issuerId, credentialId);
  if (credential === null) throw new Error('an idempotency key leads to no badge');
  if (credential.erasedAt !== null) return refused('gone', 'The badge that this Idempotency-Key made was erased.');
  const signed = credential.signed ?? (await signCredential(deps, credential));
  return done({ credential: { ...credential, signed }, replayed: true });
}
