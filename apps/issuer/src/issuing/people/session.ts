import type { SessionTimes } from '../../store/index.js';
import { type Actor, personActor } from '../access/actor.js';
import type { BegunSession, Caller } from './identity.js';

/** A session ends when nobody asked anything in it for so many days. */
const IDLE = 7 * 86_400_000;

/** Which sessions count at a time. */
export function countingAt(now: Date): SessionTimes {
  return { now, idleSince: new Date(now.getTime() - IDLE) };
}

/** A person who has just shown who they are, as the actor of the request in which they did. */
export function arriving(personId: string, { requestId }: Caller, session?: BegunSession): Actor {
  const actor = personActor(personId, { sessionId: session?.sessionId ?? null, organisationId: null, role: null, issuerIds: [] });
  return requestId === undefined ? actor : { ...actor, requestId };
}
