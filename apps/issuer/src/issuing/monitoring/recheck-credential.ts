import { findAvailable } from '../access/load-credential.js';
import type { CredentialKey } from '../life-ports.js';
import type { IssuingDeps } from '../ports.js';
import { type RecheckOptions, recheckEvidence } from './recheck-evidence.js';
import { recordResults } from './record-results.js';

/**
 * Looks again at the work behind one badge, because it was ordered to. Done twice, it looks twice. A badge that was withdrawn or erased
 * since, or is out of date, is left alone.
 */
export async function recheckCredential(deps: IssuingDeps, badge: CredentialKey, looking: RecheckOptions): Promise<void> {
  const credential = await findAvailable(deps.store.credentials, badge);
  if (credential === null || credential.revoked !== null) return;
  if (credential.validUntil !== null && credential.validUntil < deps.clock.now()) return;
  await recordResults(deps, badge, await recheckEvidence(deps, credential, looking));
}
