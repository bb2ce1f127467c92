import { type Kysely, sql } from 'kysely';
import type { ApiKeyRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';
import { toApiKey } from './rows.js';

const COLUMNS = [
  'api_key.id',
  'api_key.issuer_id',
  'api_key.name',
  'api_key.prefix',
  'api_key.scopes',
  'api_key.created_at',
  'api_key.expires_at',
  'api_key.revoked_at',
] as const;

export function apiKeyRepository(db: Kysely<Database>): ApiKeyRepository {
  const of = (issuerId: string | null) => {
    const query = db.selectFrom('api_key').select(COLUMNS);
    return issuerId === null ? query.where('issuer_id', 'is', null) : query.where('issuer_id', '=', issuerId);
  };
  return {
    async insert(key, hash) {
      const { id, name, prefix, scopes, issuerId, createdAt, expiresAt, revokedAt } = key;
      const times = { created_at: createdAt, expires_at: expiresAt, revoked_at: revokedAt };
      await db
        .insertInto('api_key')
        .values({ id, name, prefix, hash, scopes: [...scopes], issuer_id: issuerId, ...times })
        .execute();
    },
    async findByHash(hash) {
      const row = await db.selectFrom('api_key').select(COLUMNS).where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : toApiKey(row);
    },
    async list(issuerId, { limit, after }) {
      const page = of(issuerId).orderBy('id').limit(limit);
      return (await (after === null ? page : page.where('id', '>', after)).execute()).map(toApiKey);
    },
    async find(issuerId, id) {
      const row = await of(issuerId).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toApiKey(row);
    },
    async revoke(issuerId, id, at) {
      const change = db.updateTable('api_key').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null);
      await (issuerId === null ? change.where('issuer_id', 'is', null) : change.where('issuer_id', '=', issuerId)).execute();
    },
    async tenantOf(id) {
      const row = await db.selectFrom('api_key').select('issuer_id').where('id', '=', id).executeTakeFirst();
      return row?.issuer_id;
    },
    async lockAdminKeys() {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended('proofmark first admin key', 0))`.execute(db);
      const row = await db.selectFrom('api_key').select('id').where('issuer_id', 'is', null).limit(1).executeTakeFirst();
      return { any: row !== undefined };
    },
  };
}
