import type { IssuerRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadIssuer } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import type { Result } from '../result.js';

/** One issuer; any key of it may ask. */
export async function getIssuer(
  { store }: { readonly store: Pick<Store, 'issuers'> },
  { actor, input }: Request<string>,
): Promise<Result<IssuerRecord>> {
  return loadIssuer(store.issuers, actor, input);
}
