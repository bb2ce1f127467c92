import type { Retention } from '@proofmark/schemas/api';
import type { Request } from '../access/actor.js';
import { loadIssuer } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { retentionOf } from './retention.js';

/** How long things of an issuer are kept. */
export async function getRetention(
  { store }: { readonly store: Pick<Store, 'issuers' | 'retention'> },
  { actor, input: issuerId }: Request<string>,
): Promise<Result<Retention>> {
  const issuer = await loadIssuer(store.issuers, actor, issuerId);
  return issuer.ok ? done(retentionOf(await store.retention.find(issuerId))) : issuer;
}
