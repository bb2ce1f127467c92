import { isAdmin, type Request } from '../access/actor.js';
import type { IssuingDeps } from '../ports.js';
import type { IssuerRecord } from '../records.js';
import { done, type Result } from '../result.js';
import type { PageRequest } from '../store-ports.js';

/** Every issuer for an admin key; for any other key its own. */
export async function listIssuers(deps: IssuingDeps, { actor, input }: Request<PageRequest>): Promise<Result<readonly IssuerRecord[]>> {
  if (isAdmin(actor)) return done(await deps.store.issuers.list(null, input));
  return done(actor.issuerId === null ? [] : await deps.store.issuers.list(actor.issuerId, input));
}
