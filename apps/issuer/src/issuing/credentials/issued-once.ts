import type { CredentialRecord, IdempotencyClaim, Made } from '../../store/index.js';
import { claimLost, idempotently, type Repeatable } from '../access/idempotently.js';
import { findCommitted, isAvailable, isErased } from '../access/load-credential.js';
import { type CredentialWithHistory, withHistory, withoutHistory } from '../monitoring/credential-history.js';
import type { Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';

/** A badge, and whether an earlier request with the same key had made it. */
export interface Issued extends CredentialWithHistory {
  readonly replayed: boolean;
}

/** `idempotently`, for what issues a badge. */
export async function issuedOnce(
  store: Store,
  request: Repeatable,
  work: (claim: IdempotencyClaim | null) => Promise<Result<CredentialRecord>>,
): Promise<Result<Issued>> {
  const answer = await idempotently(store.idempotency, request, work, (made) => replay(store, made));
  if (!answer.ok) return answer;
  const { value: credential, replayed } = answer.value;
  return done({ ...(replayed ? await withHistory(store, credential) : withoutHistory(credential)), replayed });
}

async function replay({ credentials }: Pick<Store, 'credentials'>, made: Made): Promise<Result<CredentialRecord>> {
  const credential = await findCommitted(credentials, made);
  if (isErased(credential))
    return refused(
      'gone',
      'The badge that this Idempotency-Key belongs to was erased. To issue another one, send the request with a new key.',
    );
  // A process of the release before was cut off: the next start of a process signs it.
  return isAvailable(credential) ? done(credential) : claimLost();
}
