import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import type { Clock, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';

/** Ends a viewing link. What was written down about it stays. Again changes nothing. */
export async function revokeViewingLink(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { actor, input }: Request<{ readonly credentialId: string; readonly linkId: string }>,
): Promise<Result<null>> {
  const found = await loadCredential(store.credentials, actor, input.credentialId);
  if (!found.ok) return found;
  const badge = { issuerId: found.value.issuerId, credentialId: found.value.id };
  if ((await store.viewings.find(badge, input.linkId)) === null) return notFound('viewing link');
  await store.viewings.revoke(badge, input.linkId, clock.now());
  return done(null);
}
