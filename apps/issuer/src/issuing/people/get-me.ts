import type { OwnMembership, PersonRecord, SessionRecord } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import type { Clock, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { countingAt, ownOf } from './session.js';

/** Who is signed in, by which session, and in which organisations they are. */
export interface SignedIn {
  readonly person: PersonRecord;
  readonly session: SessionRecord;
  readonly memberships: readonly OwnMembership[];
}

export async function getMe(
  { store, clock }: { readonly store: Pick<Store, 'people' | 'sessions'>; readonly clock: Clock },
  { actor }: { readonly actor: Actor },
): Promise<Result<SignedIn>> {
  const sessionId = actor.person?.sessionId ?? null;
  const [person, session, memberships] = await Promise.all([
    store.people.find(actor.keyId),
    sessionId === null ? null : store.sessions.find(actor.keyId, sessionId, countingAt(clock.now())),
    store.people.membershipsOf(actor.keyId),
  ]);
  // It may have been ended since the request was recognised.
  if (person === null || session === null) return refused('unauthenticated', 'You are not signed in any more. Sign in again.');
  return done({ person, session, memberships: ownOf(memberships, actor.person?.boundTo) });
}
