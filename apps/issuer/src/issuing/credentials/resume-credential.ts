import type { CredentialRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import { done, type Result } from '../result.js';
import { changeOne, type StatusChanging } from '../status-lists/change-one.js';

/** Lifts the suspension of a badge. One that is not suspended stays as it is; a revoked one is refused. */
export async function resumeCredential(
  deps: StatusChanging,
  { actor, input: { credentialId } }: Request<{ readonly credentialId: string }>,
): Promise<Result<CredentialRecord>> {
  const loaded = await loadCredential(deps.store.credentials, actor, credentialId);
  if (!loaded.ok) return loaded;
  const { suspended, revoked } = loaded.value;
  if (suspended === null && revoked === null) return done(loaded.value);
  return changeOne(deps, actor, loaded.value, { purpose: 'suspension', value: false, reason: null });
}
