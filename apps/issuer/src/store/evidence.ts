import { type Kysely, sql } from 'kysely';
import { type NoteChange, refuseChange } from './public-side/public-changes.js';
import type { ArchiveRequestRecord, CredentialKey, NewArchiveRequest, StoredCopy } from './records.js';
import type { Tables } from './schema/tables.js';

/** What is kept about the work behind a badge. */
export function evidenceRepository(db: Kysely<Tables>, note: NoteChange = refuseChange) {
  const archiveRequestsOf = ({ issuerId, credentialId }: CredentialKey) =>
    db.selectFrom('archiveRequest').selectAll().where('issuerId', '=', issuerId).where('credentialId', '=', credentialId);
  return {
    /** `body` is stored as it is: the badge names its digest. */
    async insertReport(issuerId: string, credentialId: string, body: string): Promise<void> {
      await db.insertInto('evidenceReport').values({ issuerId, credentialId, body }).execute();
    },
    /** The evidence report of a badge as it is stored; null for a badge without one. */
    async report({ issuerId, credentialId }: CredentialKey): Promise<string | null> {
      const query = db
        .selectFrom('evidenceReport')
        .select('body')
        .where('issuerId', '=', issuerId)
        .where('credentialId', '=', credentialId);
      return (await query.executeTakeFirst())?.body ?? null;
    },
    /** Gives a badge what is kept of the work of another: the copies, private work, and what archives were asked for. */
    async takeOver({ issuerId, credentialId }: CredentialKey, from: string): Promise<void> {
      await sql`
        INSERT INTO capture (issuer_id, credential_id, n, media_type, bytes, created_at)
        SELECT ${issuerId}::uuid, ${credentialId}::uuid, n, media_type, bytes, created_at FROM capture
        WHERE issuer_id = ${issuerId} AND credential_id = ${from}`.execute(db);
      await sql`
        INSERT INTO private_work (issuer_id, credential_id, n, media_type, bytes)
        SELECT ${issuerId}::uuid, ${credentialId}::uuid, n, media_type, bytes FROM private_work
        WHERE issuer_id = ${issuerId} AND credential_id = ${from}`.execute(db);
    },
    async insertArchiveRequests(issuerId: string, credentialId: string, requests: readonly NewArchiveRequest[]): Promise<void> {
      if (requests.length === 0) return;
      const rows = requests.map((request) => ({ issuerId, credentialId, ...request }));
      await db.insertInto('archiveRequest').values(rows).execute();
    },
    /** Those on which an archive has not yet given its last word. */
    async openArchiveRequests(badge: CredentialKey): Promise<readonly ArchiveRequestRecord[]> {
      return archiveRequestsOf(badge).where('state', '=', 'requested').orderBy('at').execute();
    },
    /** All of them, in the order of the work. */
    async archiveRequests(badge: CredentialKey): Promise<readonly ArchiveRequestRecord[]> {
      return archiveRequestsOf(badge).orderBy('n').orderBy('archive').execute();
    },
    async updateArchiveRequest({ issuerId, credentialId, n, archive, ...changes }: ArchiveRequestRecord): Promise<void> {
      note(issuerId, 'credential', [credentialId]);
      await db
        .updateTable('archiveRequest')
        .set(changes)
        .where((eb) => eb.and({ issuerId, credentialId, n, archive }))
        .execute();
    },
    /** Which pieces of private work are kept, by their places. */
    async privateWork({ issuerId, credentialId }: CredentialKey): Promise<readonly number[]> {
      const rows = await db
        .selectFrom('privateWork')
        .select('n')
        .where('issuerId', '=', issuerId)
        .where('credentialId', '=', credentialId)
        .orderBy('n')
        .execute();
      return rows.map(({ n }) => n);
    },
    async insertPrivateWork(issuerId: string, credentialId: string, contents: readonly StoredCopy[]): Promise<void> {
      for (const { n, mediaType, bytes } of contents) {
        await db.insertInto('privateWork').values({ issuerId, credentialId, n, mediaType, bytes }).execute();
      }
    },
    async insertCopies(issuerId: string, credentialId: string, copies: readonly StoredCopy[], at: Date): Promise<void> {
      for (const { n, mediaType, bytes } of copies) {
        await db.insertInto('capture').values({ issuerId, credentialId, n, mediaType, bytes, createdAt: at }).execute();
      }
    },
  };
}
