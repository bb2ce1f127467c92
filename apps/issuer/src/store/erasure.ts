import { isUuid } from '@proofmark/schemas';
import { type Kysely, sql } from 'kysely';
import type { CredentialKey } from './records.js';
import type { Tables } from './schema/tables.js';

/** The tables that hold nothing but what belongs to one badge: its rows in them are deleted. */
const TABLES = [
  'evidenceReport',
  'capture',
  'archiveRequest',
  // In the order in which they refer to each other.
  'viewing',
  'viewingLink',
  'privateWork',
  'workWatch',
  'workLook',
  'endorsement',
] as const satisfies readonly (keyof Tables)[];

/**
 * Lets this transaction take from the two journals what they say of one badge. A statement of its own, since a distributed database passes on
 * SET LOCAL and not what a function sets; it takes no parameters.
 */
async function allowErasing(db: Kysely<Tables>, credentialId: string): Promise<void> {
  if (!isUuid(credentialId)) throw new TypeError('the id of a credential is a UUID');
  await sql`SET LOCAL proofmark.erasing = ${sql.lit(credentialId.toLowerCase())}`.execute(db);
}

export function erasureRepository(db: Kysely<Tables>) {
  return {
    /** Removes all that a badge and what belongs to it say about a person; its row, its place in its list and its events stay, with ids and dates. */
    async erase({ issuerId, credentialId }: CredentialKey, at: Date): Promise<void> {
      await allowErasing(db, credentialId);
      const { predecessorId } = await db
        .selectFrom('credential')
        .select('predecessorId')
        .where('issuerId', '=', issuerId)
        .where('id', '=', credentialId)
        .executeTakeFirstOrThrow();
      await db
        .updateTable('credential')
        .set({
          unsigned: null,
          signedJson: null,
          signedJwt: null,
          detachedJwt: null,
          evidenceFindings: '[]',
          recipientLookup: null,
          erasedAt: at,
        })
        .set({ predecessorId: null, recordSalt: Buffer.alloc(0) })
        .where('issuerId', '=', issuerId)
        .where('id', '=', credentialId)
        .execute();
      for (const table of TABLES) {
        await db.deleteFrom(table).where('issuerId', '=', issuerId).where('credentialId', '=', credentialId).execute();
      }
      // What is left must not lead to a person by way of another badge of theirs.
      await db
        .updateTable('credential')
        .set({ predecessorId: null })
        .where('issuerId', '=', issuerId)
        .where('predecessorId', '=', credentialId)
        .execute();
      await db
        .updateTable('apiEvent')
        .set({ data: '{}' })
        .where('issuerId', '=', issuerId)
        .where('credentialId', 'in', predecessorId === null ? [credentialId] : [credentialId, predecessorId])
        .execute();
      // A reason is free text about a person.
      await db
        .updateTable('statusEvent')
        .set({ reason: null })
        .where('issuerId', '=', issuerId)
        .where('credentialId', '=', credentialId)
        .execute();
      // The key still leads to this badge; the hash of the request is one of an address, too.
      await db
        .updateTable('idempotency')
        .set({ requestHash: Buffer.alloc(0) })
        .where('issuerId', '=', issuerId)
        .where('credentialId', '=', credentialId)
        .execute();
      await sql`
        DELETE FROM assessor a WHERE a.issuer_id = ${issuerId}
          AND NOT EXISTS (SELECT FROM endorsement e WHERE e.issuer_id = ${issuerId} AND e.assessor_id = a.id)`.execute(db);
    },
  };
}
