import { mayActFor, type Request } from '../access/actor.js';
import type { Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';
import type { DomainId } from './get-domain.js';

/** Gives up the claim of a web domain: the DID document no longer names it, so what the domain hosts proves nothing. */
export async function unlinkDomain(
  { store }: { readonly store: Pick<Store, 'domains'> },
  { actor, input }: Request<DomainId>,
): Promise<Result<null>> {
  const removed = mayActFor(actor, input.issuerId) && (await store.domains.remove(input.issuerId, input.domainId));
  return removed ? done(null) : notFound('domain');
}
