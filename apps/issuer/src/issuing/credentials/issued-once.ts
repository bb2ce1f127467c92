import { idempotently, type Repeatable } from '../access/idempotently.js';
import { findCommitted, isErased } from '../access/load-credential.js';
import type { IssuingDeps } from '../ports.js';
import type { CredentialRecord } from '../records.js';
import { done, type Result, refused } from '../result.js';
import type { IdempotencyClaim, Made } from '../store-ports.js';
import { signCredential } from './sign-credential.js';

/** A badge, and whether an earlier request with the same key had made it. */
export interface Issued {
  readonly credential: CredentialRecord;
  readonly replayed: boolean;
}

/** `idempotently`, for what issues a badge. Signs the badge of an earlier request that ended after its first commit. */
export async function issuedOnce(
  deps: IssuingDeps,
  request: Repeatable,
  work: (claim: IdempotencyClaim | null) => Promise<Result<CredentialRecord>>,
): Promise<Result<Issued>> {
  const answer = await idempotently(deps, request, work, (made) => replay(deps, made));
  return answer.ok ? done({ credential: answer.value.value, replayed: answer.value.replayed }) : answer;
}

async function replay(deps: IssuingDeps, made: Made): Promise<Result<CredentialRecord>> {
  const credential = await findCommitted(deps.store.credentials, made);
  if (isErased(credential)) return refused('gone', 'The badge that this Idempotency-Key belongs to was erased.');
  const signed = credential.signed ?? (await signCredential(deps, credential));
  return done({ ...credential, signed });
}
