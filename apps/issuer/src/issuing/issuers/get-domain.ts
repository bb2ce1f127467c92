import type { IssuerDomainRecord } from '../../store/index.js';
import { mayActFor, type Request } from '../access/actor.js';
import type { Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';

/** Which claim of which issuer. */
export interface DomainId {
  readonly issuerId: string;
  readonly domainId: string;
}

/** One web domain that an issuer claims; any key of the issuer may ask. */
export async function getDomain(
  { store }: { readonly store: Pick<Store, 'domains'> },
  { actor, input }: Request<DomainId>,
): Promise<Result<IssuerDomainRecord>> {
  const domain = mayActFor(actor, input.issuerId) ? await store.domains.find(input.issuerId, input.domainId) : null;
  return domain === null ? notFound('domain') : done(domain);
}
