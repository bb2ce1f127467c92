import type { RevokeCredential } from '@proofmark/schemas/api';
import { lacks, type Request, tenantFor } from '../access/actor.js';
import { announce } from '../events/append-event.js';
import type { IssuingDeps } from '../ports.js';
import type { CredentialRecord } from '../records.js';
import { done, notFound, type Result } from '../result.js';
import { withdraw } from './publish-status.js';

/**
 * Withdraws a badge for good. A badge that is withdrawn already stays as it is, with its first reason and date. One that was erased can
 * still be withdrawn, without a reason: others may have copies. Scope `credentials:write`.
 */
export async function revokeCredential(
  deps: IssuingDeps,
  { actor, input }: Request<RevokeCredential & { readonly credentialId: string }>,
): Promise<Result<CredentialRecord>> {
  const denied = lacks(actor, 'credentials:write');
  if (denied) return denied;
  const { credentialId, reason = null } = input;
  const tenant = await tenantFor(actor, credentialId, deps.store.credentials.tenantOf);
  const found = tenant === null ? null : await deps.store.credentials.find(tenant, credentialId);
  if (found === null || (found.signed === null && found.erasedAt === null)) return notFound('credential');
  if (found.revoked !== null) return done(found);
  return deps.store.transaction(async (tx) => {
    const { credential, now } = await withdraw(deps, tx, found, { reason, apiKeyId: actor.keyId });
    if (now) await announce(deps, tx, 'credential.revoked', { issuerId: found.issuerId, credentialId });
    return done(credential);
  });
}
