import type { EraseCredential } from '@proofmark/schemas/api';
import { lacks, type Request, tenantFor } from '../access/actor.js';
import { announce } from '../events/append-event.js';
import type { IssuingDeps } from '../ports.js';
import type { CredentialRecord } from '../records.js';
import { done, notFound, type Result } from '../result.js';
import { withdraw } from './publish-status.js';

/**
 * Removes a badge with all that it and its work say about a person, in one transaction. Its id and its place in the status list stay
 * taken. Copies that others have are not touched; `revoke` withdraws the badge as well, so that whoever checks a copy is told. Again
 * changes nothing. Scope `credentials:write`.
 */
export async function eraseCredential(
  deps: IssuingDeps,
  { actor, input }: Request<EraseCredential & { readonly credentialId: string }>,
): Promise<Result<CredentialRecord>> {
  const denied = lacks(actor, 'credentials:write');
  if (denied) return denied;
  const { credentialId, revoke = false } = input;
  const { credentials } = deps.store;
  const tenant = await tenantFor(actor, credentialId, credentials.tenantOf);
  const found = tenant === null ? null : await credentials.find(tenant, credentialId);
  if (found === null || (found.signed === null && found.erasedAt === null)) return notFound('credential');
  return deps.store.transaction(async (tx) => {
    const badge = { issuerId: found.issuerId, credentialId };
    // The list's lock comes first, as in every withdrawal.
    const withdrawn = revoke ? await withdraw(deps, tx, found, { reason: null, apiKeyId: actor.keyId }) : null;
    const credential = withdrawn?.credential ?? (await tx.credentials.lock(found.issuerId, credentialId));
    if (credential === null) throw new Error('a badge is gone from its table');
    if (credential.erasedAt === null) await tx.erasure.erase(badge, deps.clock.now());
    if (withdrawn?.now) await announce(deps, tx, 'credential.revoked', badge);
    if (credential.erasedAt !== null) return done(credential);
    await announce(deps, tx, 'credential.erased', badge);
    const erased = await tx.credentials.find(found.issuerId, credentialId);
    if (erased === null) throw new Error('a badge is gone from its table');
    return done(erased);
  });
}
