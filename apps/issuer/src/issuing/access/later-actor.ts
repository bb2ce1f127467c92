import { ROLE_SCOPES, type Scope } from '@proofmark/schemas/api';
import type { Store } from '../ports.js';
import { type Actor, personActor } from './actor.js';

/** The actor of what is done after its request: whose id was kept, a key or a person. */
export async function laterActor({ people }: Pick<Store, 'people'>, id: string, issuerId: string): Promise<Actor> {
  return (await people.find(id)) === null ? { keyId: id, issuerId, scopes: [] } : inTheNameOf(id, issuerId);
}

/** As `laterActor`; null when the key counts no more, or the person's role no longer has the scope. */
export async function standingActor(
  { apiKeys, people }: Pick<Store, 'apiKeys' | 'people'>,
  { id, issuerId, scope }: { readonly id: string; readonly issuerId: string; readonly scope: Scope },
  now: Date,
): Promise<Actor | null> {
  if (await apiKeys.stands(id, now)) return { keyId: id, issuerId, scopes: [] };
  const role = await people.roleFor(id, issuerId);
  return role !== null && ROLE_SCOPES[role].includes(scope) ? inTheNameOf(id, issuerId) : null;
}

function inTheNameOf(id: string, issuerId: string): Actor {
  return personActor(id, { sessionId: null, organisationId: null, role: null, issuerIds: [issuerId] });
}
