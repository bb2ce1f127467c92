import { buildEvidenceReport, digestSRI, type PinnedItem } from '@proofmark/evidence';
import { credentialUrl, evidenceReportUrl, formatInstant, type RelatedResource } from '@proofmark/schemas';
import type { IssuingDeps } from '../ports.js';

/** A report in the bytes in which it is stored and served, and how the badge names it. */
export interface BoundReport {
  readonly body: string;
  readonly resource: RelatedResource;
}

/** Makes the evidence report of a badge, and binds it by its digest (VC Data Model 2.0, 5.3). Null for a badge without work. */
export async function makeReport(
  deps: Pick<IssuingDeps, 'baseUrl' | 'clock' | 'crypto'>,
  credentialId: string,
  pinned: readonly PinnedItem[],
): Promise<BoundReport | null> {
  if (pinned.length === 0) return null;
  const credential = credentialUrl(deps.baseUrl, credentialId);
  const madeAt = formatInstant(deps.clock.now().getTime());
  const body = `${JSON.stringify(buildEvidenceReport({ credential, madeAt, work: pinned }), null, 2)}\n`;
  const sha384 = await deps.crypto.digest('SHA-384', new TextEncoder().encode(body));
  return { body, resource: { id: evidenceReportUrl(credential), mediaType: 'application/json', digestSRI: digestSRI(sha384) } };
}
