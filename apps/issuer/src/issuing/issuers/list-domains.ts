import type { Request } from '../access/actor.js';
import { loadIssuer } from '../access/load-issuer.js';
import type { IssuingDeps } from '../ports.js';
import type { IssuerDomainRecord } from '../records.js';
import { done, type Result } from '../result.js';

/** The web domains that an issuer claims, oldest first; any key of the issuer may ask. */
export async function listDomains(deps: IssuingDeps, { actor, input }: Request<string>): Promise<Result<readonly IssuerDomainRecord[]>> {
  const issuer = await loadIssuer(deps.store.issuers, actor, input);
  return issuer.ok ? done(await deps.store.domains.list(issuer.value.id)) : issuer;
}
