import { type Kysely, sql } from 'kysely';
import type { ApiKeyRecord, PageRequest } from './records.js';
import type { Tables } from './schema/tables.js';

/** All but the hash. */
const COLUMNS = ['id', 'issuerId', 'name', 'prefix', 'scopes', 'createdBy', 'personId', 'createdAt', 'expiresAt', 'revokedAt'] as const;

/** A key, and whether it may be used: neither it nor any key in the line of its makers was revoked or has expired. */
export type ApiKeyWithStanding = ApiKeyRecord & { readonly stands: boolean };

/** A key, and when it was last used. */
export type ApiKeyWithUse = ApiKeyRecord & { readonly lastUsedAt: Date | null };

const LAST_USED = sql<Date | null>`(SELECT u.last_used_at FROM api_key_use u WHERE u.api_key_id = api_key.id)`.as('lastUsedAt');

export function apiKeyRepository(db: Kysely<Tables>) {
  const of = (issuerId: string | null) => {
    const query = db.selectFrom('apiKey').select(COLUMNS);
    return issuerId === null ? query.where('issuerId', 'is', null) : query.where('issuerId', '=', issuerId);
  };
  return {
    async insert(key: ApiKeyRecord, hash: Uint8Array): Promise<void> {
      await db
        .insertInto('apiKey')
        .values({ ...key, hash })
        .execute();
    },
    async findByHash(hash: Uint8Array, now: Date): Promise<ApiKeyWithStanding | null> {
      const query = db.selectFrom('apiKey').select(COLUMNS).select(standsAt(now)).where('hash', '=', hash);
      return (await query.executeTakeFirst()) ?? null;
    },
    /** Whether a key may still be used; false when there is none. */
    async stands(id: string, now: Date): Promise<boolean> {
      const row = await db.selectFrom('apiKey').select(standsAt(now)).where('id', '=', id).executeTakeFirst();
      return row?.stands === true;
    },
    /**
     * A key and the keys that made it, from the key itself to the first of the line. Keeps all of them from being revoked until the
     * transaction ends; empty when there is no such key.
     */
    async lockLine(id: string): Promise<readonly ApiKeyRecord[]> {
      const ids = await lineOf(db, id);
      if (ids.length === 0) return [];
      // In one order everywhere, so that no two transactions wait for each other.
      const rows = await db.selectFrom('apiKey').select(COLUMNS).where('id', 'in', ids).orderBy('id').forShare().execute();
      return ids.flatMap((one) => rows.filter((row) => row.id === one));
    },
    /** The ids of a key and of the keys that made it. */
    line: (id: string): Promise<readonly string[]> => lineOf(db, id),
    /** The keys of one issuer; with null, the admin keys. */
    async list(issuerId: string | null, { limit, after }: PageRequest): Promise<readonly ApiKeyWithUse[]> {
      const page = of(issuerId).select(LAST_USED).orderBy('id').limit(limit);
      return (after === null ? page : page.where('id', '>', after)).execute();
    },
    /** Writes down that a key is used. */
    async used(id: string, at: Date): Promise<void> {
      await sql`
        INSERT INTO api_key_use (api_key_id, last_used_at) VALUES (${id}, ${at})
        ON CONFLICT (api_key_id) DO UPDATE SET last_used_at = excluded.last_used_at WHERE api_key_use.last_used_at < excluded.last_used_at`.execute(
        db,
      );
    },
    async find(issuerId: string | null, id: string): Promise<ApiKeyRecord | null> {
      return (await of(issuerId).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    /** Revokes a key and all keys that descend from it; answers those that stood until now. To be called in a transaction. */
    async revokeLine(id: string, at: Date): Promise<readonly Pick<ApiKeyRecord, 'id' | 'issuerId'>[]> {
      // Waits for those who make a child of it just now. The next statement sees the child.
      await db.selectFrom('apiKey').select('id').where('id', '=', id).forNoKeyUpdate().execute();
      const { rows } = await sql<{ id: string }>`
        WITH RECURSIVE line AS (
          SELECT id FROM api_key WHERE id = ${id}
          UNION ALL SELECT k.id FROM line JOIN api_key k ON k.created_by = line.id)
        SELECT id FROM line`.execute(db);
      if (rows.length === 0) return [];
      const line = rows.map((row) => row.id);
      const standing = db.updateTable('apiKey').set({ revokedAt: at }).where('id', 'in', line).where('revokedAt', 'is', null);
      return standing.returning(['id', 'issuerId']).execute();
    },
    /** Those that a person made for some issuers and that were not revoked. */
    async madeBy(personId: string, issuerIds: readonly string[]): Promise<readonly ApiKeyRecord[]> {
      if (issuerIds.length === 0) return [];
      const made = db.selectFrom('apiKey').select(COLUMNS).where('personId', '=', personId).where('issuerId', 'in', issuerIds);
      return made.where('revokedAt', 'is', null).orderBy('id').execute();
    },
    /** Gives the children of an admin key to another one, and revokes it alone; false when it was revoked before. */
    async replace(id: string, by: string, at: Date): Promise<boolean> {
      await db.selectFrom('apiKey').select('id').where('id', '=', id).forNoKeyUpdate().execute();
      await db.updateTable('apiKey').set({ createdBy: by }).where('createdBy', '=', id).where('id', '!=', by).execute();
      const revoked = db.updateTable('apiKey').set({ revokedAt: at }).where('id', '=', id).where('revokedAt', 'is', null);
      return (await revoked.executeTakeFirst()).numUpdatedRows === 1n;
    },
    /** Whose key this is; undefined when there is none. Only for admin keys, which may act for every tenant. */
    async tenantOf(id: string): Promise<string | null | undefined> {
      const row = await db.selectFrom('apiKey').select('issuerId').where('id', '=', id).executeTakeFirst();
      return row?.issuerId;
    },
    /** Waits for other processes that make a first admin key, then answers whether one was ever made. */
    async lockAdminKeys(): Promise<{ readonly any: boolean }> {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended('proofmark first admin key', 0))`.execute(db);
      const row = await db.selectFrom('apiKey').select('id').where('issuerId', 'is', null).limit(1).executeTakeFirst();
      return { any: row !== undefined };
    },
  };
}

function standsAt(now: Date) {
  return sql<boolean>`(
    WITH RECURSIVE line AS (
      SELECT k.created_by, k.expires_at, k.revoked_at FROM api_key k WHERE k.id = api_key.id
      UNION ALL SELECT k.created_by, k.expires_at, k.revoked_at FROM line JOIN api_key k ON k.id = line.created_by)
    SELECT bool_and(revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${now})) FROM line)`.as('stands');
}

async function lineOf(db: Kysely<Tables>, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE line AS (
      SELECT id, created_by, 0 AS generation FROM api_key WHERE id = ${id}
      UNION ALL SELECT k.id, k.created_by, generation + 1 FROM line JOIN api_key k ON k.id = line.created_by)
    SELECT id FROM line ORDER BY generation`.execute(db);
  return rows.map((row) => row.id);
}
