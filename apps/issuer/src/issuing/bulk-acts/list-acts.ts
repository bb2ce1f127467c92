import type { BulkActRecord, PageRequest } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** What was done to many badges of one issuer at once, newest first. An admin key names the issuer. */
export async function listBulkActs(
  { store }: { readonly store: Pick<Store, 'bulkActs'> },
  { actor, input }: Request<{ readonly issuerId: string | null; readonly page: PageRequest }>,
): Promise<Result<readonly BulkActRecord[]>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  return done(issuer.value === null ? [] : await store.bulkActs.list(issuer.value, input.page));
}
