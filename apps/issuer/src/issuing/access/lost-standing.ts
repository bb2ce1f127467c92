import type { Role } from '@proofmark/schemas/api';
import type { Repositories, Store } from '../ports.js';
import { type Refused, refused } from '../result.js';
import type { Actor } from './actor.js';

/**
 * To be asked first in the transaction of an act that gives power. What a person is was read before the body of their request had come, which can take a
 * minute: it is read again here, and the members of the organisation stay as they are until the transaction ends. Null when nothing has changed, and for
 * keys.
 */
export async function lostStanding({ people }: Pick<Repositories, 'people'>, { keyId, person }: Actor): Promise<Refused | null> {
  if (person === undefined || person.organisationId === null) return null;
  return refuseChanged(person.role, (await people.lockMember(person.organisationId, keyId))?.role ?? null);
}

/**
 * As `lostStanding`, for any act, once the body of its request has come: without a lock, so that a role that is taken away in the moments of the act
 * itself is not noticed.
 */
export async function standsStill({ store }: { readonly store: Pick<Store, 'people'> }, { keyId, person }: Actor): Promise<Refused | null> {
  if (person === undefined || person.organisationId === null) return null;
  return refuseChanged(person.role, await store.people.roleIn(person.organisationId, keyId));
}

function refuseChanged(was: Role | null, now: Role | null): Refused | null {
  if (now === was) return null;
  const became = now === null ? 'you were taken out of this organisation' : `your role in this organisation became ${now}`;
  return refused('forbidden', `Nothing was done: ${became} while you asked. An owner of the organisation can change roles.`);
}
