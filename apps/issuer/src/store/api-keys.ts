import { type Kysely, sql } from 'kysely';
import type { ApiKeyRecord, PageRequest } from './records.js';
import type { Tables } from './schema/tables.js';

/** All but the hash. */
const COLUMNS = ['id', 'issuerId', 'name', 'prefix', 'scopes', 'createdAt', 'expiresAt', 'revokedAt'] as const;

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
    async findByHash(hash: Uint8Array): Promise<ApiKeyRecord | null> {
      return (await db.selectFrom('apiKey').select(COLUMNS).where('hash', '=', hash).executeTakeFirst()) ?? null;
    },
    /** The keys of one issuer; with null, the admin keys. */
    async list(issuerId: string | null, { limit, after }: PageRequest): Promise<readonly ApiKeyRecord[]> {
      const page = of(issuerId).orderBy('id').limit(limit);
      return (after === null ? page : page.where('id', '>', after)).execute();
    },
    async find(issuerId: string | null, id: string): Promise<ApiKeyRecord | null> {
      return (await of(issuerId).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    /** False when it was revoked before. */
    async revoke(issuerId: string | null, id: string, at: Date): Promise<boolean> {
      const change = db.updateTable('apiKey').set({ revokedAt: at }).where('id', '=', id).where('revokedAt', 'is', null);
      const { numUpdatedRows } = await (issuerId === null
        ? change.where('issuerId', 'is', null)
        : change.where('issuerId', '=', issuerId)
      ).executeTakeFirst();
      return numUpdatedRows === 1n;
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
