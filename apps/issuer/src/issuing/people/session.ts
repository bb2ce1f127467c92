import type { OwnMembership, SessionTimes } from '../../store/index.js';
import { type Actor, personActor } from '../access/actor.js';
import { type Refused, refused } from '../result.js';
import type { BegunSession, Caller } from './identity.js';

/** A session ends when nobody asked anything in it for so many days. */
const IDLE = 7 * 86_400_000;

/** Which sessions count at a time. */
export function countingAt(now: Date): SessionTimes {
  return { now, idleSince: new Date(now.getTime() - IDLE) };
}

/** Those memberships for which a session is: all, or that of the organisation to which it is bound. */
export function ownOf(memberships: readonly OwnMembership[], boundTo: string | undefined): readonly OwnMembership[] {
  return boundTo === undefined ? memberships : memberships.filter(({ organisation }) => organisation.id === boundTo);
}

/**
 * A refusal in a session that the provider of an organisation began: what is the person's own, and not that organisation's, is not touched in it. Null in
 * any other.
 */
export function refuseBound({ person }: Pick<Actor, 'person'>): Refused | null {
  return person?.boundTo === undefined ? null : refused('forbidden', BOUND);
}

const BOUND =
  'You came by the provider of your school, which vouches for you there alone. For this, sign in by a link that is sent to you.';

/** A person who has just shown who they are, as the actor of the request in which they did. */
export function arriving(personId: string, { requestId }: Caller, session?: BegunSession): Actor {
  const actor = personActor(personId, { sessionId: session?.sessionId ?? null, organisationId: null, role: null, issuerIds: [] });
  return requestId === undefined ? actor : { ...actor, requestId };
}
