import { type Kysely, sql } from 'kysely';
import type { StatusListRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';

/** Names this database cluster and its history: a restore elsewhere or to a point in time changes it. */
const ORIGIN = sql<string>`(
  SELECT s.system_identifier::text || '/' || c.timeline_id::text FROM pg_control_system() s, pg_control_checkpoint() c)`;

export function statusListRepository(db: Kysely<Database>): StatusListRepository {
  return {
    async allocate(issuerId) {
      const row = await db
        .updateTable('status_list')
        .set((eb) => ({ next_position: eb('next_position', '+', 1) }))
        .where('issuer_id', '=', issuerId)
        .where('id', '=', (eb) =>
          eb
            .selectFrom('status_list')
            .select('id')
            .where('issuer_id', '=', issuerId)
            .where('purpose', '=', 'revocation')
            .where('origin', '=', ORIGIN)
            .whereRef('next_position', '<', 'length')
            .orderBy('id')
            .limit(1),
        )
        // Said twice: after waiting for the row, PostgreSQL asks only the outer conditions again.
        .whereRef('next_position', '<', 'length')
        .returning(['id', 'next_position', 'length', 'permutation_key'])
        .executeTakeFirst();
      if (row === undefined) return null;
      return { listId: row.id, position: row.next_position - 1, length: row.length, permutationKey: row.permutation_key };
    },
    async lockOpening(issuerId) {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended('proofmark status list ' || ${issuerId}, 0))`.execute(db);
    },
    async open(issuerId, { length, permutationKey, at }) {
      const row = await db
        .insertInto('status_list')
        .values({ issuer_id: issuerId, purpose: 'revocation', length, permutation_key: permutationKey, origin: ORIGIN, created_at: at })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    async lockDocument(issuerId, listId) {
      const row = await db
        .selectFrom('status_list_document as d')
        .innerJoin('status_list as l', (join) => join.onRef('l.issuer_id', '=', 'd.issuer_id').onRef('l.id', '=', 'd.status_list_id'))
        .select('l.length')
        .where('d.issuer_id', '=', issuerId)
        .where('d.status_list_id', '=', listId)
        .forUpdate('d')
        .executeTakeFirst();
      return row ?? null;
    },
    async append(event) {
      const row = await db
        .insertInto('status_event')
        .values({
          issuer_id: event.issuerId,
          credential_id: event.credentialId,
          status_list_id: event.listId,
          status_index: event.index,
          value: event.value,
          reason: event.reason,
          api_key_id: event.apiKeyId,
          at: event.at,
        })
        .returning('seq')
        .executeTakeFirstOrThrow();
      return row.seq;
    },
    async setIndices(issuerId, listId) {
      const rows = await db
        .selectFrom('status_event')
        .distinctOn('status_index')
        .select(['status_index', 'value'])
        .where('issuer_id', '=', issuerId)
        .where('status_list_id', '=', listId)
        .orderBy('status_index')
        .orderBy('seq', 'desc')
        .execute();
      return rows.filter(({ value }) => value).map((row) => row.status_index);
    },
    async saveDocument({ issuerId, listId, seq, body, signedAt }) {
      await db
        .insertInto('status_list_document')
        .values({ issuer_id: issuerId, status_list_id: listId, seq, body, signed_at: signedAt })
        .onConflict((conflict) => conflict.columns(['issuer_id', 'status_list_id']).doUpdateSet({ seq, body, signed_at: signedAt }))
        .execute();
    },
  };
}
