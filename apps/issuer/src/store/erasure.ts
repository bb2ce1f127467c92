import { type Kysely, sql } from 'kysely';
import type { ErasureRepository } from '../issuing/life-ports.js';
import type { Database } from './database.js';

/** The tables that hold nothing but what belongs to one badge: its rows in them go. */
const TABLES = [
  'evidence_report',
  'capture',
  'archive_request',
  // In the order in which they lean on each other.
  'viewing',
  'viewing_link',
  'private_work',
  'work_watch',
  'work_look',
  'endorsement',
] as const satisfies readonly (keyof Database)[];

export function erasureRepository(db: Kysely<Database>): ErasureRepository {
  return {
    async erase({ issuerId, credentialId }, at) {
      const { predecessor_id: predecessor } = await db
        .selectFrom('credential')
        .select('predecessor_id')
        .where('issuer_id', '=', issuerId)
        .where('id', '=', credentialId)
        .executeTakeFirstOrThrow();
      await db
        .updateTable('credential')
        .set({ unsigned: '', signed_json: null, signed_jwt: null, evidence_findings: '[]', recipient_lookup: null, erased_at: at })
        .set({ predecessor_id: null })
        .where('issuer_id', '=', issuerId)
        .where('id', '=', credentialId)
        .execute();
      for (const table of TABLES) {
        await db.deleteFrom(table).where('issuer_id', '=', issuerId).where('credential_id', '=', credentialId).execute();
      }
      // What is left must not lead to a person by way of another badge of theirs.
      await db
        .updateTable('credential')
        .set({ predecessor_id: null })
        .where('issuer_id', '=', issuerId)
        .where('predecessor_id', '=', credentialId)
        .execute();
      await db
        .updateTable('api_event')
        .set({ data: '{}' })
        .where('issuer_id', '=', issuerId)
        .where('credential_id', 'in', predecessor === null ? [credentialId] : [credentialId, predecessor])
        .execute();
      // A reason is what somebody wrote about a person.
      await db
        .updateTable('status_event')
        .set({ reason: null })
        .where('issuer_id', '=', issuerId)
        .where('credential_id', '=', credentialId)
        .execute();
      // The key goes on standing for this badge; the hash of what was asked for is one of an address, too.
      await db
        .updateTable('idempotency')
        .set({ request_hash: Buffer.alloc(0) })
        .where('issuer_id', '=', issuerId)
        .where('credential_id', '=', credentialId)
        .execute();
      await sql`
        DELETE FROM assessor a WHERE a.issuer_id = ${issuerId}
          AND NOT EXISTS (SELECT FROM endorsement e WHERE e.issuer_id = a.issuer_id AND e.assessor_id = a.id)`.execute(db);
    },
  };
}
