import type { IssuerRecord, PageRequest } from '../../store/index.js';
import { isAdmin, type Request } from '../access/actor.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** Every issuer for an admin key; for any other key its own, and for a person those of their organisation. */
export async function listIssuers(
  { store }: { readonly store: Pick<Store, 'issuers'> },
  { actor, input }: Request<PageRequest>,
): Promise<Result<readonly IssuerRecord[]>> {
  if (isAdmin(actor)) return done(await store.issuers.list(null, input));
  const own = actor.person?.issuerIds ?? (actor.issuerId === null ? [] : [actor.issuerId]);
  return done(own.length === 0 ? [] : await store.issuers.list(own, input));
}
