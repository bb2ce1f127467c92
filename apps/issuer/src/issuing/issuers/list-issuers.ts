import type { IssuerRecord, PageRequest } from '../../store/index.js';
import { isAdmin, type Request } from '../access/actor.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** Every issuer for an admin key; for any other key its own. */
export async function listIssuers(
  { store }: { readonly store: Pick<Store, 'issuers'> },
  { actor, input }: Request<PageRequest>,
): Promise<Result<readonly IssuerRecord[]>> {
  if (isAdmin(actor)) return done(await store.issuers.list(null, input));
  return done(actor.issuerId === null ? [] : await store.issuers.list(actor.issuerId, input));
}
