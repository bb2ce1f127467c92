import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** A recipient who has no badge any more goes, and the key of their address. */
export async function deleteWithoutBadges(db: Kysely<Tables>, issuerId: string, id: string): Promise<void> {
  await sql`
    DELETE FROM recipient r WHERE r.issuer_id = ${issuerId} AND r.id = ${id}
      AND NOT EXISTS (SELECT FROM credential c WHERE c.issuer_id = ${issuerId} AND c.recipient_id = r.id)`.execute(db);
}
