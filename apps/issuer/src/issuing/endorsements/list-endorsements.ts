import type { Request } from '../access/actor.js';
import { loadCredential } from '../access/load-credential.js';
import type { IssuingDeps } from '../ports.js';
import type { EndorsementRecord } from '../records.js';
import { done, type Result } from '../result.js';

/** The endorsements of a badge, oldest first. */
export async function listEndorsements(
  deps: IssuingDeps,
  { actor, input: credentialId }: Request<string>,
): Promise<Result<readonly EndorsementRecord[]>> {
  const found = await loadCredential(deps.store.credentials, actor, credentialId);
  return found.ok ? done(await deps.store.endorsements.list({ issuerId: found.value.issuerId, credentialId })) : found;
}
