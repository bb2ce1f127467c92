import type { UpdateMe } from '@proofmark/schemas/api';
import type { PersonRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { refuseBound } from './session.js';

/** Changes the name under which colleagues see the person who asks, and what they chose for themselves. */
export async function updateMe(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  { actor, input: { name, assessmentMails, language } }: Request<UpdateMe>,
): Promise<Result<PersonRecord>> {
  const bound = refuseBound(actor);
  if (bound !== null) return bound;
  return deps.store.transaction(async (tx): Promise<Result<PersonRecord>> => {
    const person = await tx.people.find(actor.keyId);
    if (person === null) return refused('unauthenticated', 'You are not signed in any more. Sign in again.');
    const now = deps.clock.now();
    if (name !== undefined && person.name !== name) {
      await tx.people.rename(person.id, name, now);
      await recordAct(deps, tx, actor, { action: 'person.renamed', issuerId: null, objectId: person.id });
    }
    if (assessmentMails !== undefined || language !== undefined) await tx.people.choose(person.id, { assessmentMails, language }, now);
    return done({ ...person, ...given({ name, assessmentMails, language }) });
  });
}

function given<T extends object>(changes: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never;
}
