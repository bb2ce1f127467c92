import type { ListOrder } from '@proofmark/schemas/api';
import { type Kysely, sql } from 'kysely';
import type { CredentialRecord, PageRequest, RecipientRecord } from '../records.js';
import type { Tables } from '../schema/tables.js';
import { deleteWithoutBadges } from './delete-without-badges.js';

export interface RecipientFilter {
  readonly externalId: string | null;
  /** Any of these. */
  readonly lookups: readonly Uint8Array[] | null;
  /** As `namePattern` makes it. */
  readonly namePattern: string | null;
}

export type BadgeOfRecipient = Pick<CredentialRecord, 'id' | 'statusListId'>;

const COLUMNS = ['issuerId', 'id', 'externalId', 'lookup', 'name', 'language', 'dataKey', 'email', 'createdAt', 'updatedAt'] as const;

/** Who has badges of an issuer. Rows are made by the statement that stores a badge. */
export function recipientRepository(db: Kysely<Tables>) {
  const of = (issuerId: string) => db.selectFrom('recipient').select(COLUMNS).where('issuerId', '=', issuerId);
  return {
    async find(issuerId: string, id: string): Promise<RecipientRecord | null> {
      return (await of(issuerId).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async findAll(issuerId: string, ids: readonly string[]): Promise<readonly RecipientRecord[]> {
      if (ids.length === 0) return [];
      return of(issuerId).where(sql<boolean>`id = ANY(${ids}::uuid[])`).execute();
    },
    /** By when they were first met. Null when the issuer has no recipient `after`. */
    async list(
      issuerId: string,
      { externalId, lookups, namePattern }: RecipientFilter,
      { limit, after, order }: PageRequest & { readonly order: ListOrder },
    ): Promise<readonly RecipientRecord[] | null> {
      const direction = order === 'oldest' ? 'asc' : 'desc';
      let query = of(issuerId).orderBy('createdAt', direction).orderBy('id', direction).limit(limit);
      if (externalId !== null) query = query.where('externalId', '=', externalId);
      if (lookups !== null) query = query.where('lookup', 'in', lookups);
      if (namePattern !== null) query = query.where('nameSearch', 'like', namePattern);
      if (after !== null) {
        const last = await db
          .selectFrom('recipient')
          .select('createdAt')
          .where('issuerId', '=', issuerId)
          .where('id', '=', after)
          .executeTakeFirst();
        if (last === undefined) return null;
        const beyond = sql.raw(direction === 'asc' ? '>' : '<');
        query = query.where(sql<boolean>`(created_at, id) ${beyond} (${last.createdAt}, ${after}::uuid)`);
      }
      return query.execute();
    },
    /** The ids of those whose name holds a part, at most `most`; null when there are more. */
    async idsOfNames(issuerId: string, namePattern: string, most: number): Promise<readonly string[] | null> {
      const query = db.selectFrom('recipient').select('id').where('issuerId', '=', issuerId).where('nameSearch', 'like', namePattern);
      const rows = await query.limit(most + 1).execute();
      return rows.length > most ? null : rows.map(({ id }) => id);
    },
    /** The badges of a recipient that are there, in the order of their lists. */
    async badgesOf(issuerId: string, id: string): Promise<readonly BadgeOfRecipient[]> {
      const query = db
        .selectFrom('credential')
        .select(['id', 'statusListId'])
        .where('issuerId', '=', issuerId)
        .where('recipientId', '=', id);
      return query.orderBy('statusListId').orderBy('id').execute();
    },
    /** Removes what is kept of a recipient, the key of their address included. It has no badges any more. */
    async remove(issuerId: string, id: string): Promise<void> {
      await db.deleteFrom('recipient').where('issuerId', '=', issuerId).where('id', '=', id).execute();
    },
    /** Gives a badge to a recipient; whoever has none then goes, and the key of their address. */
    async giveBadge(issuerId: string, credentialId: string, from: string | null, to: string | null): Promise<void> {
      if (from === to) return;
      const badge = db.updateTable('credential').set({ recipientId: to }).where('issuerId', '=', issuerId).where('id', '=', credentialId);
      await badge.execute();
      if (from !== null) await deleteWithoutBadges(db, issuerId, from);
    },
    async idsOfExternal(issuerId: string, externalId: string): Promise<readonly string[]> {
      const query = db.selectFrom('recipient').select('id').where('issuerId', '=', issuerId).where('externalId', '=', externalId);
      return (await query.execute()).map(({ id }) => id);
    },
  };
}
