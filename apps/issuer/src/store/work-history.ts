import type { Kysely } from 'kysely';
import { archivedCopies } from '../issuing/evidence/archive-requests.js';
import { evidenceItems } from '../issuing/evidence/evidence-items.js';
import { LOOKS_SHOWN, type WorkHistory } from '../issuing/monitoring/work-log.js';
import { endorsementRepository } from './endorsements.js';
import { evidenceRepository } from './evidence.js';
import { completeFindings } from './findings.js';
import type { CredentialKey } from './records.js';
import type { Tables } from './schema/tables.js';
import { workRepository } from './work.js';

/** What is known of the work of a badge since it was issued; null when there is no such badge. */
export async function findWorkHistory(db: Kysely<Tables>, badge: CredentialKey): Promise<WorkHistory | null> {
  const row = await db
    .selectFrom('credential')
    .select(['signedJson', 'evidenceFindings', 'validFrom', 'validUntil'])
    .where('issuerId', '=', badge.issuerId)
    .where('id', '=', badge.credentialId)
    .executeTakeFirst();
  if (row === undefined || row.signedJson === null) return null;
  const findings = completeFindings(row.evidenceFindings);
  return {
    evidence: evidenceItems(row.signedJson, findings),
    findings,
    looks: findings.length === 0 ? [] : await workRepository(db).newest(badge, LOOKS_SHOWN),
    archived: findings.length === 0 ? [] : archivedCopies(await evidenceRepository(db).archiveRequests(badge)),
    endorsements: await endorsementRepository(db).list(badge),
    validFrom: row.validFrom,
    validUntil: row.validUntil,
  };
}
