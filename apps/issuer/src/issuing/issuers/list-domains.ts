import { mayActFor, type Request } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import type { IssuerDomainRecord } from '../records.js';
import { done, notFound, type Result } from '../result.js';

/** The web domains that an issuer claims, oldest first; any key of the issuer may ask. */
export async function listDomains(deps: IssuingDeps, { actor, input }: Request<string>): Promise<Result<readonly IssuerDomainRecord[]>> {
  const issuer = mayActFor(actor, input) ? await deps.store.issuers.find(input) : null;
  return issuer === null ? notFound('issuer') : done(await deps.store.domains.list(issuer.id));
}
