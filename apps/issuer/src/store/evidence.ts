import type { Kysely } from 'kysely';
import type { EvidenceRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';

export function evidenceRepository(db: Kysely<Database>): EvidenceRepository {
  return {
    async insertReport(issuerId, credentialId, body) {
      await db.insertInto('evidence_report').values({ issuer_id: issuerId, credential_id: credentialId, body }).execute();
    },
    async insertCopies(issuerId, credentialId, copies, at) {
      for (const { n, mediaType, bytes } of copies) {
        const copy = { issuer_id: issuerId, credential_id: credentialId, n, media_type: mediaType, bytes, created_at: at };
        await db.insertInto('capture').values(copy).execute();
      }
    },
  };
}
