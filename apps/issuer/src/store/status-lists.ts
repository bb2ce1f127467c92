import type { Kysely } from 'kysely';
import type { Tables } from './schema/tables.js';

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

export function statusListRepository(db: Kysely<Tables>) {
  return {
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
