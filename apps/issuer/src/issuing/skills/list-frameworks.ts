import type { PageRequest, SkillFrameworkRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';

/** The frameworks of one issuer, in the order of their first import. An admin key names the issuer. */
export async function listFrameworks(
  { store }: { readonly store: Pick<Store, 'skills'> },
  { actor, input }: Request<{ readonly issuerId: string | null; readonly page: PageRequest }>,
): Promise<Result<readonly SkillFrameworkRecord[]>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  return done(issuer.value === null ? [] : await store.skills.list(issuer.value, input.page));
}
