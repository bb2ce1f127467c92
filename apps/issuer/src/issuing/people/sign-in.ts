import type { CreateSession } from '@proofmark/schemas/api';
import { recordAct } from '../access/record-act.js';
import { hashSecretText } from '../access/secret-text.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import type { BegunSession, Caller, Identity } from './identity.js';
import { proveAddress } from './prove-address.js';
import { arriving } from './session.js';

const NO_LINK = 'This link signs nobody in any more: it was used, or it is too old. Ask for another one.';

export interface SigningIn extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
  readonly identity: Pick<Identity, 'beginSession'>;
}

/** How somebody showed who they are. */
export type SignInWay = 'mail' | 'operator-link' | 'passkey' | 'sign-on';

/** Begins a session by a link, which is used once. One that was sent to somebody's address proves it. */
export async function signIn(deps: SigningIn, { token }: CreateSession, caller: Caller = {}): Promise<Result<BegunSession>> {
  const now = deps.clock.now();
  const used = await deps.store.transaction(async (tx) => {
    const link = await tx.signInLinks.use(hashSecretText(token), now);
    if (link?.provesAddress === true) await proveAddress(tx, link.personId, now);
    return link;
  });
  if (used === null) return refused('gone', NO_LINK);
  return done(await enter(deps, used.personId, used.provesAddress ? 'mail' : 'operator-link', caller));
}

/** Begins a session of somebody who has shown who they are. It is known to nobody before the audit log has it: only then it is answered. `boundTo`: for this organisation alone. */
export async function enter(deps: SigningIn, personId: string, way: SignInWay, caller: Caller, boundTo?: string): Promise<BegunSession> {
  const begun = await deps.identity.beginSession(personId, caller);
  const act = { action: 'session.begun', issuerId: null, objectId: begun.sessionId, details: { way } } as const;
  await deps.store.transaction(async (tx) => {
    if (boundTo !== undefined) await tx.sessions.bind(begun.sessionId, boundTo);
    if (caller.language !== undefined) await tx.people.speaks(personId, caller.language);
    await recordAct(deps, tx, arriving(personId, caller, begun), act);
  });
  return begun;
}
