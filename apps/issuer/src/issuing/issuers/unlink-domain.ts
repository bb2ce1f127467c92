import { mayActFor, type Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';
import type { DomainId } from './get-domain.js';

/** Gives up the claim of a web domain: the DID document no longer names it, so what the domain hosts proves nothing. */
export async function unlinkDomain(
  deps: IdSource & { readonly store: Pick<Store, 'transaction'> },
  { actor, input }: Request<DomainId>,
): Promise<Result<null>> {
  const { issuerId, domainId } = input;
  if (!mayActFor(actor, issuerId)) return notFound('domain');
  return deps.store.transaction(async (tx) => {
    if (!(await tx.domains.remove(issuerId, domainId))) return notFound('domain');
    await recordAct(deps, tx, actor, { action: 'domain.removed', issuerId, objectId: domainId });
    return done(null);
  });
}
