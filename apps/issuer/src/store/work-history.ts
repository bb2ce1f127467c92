import type { Kysely } from 'kysely';
import { archivedCopies } from '../issuing/evidence/archive-requests.js';
import { evidenceItems } from '../issuing/evidence/evidence-items.js';
import { LOOKS_SHOWN, type WorkHistory } from '../issuing/monitoring/work-log.js';
import type { Database } from './database.js';
import { endorsementRepository } from './endorsements.js';
import { evidenceRepository } from './evidence.js';
import { toFindings } from './rows.js';
import { workRepository } from './work.js';

/** What is known of the work of a badge since it was issued; null when there is no such badge. */
export async function findWorkHistory(db: Kysely<Database>, credentialId: string): Promise<WorkHistory | null> {
  const row = await db
    .selectFrom('credential')
    .select(['issuer_id', 'unsigned', 'evidence_findings', 'valid_from', 'valid_until'])
    .where('id', '=', credentialId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const badge = { issuerId: row.issuer_id, credentialId };
  const findings = toFindings(row.evidence_findings);
  return {
    evidence: evidenceItems({ unsigned: row.unsigned, evidenceFindings: findings }),
    findings,
    looks: findings.length === 0 ? [] : await workRepository(db).newest(badge, LOOKS_SHOWN),
    archived: findings.length === 0 ? [] : archivedCopies(await evidenceRepository(db).archiveRequests(badge)),
    endorsements: await endorsementRepository(db).list(badge),
    validFrom: row.valid_from,
    validUntil: row.valid_until,
  };
}
