import type { RevokeCredential } from '@proofmark/schemas/api';
import type { CredentialRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadCredentialOrErased } from '../access/load-credential.js';
import { recordAct } from '../access/record-act.js';
import { appendEvent } from '../events/append-event.js';
import { done, type Result } from '../result.js';
import { applyRevocation, type Revocation } from '../status-lists/apply-revocation.js';

/**
 * Revokes a badge for good. A badge that is revoked already stays as it is, with its first reason and date. One that was erased can
 * still be revoked, without a reason: others may have copies.
 */
export async function revokeCredential(
  deps: Revocation,
  { actor, input }: Request<RevokeCredential & { readonly credentialId: string }>,
): Promise<Result<CredentialRecord>> {
  const { credentialId, reason = null } = input;
  const loaded = await loadCredentialOrErased(deps.store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  const found = loaded.value;
  if (found.revoked !== null) return done(found);
  return deps.store.transaction(async (tx) => {
    const { credential, now } = await applyRevocation(deps, tx, found, { reason, apiKeyId: actor.keyId });
    if (now) {
      await recordAct(deps, tx, actor, { action: 'credential.revoked', issuerId: found.issuerId, objectId: credentialId });
      await appendEvent(deps, tx, 'credential.revoked', { issuerId: found.issuerId, credentialId });
    }
    return done(credential);
  });
}
