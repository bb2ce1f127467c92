import type { CredentialRecord, IdempotencyClaim, Made } from '../../store/index.js';
import { idempotently, type Repeatable } from '../access/idempotently.js';
import { findCommitted, isErased } from '../access/load-credential.js';
import { type CredentialWithHistory, withHistory, withoutHistory } from '../monitoring/credential-history.js';
import type { Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import type { SignCredential } from './sign-credential.js';

/** A badge, and whether an earlier request with the same key had made it. */
export interface Issued extends CredentialWithHistory {
  readonly replayed: boolean;
}

export interface OnceDeps {
  readonly store: Store;
  readonly sign: SignCredential;
}

/** `idempotently`, for what issues a badge. Signs the badge of an earlier request that ended after its first commit. */
export async function issuedOnce(
  deps: OnceDeps,
  request: Repeatable,
  work: (claim: IdempotencyClaim | null) => Promise<Result<CredentialRecord>>,
): Promise<Result<Issued>> {
  const answer = await idempotently(deps.store.idempotency, request, work, (made) => replay(deps, made));
  if (!answer.ok) return answer;
  const { value: credential, replayed } = answer.value;
  return done({ ...(replayed ? await withHistory(deps.store, credential) : withoutHistory(credential)), replayed });
}

async function replay({ store, sign }: OnceDeps, made: Made): Promise<Result<CredentialRecord>> {
  const credential = await findCommitted(store.credentials, made);
  if (isErased(credential))
    return refused(
      'gone',
      'The badge that this Idempotency-Key belongs to was erased. To issue another one, send the request with a new key.',
    );
  return done({ ...credential, signed: credential.signed ?? (await sign(credential, null)) });
}
