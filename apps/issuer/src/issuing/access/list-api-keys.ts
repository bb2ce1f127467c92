import type { ApiKeyWithUse, PageRequest } from '../../store/index.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { isAdmin, type Request } from './actor.js';
import { issuerOfList } from './load-issuer.js';

/** The keys of an issuer, revoked ones included. An admin key that names no issuer sees the admin keys. */
export async function listApiKeys(
  { store }: { readonly store: Pick<Store, 'apiKeys'> },
  { actor, input }: Request<{ readonly issuerId: string | null; readonly page: PageRequest }>,
): Promise<Result<readonly ApiKeyWithUse[]>> {
  if (isAdmin(actor)) return done(await store.apiKeys.list(input.issuerId, input.page));
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  return done(issuer.value === null ? [] : await store.apiKeys.list(issuer.value, input.page));
}
