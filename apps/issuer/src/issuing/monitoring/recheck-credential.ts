import type { CredentialKey } from '../../store/index.js';
import { findAvailable } from '../access/load-credential.js';
import type { IdSource, Store } from '../ports.js';
import type { RecheckEvidence, RecheckOptions } from './recheck-evidence.js';
import { recordResults } from './record-results.js';

export interface Rechecking extends IdSource {
  readonly store: Store;
  readonly recheck: RecheckEvidence;
}

/**
 * Rechecks the evidence of one badge, as a job. It may run twice; then both results are kept. A badge that was revoked or erased
 * since, or is out of date, is left alone.
 */
export async function recheckCredential(deps: Rechecking, badge: CredentialKey, options: RecheckOptions): Promise<void> {
  const credential = await findAvailable(deps.store.credentials, badge);
  if (credential === null || credential.revoked !== null) return;
  if (credential.validUntil !== null && credential.validUntil < deps.clock.now()) return;
  await recordResults(deps, badge, await deps.recheck(credential, options));
}
