import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** A badge of which no row says whose it is. */
export interface BadgeWithoutRecipient {
  readonly id: string;
  readonly lookup: Uint8Array | null;
  readonly json: string;
  readonly createdAt: Date;
}

/** Where a badge stands among those of all issuers. */
export interface PlaceOfBadge {
  readonly issuerId: string;
  readonly id: string;
}

/** A recipient as badges of theirs describe them: the name of the last, and since when they have badges. */
export interface FoundRecipient {
  readonly id: string;
  readonly lookup: Uint8Array | null;
  readonly name: string | null;
  readonly nameSearch: string | null;
  readonly first: Date;
  readonly last: Date;
}

/** Finds the badges that were issued before recipients were rows, or by a process of a release before. */
export function withoutRecipientRepository(db: Kysely<Tables>) {
  return {
    /** The issuer of the next such badge after a place, of those of all issuers; null when there is none. */
    async nextIssuer(after: PlaceOfBadge | null): Promise<string | null> {
      let query = db.selectFrom('credential').select('issuerId').where('recipientId', 'is', null).where('signedJson', 'is not', null);
      if (after !== null) query = query.where(sql<boolean>`(issuer_id, id) > (${after.issuerId}::uuid, ${after.id}::uuid)`);
      return (await query.orderBy('issuerId').orderBy('id').limit(1).executeTakeFirst())?.issuerId ?? null;
    },
    /** Some of them after an id, each kept from being changed until the transaction ends; those that another process has are left out. */
    async lock(issuerId: string, after: string, limit: number): Promise<readonly BadgeWithoutRecipient[]> {
      const rows = await db
        .selectFrom('credential')
        .select(['id', 'recipientLookup as lookup', 'signedJson as json', 'createdAt'])
        .where('issuerId', '=', issuerId)
        .where('recipientId', 'is', null)
        .where('signedJson', 'is not', null)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .execute();
      return rows.map(({ json, ...row }) => ({ ...row, json: json ?? '' }));
    },
    /** Who has each of these addresses, by the hash in hex: of several the one that an issue request with the address alone would mean. */
    async holders(issuerId: string, lookups: readonly Uint8Array[]): Promise<ReadonlyMap<string, string>> {
      if (lookups.length === 0) return new Map();
      const { rows } = await sql<{ lookup: string; id: string }>`
        SELECT DISTINCT ON (r.lookup) encode(r.lookup, 'hex') AS lookup, r.id FROM recipient r
        WHERE r.issuer_id = ${issuerId} AND r.lookup = ANY (${lookups.map((one) => Buffer.from(one))}::bytea[])
        ORDER BY r.lookup, r.external_id NULLS FIRST, r.created_at, r.id`.execute(db);
      return new Map(rows.map(({ lookup, id }) => [lookup, id]));
    },
    /** Writes recipients down, or what is known of them earlier and later than what is there. */
    async meet(issuerId: string, found: readonly FoundRecipient[]): Promise<void> {
      const sorted = [...found].sort((a, b) => (a.id < b.id ? -1 : 1));
      const column = <K extends keyof FoundRecipient>(name: K) => sorted.map((one) => one[name]);
      const lookups = sorted.map(({ lookup }) => (lookup === null ? null : Buffer.from(lookup)));
      await sql`
        INSERT INTO recipient AS r (issuer_id, id, lookup, name, name_search, created_at, updated_at)
        SELECT ${issuerId}::uuid, f.id, f.lookup, f.name, f.name_search, f.first, f.last
        FROM unnest(${column('id')}::uuid[], ${lookups}::bytea[], ${column('name')}::text[], ${column('nameSearch')}::text[],
          ${column('first')}::timestamptz[], ${column('last')}::timestamptz[]) AS f (id, lookup, name, name_search, first, last)
        ON CONFLICT (issuer_id, id) DO UPDATE SET created_at = least(r.created_at, excluded.created_at),
          name = CASE WHEN r.updated_at < excluded.updated_at THEN coalesce(excluded.name, r.name) ELSE coalesce(r.name, excluded.name) END,
          name_search = CASE WHEN r.updated_at < excluded.updated_at THEN coalesce(excluded.name_search, r.name_search)
            ELSE coalesce(r.name_search, excluded.name_search) END,
          updated_at = greatest(r.updated_at, excluded.updated_at)`.execute(db);
    },
    /** Says of badges whose they are. */
    async give(issuerId: string, badges: readonly { readonly id: string; readonly recipientId: string }[]): Promise<void> {
      const [ids, recipients] = [badges.map(({ id }) => id), badges.map(({ recipientId }) => recipientId)];
      await sql`
        UPDATE credential c SET recipient_id = g.recipient_id FROM unnest(${ids}::uuid[], ${recipients}::uuid[]) AS g (id, recipient_id)
        WHERE c.issuer_id = ${issuerId} AND c.id = g.id`.execute(db);
    },
  };
}
