import type { SessionRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';
import { countingAt } from './session.js';

export interface SessionKeeping extends IdSource {
  readonly store: Pick<Store, 'sessions' | 'transaction'>;
}

/** The sessions of the person who asks, the newest first. In one that is bound to an organisation, others are neither seen nor ended. */
export async function listSessions(deps: SessionKeeping, { actor }: Request<null>): Promise<Result<readonly SessionRecord[]>> {
  const all = await deps.store.sessions.list(actor.keyId, countingAt(deps.clock.now()));
  return done(actor.person?.boundTo === undefined ? all : all.filter(({ id }) => id === actor.person?.sessionId));
}

/** Ends one of them, at once; their own as well. */
export async function endSession(deps: SessionKeeping, { actor, input }: Request<string>): Promise<Result<null>> {
  if (actor.person?.boundTo !== undefined && input !== actor.person.sessionId) return notFound('session');
  return deps.store.transaction(async (tx): Promise<Result<null>> => {
    if (!(await tx.sessions.end(actor.keyId, input))) return notFound('session');
    await recordAct(deps, tx, actor, { action: 'session.ended', issuerId: null, objectId: input });
    return done(null);
  });
}
