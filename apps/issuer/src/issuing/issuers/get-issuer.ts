import { mayActFor, type Request } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import type { IssuerRecord } from '../records.js';
import { done, notFound, type Result } from '../result.js';

/** One issuer; any key of it may ask. */
export async function getIssuer(deps: IssuingDeps, { actor, input }: Request<string>): Promise<Result<IssuerRecord>> {
  const issuer = mayActFor(actor, input) ? await deps.store.issuers.find(input) : null;
  return issuer === null ? notFound('issuer') : done(issuer);
}
