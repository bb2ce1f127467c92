import type { CreateSession } from '@proofmark/schemas/api';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import type { BegunSession, Caller, Identity } from './identity.js';
import { arriving } from './session.js';

const NO_LINK = 'This link signs nobody in any more: it was used, or it is too old. Ask for another one.';

export interface SigningIn extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
  readonly identity: Pick<Identity, 'redeemLink'>;
}

/**
 * Begins a session by a link that was sent to somebody's address, which is verified by that. A link is used once. The session is known to nobody before
 * the audit log has it: only then it is answered.
 */
export async function signIn(deps: SigningIn, { token }: CreateSession, caller: Caller = {}): Promise<Result<BegunSession>> {
  const begun = await deps.identity.redeemLink(token, caller);
  if (begun === null) return refused('gone', NO_LINK);
  return deps.store.transaction(async (tx): Promise<Result<BegunSession>> => {
    const act = { action: 'session.begun', issuerId: null, objectId: begun.sessionId } as const;
    await recordAct(deps, tx, arriving(begun.personId, caller, begun), act);
    return done(begun);
  });
}
