import { digestSRI } from '@proofmark/evidence';
import { encodeUtf8 } from '@proofmark/primitives';
import { credentialUrl, evidenceReportUrl, type UnsignedCredential } from '@proofmark/schemas';
import type { AchievementRecord } from '../../store/index.js';
import type { AvailableCredential } from '../access/load-credential.js';
import { crypto } from '../crypto.js';
import type { BoundReport } from '../evidence/evidence-report.js';
import { newPublicId } from '../identifiers.js';
import type { IdSource, Store } from '../ports.js';
import type { KnownRecipient } from '../recipients/recipient-of.js';
import { done, type Result } from '../result.js';
import type { BadgeSources } from './batch/badge-sources.js';
import type { BadgeParts } from './build-badge.js';

export interface CorrectionSources extends IdSource {
  readonly store: Store;
  readonly sources: BadgeSources;
  readonly baseUrl: string;
}

/** What a badge is made of that says what an old one says, but of its recipient. */
export async function prepareCorrection(
  deps: CorrectionSources,
  achievement: AchievementRecord,
  { issuerId, id: oldId, signed, evidenceFindings, validFrom, validUntil }: AvailableCredential,
  recipient: Pick<KnownRecipient, 'prepare'>,
): Promise<Result<BadgeParts>> {
  const id = newPublicId(deps, await deps.sources.issuer(issuerId));
  const report = await deps.store.evidence.report({ issuerId, credentialId: oldId });
  // What belongs to a badge has its address under that of the badge.
  const moved = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll(credentialUrl(deps.baseUrl, oldId), credentialUrl(deps.baseUrl, id))) as T;
  const { proof: _, ...credential } = JSON.parse(signed.json) as UnsignedCredential & { readonly proof?: unknown };
  return done({
    id,
    achievement,
    recipient: await recipient.prepare(),
    ...{ results: [], narrative: undefined, links: [], pinned: [], copies: [], contents: [], archiving: [] },
    report: report === null ? null : boundReport(credentialUrl(deps.baseUrl, id), moved(JSON.parse(report) as object)),
    validity: { from: validFrom.getTime(), until: validUntil?.getTime() ?? null },
    mail: null,
    original: { credential: moved(credential), findings: moved(evidenceFindings) },
  });
}

function boundReport(credential: string, report: object): BoundReport {
  const body = `${JSON.stringify(report, null, 2)}\n`;
  const sha384 = crypto.digest('SHA-384', encodeUtf8(body));
  return { body, resource: { id: evidenceReportUrl(credential), mediaType: 'application/json', digestSRI: digestSRI(sha384) } };
}
