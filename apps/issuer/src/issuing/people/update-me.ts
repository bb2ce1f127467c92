import type { PersonRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { refuseBound } from './session.js';

/** Changes the name under which colleagues see the person who asks. */
export async function updateMe(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  { actor, input: { name } }: Request<{ readonly name: string }>,
): Promise<Result<PersonRecord>> {
  const bound = refuseBound(actor);
  if (bound !== null) return bound;
  return deps.store.transaction(async (tx): Promise<Result<PersonRecord>> => {
    const person = await tx.people.find(actor.keyId);
    if (person === null) return refused('unauthenticated', 'You are not signed in any more. Sign in again.');
    if (person.name !== name) {
      await tx.people.rename(person.id, name, deps.clock.now());
      await recordAct(deps, tx, actor, { action: 'person.renamed', issuerId: null, objectId: person.id });
    }
    return done({ ...person, name });
  });
}
