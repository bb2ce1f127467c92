import { canonicalEmail } from '@proofmark/primitives';
import type { BecomeOwner } from '@proofmark/schemas/api';
import { recordAct } from '../access/record-act.js';
import { hashSecretText } from '../access/secret-text.js';
import { newId } from '../identifiers.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import type { BegunSession, Caller, Identity } from './identity.js';
import { arriving } from './session.js';

const NO_LINK =
  'This link makes nobody an owner any more: it was used, or it is too old. At the machine, `npm run -s sign-in-link` makes another one.';

export interface OwnerMaking extends IdSource {
  readonly store: Pick<Store, 'transaction'>;
  readonly identity: Pick<Identity, 'beginSession'>;
}

/**
 * Makes whoever opens the link of the start, or of the operator, an owner: a person, an organisation, and a session. The first person of all gets every
 * issuer that belongs to nobody; a later one gets none. The address is not verified by that. Those links that are still open end with the first that is
 * used.
 */
export async function becomeOwner(deps: OwnerMaking, input: BecomeOwner, caller: Caller = {}): Promise<Result<BegunSession>> {
  const made = await makeOwner(deps, input, caller);
  return made.ok ? done(await deps.identity.beginSession(made.value, caller)) : made;
}

async function makeOwner(
  deps: OwnerMaking,
  { token, email, name, organisation: organisationName }: BecomeOwner,
  caller: Caller,
): Promise<Result<string>> {
  const now = deps.clock.now();
  const address = canonicalEmail(email);
  if (address === null) return refused('gone', NO_LINK);
  return deps.store.transaction(async (tx): Promise<Result<string>> => {
    const { any } = await tx.people.lockFirst();
    if (!(await tx.sessions.useOwnerLink(hashSecretText(token), now))) return refused('gone', NO_LINK);
    const times = { createdAt: now, updatedAt: now };
    const person = { id: newId(deps), email: address, name, emailVerified: false, image: null, ...times };
    if (!(await tx.people.insert(person)))
      return refused('conflict', 'Somebody has this address already: sign in with it.', [
        { pointer: '/email', code: 'not-unique', detail: 'is the address of somebody who can sign in already: sign in with it' },
      ]);
    const organisation = { id: newId(deps), name: organisationName, createdAt: now };
    await tx.people.insertOrganisation(organisation);
    if (!any) await tx.people.ownAll(organisation.id);
    await tx.people.join({ organisationId: organisation.id, personId: person.id, role: 'owner', createdAt: now });
    await recordAct(deps, tx, arriving(person.id, caller), { action: 'organisation.created', issuerId: null, objectId: organisation.id });
    return done(person.id);
  });
}
