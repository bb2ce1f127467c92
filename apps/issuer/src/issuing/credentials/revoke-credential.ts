import type { RevokeCredential } from '@proofmark/schemas/api';
import type { CredentialRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadCredentialOrErased } from '../access/load-credential.js';
import { done, type Result } from '../result.js';
import { changeOne, type StatusChanging } from '../status-lists/change-one.js';

/**
 * Revokes a badge for good. A badge that is revoked already stays as it is, with its first reason and date. One that was erased can
 * still be revoked, without a reason: others may have copies.
 */
export async function revokeCredential(
  deps: StatusChanging,
  { actor, input }: Request<Pick<RevokeCredential, 'reason'> & { readonly credentialId: string }>,
): Promise<Result<CredentialRecord>> {
  const { credentialId, reason = null } = input;
  const loaded = await loadCredentialOrErased(deps.store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  if (loaded.value.revoked !== null) return done(loaded.value);
  return changeOne(deps, actor, loaded.value, { purpose: 'revocation', value: true, reason });
}
