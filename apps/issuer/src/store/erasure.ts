import { isUuid } from '@proofmark/schemas';
import { type Kysely, sql } from 'kysely';
import { deleteWithoutBadges } from './listing/delete-without-badges.js';
import type { NoteChange } from './public-side/public-changes.js';
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
  'consent',
  'learnerRequest',
  'claimLink',
  'badgeMail',
  'workWatch',
  'workLook',
  // Notes and reasons are free text about a person.
  'assessment',
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

export function erasureRepository(db: Kysely<Tables>, note: NoteChange) {
  return {
    /** Removes all that a badge and what belongs to it say about a person; its row, its place in its list and its events stay, with ids and dates. */
    async erase({ issuerId, credentialId }: CredentialKey, at: Date): Promise<void> {
      note(issuerId, 'credential', [credentialId]);
      await allowErasing(db, credentialId);
      const { predecessorId, recipientId } = await db
        .selectFrom('credential')
        .select(['predecessorId', 'recipientId'])
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
          recipientId: null,
          erasedAt: at,
        })
        .set({ predecessorId: null, recordSalt: Buffer.alloc(0) })
        .where('issuerId', '=', issuerId)
        .where('id', '=', credentialId)
        .execute();
      if (recipientId !== null) await deleteWithoutBadges(db, issuerId, recipientId);
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
      await db
        .updateTable('bulkActBadge')
        .set({ reason: null })
        .where('issuerId', '=', issuerId)
        .where('credentialId', '=', credentialId)
        .execute();
      // What receivers of events answered may repeat what they know of a person.
      await sql`
        UPDATE webhook_delivery d SET excerpt = NULL FROM webhook w
        WHERE w.issuer_id = ${issuerId} AND d.issuer_id = ${issuerId} AND d.webhook_id = w.id AND d.subject = ${credentialId}::uuid`.execute(
        db,
      );
      // The key still leads to this badge; the hash of the request is one of an address, too.
      await db
        .updateTable('idempotency')
        .set({ requestHash: Buffer.alloc(0) })
        .where('issuerId', '=', issuerId)
        .where('credentialId', '=', credentialId)
        .execute();
      const { rows: assessors } = await sql<{ id: string }>`
        DELETE FROM assessor a WHERE a.issuer_id = ${issuerId}
          AND NOT EXISTS (SELECT FROM endorsement e WHERE e.issuer_id = ${issuerId} AND e.assessor_id = a.id)
        RETURNING a.id`.execute(db);
      note(
        issuerId,
        'assessor',
        assessors.map(({ id }) => id),
      );
    },
  };
}
