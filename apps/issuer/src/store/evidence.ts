import type { Insertable, Kysely, Selectable } from 'kysely';
import type { EvidenceRepository } from '../issuing/evidence-ports.js';
import type { CredentialKey } from '../issuing/life-ports.js';
import type { ArchiveRequestRecord } from '../issuing/records.js';
import type { ArchiveRequestTable, Database } from './database.js';

export function evidenceRepository(db: Kysely<Database>): EvidenceRepository {
  const archiveRequestsOf = ({ issuerId, credentialId }: CredentialKey) =>
    db.selectFrom('archive_request').selectAll().where('issuer_id', '=', issuerId).where('credential_id', '=', credentialId);
  return {
    async insertReport(issuerId, credentialId, body) {
      await db.insertInto('evidence_report').values({ issuer_id: issuerId, credential_id: credentialId, body }).execute();
    },
    async insertArchiveRequests(issuerId, credentialId, requests) {
      if (requests.length === 0) return;
      const rows = requests.map((request) => toArchiveRow({ issuerId, credentialId, ...request }));
      await db.insertInto('archive_request').values(rows).execute();
    },
    async openArchiveRequests(badge) {
      return (await archiveRequestsOf(badge).where('state', '=', 'requested').orderBy('at').execute()).map(toArchiveRequest);
    },
    async archiveRequests(badge) {
      return (await archiveRequestsOf(badge).orderBy('n').orderBy('archive').execute()).map(toArchiveRequest);
    },
    async updateArchiveRequest(request) {
      const { issuer_id, credential_id, n, archive, ...row } = toArchiveRow(request);
      await db
        .updateTable('archive_request')
        .set(row)
        .where((eb) => eb.and({ issuer_id, credential_id, n, archive }))
        .execute();
    },
    async privateWork({ issuerId, credentialId }) {
      const rows = await db
        .selectFrom('private_work')
        .select('n')
        .where('issuer_id', '=', issuerId)
        .where('credential_id', '=', credentialId)
        .orderBy('n')
        .execute();
      return rows.map(({ n }) => n);
    },
    async insertPrivateWork(issuerId, credentialId, contents) {
      for (const { n, mediaType, bytes } of contents) {
        const row = { issuer_id: issuerId, credential_id: credentialId, n, media_type: mediaType, bytes };
        await db.insertInto('private_work').values(row).execute();
      }
    },
    async insertCopies(issuerId, credentialId, copies, at) {
      for (const { n, mediaType, bytes } of copies) {
        const copy = { issuer_id: issuerId, credential_id: credentialId, n, media_type: mediaType, bytes, created_at: at };
        await db.insertInto('capture').values(copy).execute();
      }
    },
  };
}

function toArchiveRow(request: ArchiveRequestRecord): Insertable<ArchiveRequestTable> {
  const { issuerId, credentialId, archivedUrl, askedAt, ...same } = request;
  return { issuer_id: issuerId, credential_id: credentialId, archived_url: archivedUrl, asked_at: askedAt, ...same };
}

function toArchiveRequest(row: Selectable<ArchiveRequestTable>): ArchiveRequestRecord {
  const { issuer_id: issuerId, credential_id: credentialId, archived_url: archivedUrl, asked_at: askedAt, ...same } = row;
  return { issuerId, credentialId, archivedUrl, askedAt, ...same };
}
