import { buildEvidenceReport, digestSRI, type PinnedItem } from '@proofmark/evidence';
import { encodeUtf8, formatInstant } from '@proofmark/primitives';
import { credentialUrl, evidenceReportUrl, type RelatedResource } from '@proofmark/schemas';
import { crypto } from '../crypto.js';
import type { Clock } from '../ports.js';

/** A report in the bytes in which it is stored and served, and how the badge names it. */
export interface BoundReport {
  readonly body: string;
  readonly resource: RelatedResource;
}

/** Makes the evidence report of a badge, and binds it by its digest (VC Data Model 2.0, 5.3). Null for a badge without work. */
export function makeReport(baseUrl: string, clock: Clock, credentialId: string, pinned: readonly PinnedItem[]): BoundReport | null {
  if (pinned.length === 0) return null;
  const credential = credentialUrl(baseUrl, credentialId);
  const madeAt = formatInstant(clock.now().getTime());
  const body = `${JSON.stringify(buildEvidenceReport({ credential, madeAt, work: pinned }), null, 2)}\n`;
  const sha384 = crypto.digest('SHA-384', encodeUtf8(body));
  return { body, resource: { id: evidenceReportUrl(credential), mediaType: 'application/json', digestSRI: digestSRI(sha384) } };
}
