import type { PreparedCredential } from '@proofmark/proofs/sign';
import type { IssuerRecord } from '../../../store/index.js';
import { prepareConforming } from '../../conformance.js';
import { done, type Result, refused } from '../../result.js';
import type { StatusPlace } from '../../status-lists/status-list.js';
import { type BadgeParts, buildBadge, sharedIds } from '../build-badge.js';
import { inRequest } from '../request-pointer.js';

/** Builds the badge with its place and checks it; answers what is to be signed, or why it must not be. */
export async function checkBadge(
  parts: BadgeParts,
  issuer: IssuerRecord,
  place: StatusPlace,
  baseUrl: string,
): Promise<Result<PreparedCredential>> {
  const badge = buildBadge(parts, issuer, place, baseUrl);
  const conformance = await prepareConforming(badge, 'AchievementCredential');
  const shared = sharedIds(badge);
  // Of a shared id the schema would tell too, at both places, and with less to go by.
  const faults = shared.length > 0 || conformance.ok ? shared : conformance.faults;
  if (conformance.ok && faults.length === 0) return done(conformance.prepared);
  return refused('credential-refused', 'The badge would not conform, so it was not signed.', inRequest(faults, 'badge'));
}
