import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema/tables.js';

/** A position in a status list's order of allocation; the index is its image under the list's permutation. */
export interface Allocation {
  readonly listId: number;
  readonly position: number;
  readonly length: number;
  readonly permutationKey: Uint8Array;
}

export interface StatusEvent {
  readonly issuerId: string;
  readonly credentialId: string;
  readonly listId: number;
  readonly index: number;
  readonly value: boolean;
  readonly reason: string | null;
  readonly apiKeyId: string | null;
  readonly at: Date;
}

export interface StatusListDocument {
  readonly issuerId: string;
  readonly listId: number;
  /** The last journal entry that the list contains; 0 for none. */
  readonly seq: number;
  readonly body: string;
  readonly signedAt: Date;
  readonly signingKeyId: string;
}

/** Names this database cluster and its history: a restore elsewhere or to a point in time changes it. */
const ORIGIN = sql<string>`(
  SELECT s.system_identifier::text || '/' || c.timeline_id::text FROM pg_control_system() s, pg_control_checkpoint() c)`;

export function statusListRepository(db: Kysely<Tables>) {
  return {
    /** Takes the next position of the issuer's open list; null when there is none, or it is full, or another database cluster opened it. */
    async allocate(issuerId: string): Promise<Allocation | null> {
      const row = await db
        .updateTable('statusList')
        .set((eb) => ({ nextPosition: eb('nextPosition', '+', 1) }))
        .where('issuerId', '=', issuerId)
        .where('id', '=', (eb) =>
          eb
            .selectFrom('statusList')
            .select('id')
            .where('issuerId', '=', issuerId)
            .where('purpose', '=', 'revocation')
            .where('origin', '=', ORIGIN)
            .whereRef('nextPosition', '<', 'length')
            .orderBy('id')
            .limit(1),
        )
        // Repeated here: after waiting for the row, PostgreSQL evaluates only the outer conditions again.
        .whereRef('nextPosition', '<', 'length')
        .returning(['id', 'nextPosition', 'length', 'permutationKey'])
        .executeTakeFirst();
      if (row === undefined) return null;
      return { listId: row.id, position: row.nextPosition - 1, length: row.length, permutationKey: row.permutationKey };
    },
    /** Lets one transaction at a time open a list for this issuer. */
    async lockOpening(issuerId: string): Promise<void> {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended('proofmark status list ' || ${issuerId}, 0))`.execute(db);
    },
    /** Begins a list in the name of this database cluster; answers its id. */
    async open(
      issuerId: string,
      { length, permutationKey, at }: { readonly length: number; readonly permutationKey: Uint8Array; readonly at: Date },
    ): Promise<number> {
      const row = await db
        .insertInto('statusList')
        .values({ issuerId, purpose: 'revocation', length, permutationKey, origin: ORIGIN, createdAt: at })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },
    /** Waits until no other transaction rewrites this list's document. */
    async lockDocument(issuerId: string, listId: number): Promise<{ readonly length: number; readonly seq: number } | null> {
      const row = await db
        .selectFrom('statusListDocument as d')
        .innerJoin('statusList as l', (join) => join.onRef('l.issuerId', '=', 'd.issuerId').onRef('l.id', '=', 'd.statusListId'))
        .select(['l.length', 'd.seq'])
        .where('d.issuerId', '=', issuerId)
        .where('d.statusListId', '=', listId)
        .forUpdate('d')
        .executeTakeFirst();
      return row ?? null;
    },
    /** Appends to the journal; answers the entry's number. */
    async append({ listId, index, ...event }: StatusEvent): Promise<number> {
      const row = await db
        .insertInto('statusEvent')
        .values({ ...event, statusListId: listId, statusIndex: index })
        .returning('seq')
        .executeTakeFirstOrThrow();
      return row.seq;
    },
    /** The indices that are set according to the journal. */
    async setIndices(issuerId: string, listId: number): Promise<readonly number[]> {
      const rows = await db
        .selectFrom('statusEvent')
        .distinctOn('statusIndex')
        .select(['statusIndex', 'value'])
        .where('issuerId', '=', issuerId)
        .where('statusListId', '=', listId)
        .orderBy('statusIndex')
        .orderBy('seq', 'desc')
        .execute();
      return rows.filter(({ value }) => value).map(({ statusIndex }) => statusIndex);
    },
    async saveDocument({ issuerId, listId, ...document }: StatusListDocument): Promise<void> {
      await db
        .insertInto('statusListDocument')
        .values({ issuerId, statusListId: listId, ...document })
        .onConflict((conflict) => conflict.columns(['issuerId', 'statusListId']).doUpdateSet(document))
        .execute();
    },
    /** The lists of an issuer that a revoked key signed, oldest first: nobody believes them any more. */
    async signedByRevoked(issuerId: string): Promise<readonly number[]> {
      const rows = await db
        .selectFrom('statusListDocument as d')
        .innerJoin('signingKey as k', (join) => join.onRef('k.issuerId', '=', 'd.issuerId').onRef('k.id', '=', 'd.signingKeyId'))
        .select('d.statusListId as id')
        .where('d.issuerId', '=', issuerId)
        .where('k.revokedAt', 'is not', null)
        .orderBy('d.statusListId')
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
