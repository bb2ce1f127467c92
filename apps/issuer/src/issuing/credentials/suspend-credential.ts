import type { SuspendCredential } from '@proofmark/schemas/api';
import type { CredentialRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import { done, type Result } from '../result.js';
import { changeOne, type StatusChanging } from '../status-lists/change-one.js';

/** Suspends a badge until it is resumed. One that is suspended already stays as it is, with its reason and date; a revoked one is refused. */
export async function suspendCredential(
  deps: StatusChanging,
  { actor, input }: Request<SuspendCredential & { readonly credentialId: string }>,
): Promise<Result<CredentialRecord>> {
  const { credentialId, reason = null } = input;
  const loaded = await loadCredential(deps.store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  const { suspended, revoked } = loaded.value;
  if (suspended !== null && revoked === null) return done(loaded.value);
  return changeOne(deps, actor, loaded.value, { purpose: 'suspension', value: true, reason });
}
