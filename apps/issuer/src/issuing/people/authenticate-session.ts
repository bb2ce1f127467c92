import { type Actor, personActor } from '../access/actor.js';
import type { Clock, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import type { Identity } from './identity.js';
import { countingAt, ownOf } from './session.js';

/** That a session was seen is written down at most once in so many milliseconds. */
const SEEN_EVERY = 5 * 60_000;

export interface SessionReading {
  readonly store: Pick<Store, 'sessions' | 'people'>;
  readonly identity: Pick<Identity, 'findSession'>;
  readonly clock: Clock;
}

/**
 * The person who is signed in, with what they are in the organisation for which they ask: the one that is named, or the first that they joined. Roles
 * are read anew for each request, so that one that was taken away is gone at once.
 *
 * @param cookies as the browser sent them
 */
export async function authenticateSession(
  { store, identity, clock }: SessionReading,
  { cookies, organisationId }: { readonly cookies: string; readonly organisationId: string | null },
): Promise<Result<Actor>> {
  const now = clock.now();
  const session = await identity.findSession(cookies);
  if (session === null || session.seenAt <= countingAt(now).idleSince)
    return refused('unauthenticated', 'You are not signed in any more: the session has ended. Sign in again.');
  const { personId, sessionId } = session;
  const { organisationId: bound } = session;
  const memberships = ownOf(await store.people.membershipsOf(personId), bound ?? undefined);
  const asked = memberships.find(({ organisation }) => organisation.id === organisationId);
  if (organisationId !== null && asked === undefined)
    return refused('forbidden', 'You are in no such organisation; GET /v1/me names those in which you are.');
  if (now.getTime() - session.seenAt.getTime() > SEEN_EVERY) await store.sessions.seen(sessionId, now);
  const chosen = asked ?? memberships[0];
  return done(
    personActor(personId, {
      sessionId,
      organisationId: chosen?.organisation.id ?? null,
      role: chosen?.role ?? null,
      issuerIds: chosen?.issuerIds ?? [],
      ...(bound === null ? {} : { boundTo: bound }),
    }),
  );
}
