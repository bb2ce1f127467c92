import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import type { IssuingDeps } from '../ports.js';
import { done, notFound, type Result } from '../result.js';

/** Ends a viewing link. What was written down about it stays. Again changes nothing. */
export async function revokeViewingLink(
  deps: IssuingDeps,
  { actor, input }: Request<{ readonly credentialId: string; readonly linkId: string }>,
): Promise<Result<null>> {
  const found = await loadCredential(deps.store.credentials, actor, input.credentialId);
  if (!found.ok) return found;
  const badge = { issuerId: found.value.issuerId, credentialId: found.value.id };
  if ((await deps.store.viewings.find(badge, input.linkId)) === null) return notFound('viewing link');
  await deps.store.viewings.revoke(badge, input.linkId, deps.clock.now());
  return done(null);
}
