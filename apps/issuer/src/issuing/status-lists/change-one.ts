import type { CredentialRecord } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import { isErased, loadCredential, loadCredentialOrErased, wasErased } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Refused, type Result, refused } from '../result.js';
import type { StatusChange } from './change-status.js';
import { statusActOf } from './status-events.js';
import type { StatusQueue } from './status-queue.js';

/** What changing the status of badges takes. */
export interface StatusChanging extends IdSource {
  readonly store: Store;
  readonly statuses: StatusQueue;
}

/** Changes the status of one badge that the caller has loaded, and answers the badge as it is then. */
export async function changeOne(
  deps: StatusChanging,
  actor: Actor,
  found: CredentialRecord,
  what: Pick<StatusChange, 'purpose' | 'value' | 'reason'>,
): Promise<Result<CredentialRecord>> {
  const { issuerId, id: credentialId, statusListId: listId } = found;
  const outcomes = await deps.statuses.submit({
    ...{ issuerId, listId },
    changes: [{ ...what, credentialId, apiKeyId: actor.keyId }],
    async record(tx, [outcome]) {
      if (outcome?.result !== 'changed') return;
      await recordAct(deps, tx, actor, { action: statusActOf(what), issuerId, objectId: credentialId });
    },
  });
  if (outcomes === 'busy') return tooManyChanges();
  const [outcome] = outcomes;
  if (outcome === undefined) throw new Error('a change has no outcome');
  if (outcome.result === 'refused-revoked') return isRevoked();
  // It was erased after it was loaded.
  if (outcome.result === 'refused-erased') return loadCredential(deps.store.credentials, actor, credentialId);
  const { revoked, suspended } = outcome.standing;
  if (wasErased(outcome.standing) && !isErased(found)) return loadCredentialOrErased(deps.store.credentials, actor, credentialId);
  return done({ ...found, revoked, suspended });
}

/** A badge that is revoked cannot be suspended, nor a suspension of it lifted. */
export function isRevoked(): Refused {
  return refused(
    'conflict',
    'This badge was revoked, for good: it can neither be suspended nor be put in force again. To award it anew, issue a new badge.',
  );
}

/** This process has as much to do as it takes. */
export function tooManyChanges(): Refused {
  return refused('unavailable', 'Too many withdrawals are waiting. Nothing was changed; send the request again.', undefined, 2);
}
