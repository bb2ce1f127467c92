import type { Kysely } from 'kysely';
import type { IssuerRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';
import { toIssuer } from './rows.js';

export function issuerRepository(db: Kysely<Database>): IssuerRepository {
  const one = (id: string) => db.selectFrom('issuer').selectAll().where('id', '=', id);
  return {
    async insert({ profile, createdAt, updatedAt, ...issuer }) {
      const row = { ...issuer, profile: JSON.stringify(profile), created_at: createdAt, updated_at: updatedAt };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('issuer')
        .values(row)
        .onConflict((conflict) => conflict.column('slug').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async find(issuerId) {
      const row = await one(issuerId).executeTakeFirst();
      return row === undefined ? null : toIssuer(row);
    },
    async lock(issuerId) {
      const row = await one(issuerId).forUpdate().executeTakeFirst();
      return row === undefined ? null : toIssuer(row);
    },
    async list(only, { limit, after }) {
      let query = db.selectFrom('issuer').selectAll().orderBy('id').limit(limit);
      if (only !== null) query = query.where('id', '=', only);
      if (after !== null) query = query.where('id', '>', after);
      return (await query.execute()).map(toIssuer);
    },
    async update({ id, name, url, profile, updatedAt }) {
      await db
        .updateTable('issuer')
        .set({ name, url, profile: JSON.stringify(profile), updated_at: updatedAt })
        .where('id', '=', id)
        .execute();
    },
  };
}
