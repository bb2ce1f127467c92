import { findAvailable } from '../access/load-credential.js';
import type { BadgeKey } from '../life-ports.js';
import type { IssuingDeps } from '../ports.js';
import { type Looking, lookAtWork } from './recheck-evidence.js';
import { recordLooks } from './record-results.js';

/**
 * Looks again at the work behind one badge, because it was ordered to. Done twice, it looks twice. A badge that was withdrawn or erased
 * since, or is out of date, is left alone.
 */
export async function recheckBadge(deps: IssuingDeps, badge: BadgeKey, looking: Looking): Promise<void> {
  const credential = await findAvailable(deps.store.credentials, badge);
  if (credential === null || credential.revoked !== null) return;
  if (credential.validUntil !== null && credential.validUntil < deps.clock.now()) return;
  await recordLooks(deps, badge, await lookAtWork(deps, credential, looking));
}
