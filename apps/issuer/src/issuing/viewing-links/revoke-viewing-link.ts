import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';

/** Ends a viewing link. What was written down about it stays. Again changes nothing. */
export async function revokeViewingLink(
  deps: IdSource & { readonly store: Store },
  { actor, input }: Request<{ readonly credentialId: string; readonly linkId: string }>,
): Promise<Result<null>> {
  const found = await loadCredential(deps.store.credentials, actor, input.credentialId);
  if (!found.ok) return found;
  const badge = { issuerId: found.value.issuerId, credentialId: found.value.id };
  if ((await deps.store.viewings.find(badge, input.linkId)) === null) return notFound('viewing link');
  return deps.store.transaction(async (tx) => {
    if (!(await tx.viewings.revoke(badge, input.linkId, deps.clock.now()))) return done(null);
    const details = { credentialId: badge.credentialId };
    await recordAct(deps, tx, actor, { action: 'viewing-link.revoked', issuerId: badge.issuerId, objectId: input.linkId, details });
    return done(null);
  });
}
