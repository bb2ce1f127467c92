import type { IssuerDomainRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadIssuer } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** The web domains that an issuer claims, oldest first; any key of the issuer may ask. */
export async function listDomains(
  { store }: { readonly store: Pick<Store, 'issuers' | 'domains'> },
  { actor, input }: Request<string>,
): Promise<Result<readonly IssuerDomainRecord[]>> {
  const issuer = await loadIssuer(store.issuers, actor, input);
  return issuer.ok ? done(await store.domains.list(issuer.value.id)) : issuer;
}
