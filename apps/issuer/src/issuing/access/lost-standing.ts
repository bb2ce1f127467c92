import type { Repositories } from '../ports.js';
import { type Refused, refused } from '../result.js';
import type { Actor } from './actor.js';

/**
 * To be asked first in the transaction of an act that gives power. What a person is was read before the body of their request had come, which can take a
 * minute: it is read again here, and the members of the organisation stay as they are until the transaction ends. Null when nothing has changed, and for
 * keys.
 */
export async function lostStanding({ people }: Pick<Repositories, 'people'>, { keyId, person }: Actor): Promise<Refused | null> {
  if (person === undefined || person.organisationId === null) return null;
  const membership = await people.lockMember(person.organisationId, keyId);
  if (membership !== null && membership.role === person.role) return null;
  const became =
    membership === null ? 'you were taken out of this organisation' : `your role in this organisation became ${membership.role}`;
  return refused('forbidden', `Nothing was done: ${became} while you asked. An owner of the organisation can change roles.`);
}
