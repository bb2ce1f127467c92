import type { Kysely } from 'kysely';
import type { EvidenceRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';

export function evidenceRepository(db: Kysely<Database>): EvidenceRepository {
  return {
    async insertReport(issuerId, credentialId, body) {
      await db.insertInto('evidence_report').values({ issuer_id: issuerId, credential_id: credentialId, body }).execute();
    },
  };
}
