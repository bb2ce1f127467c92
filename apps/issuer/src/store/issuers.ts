import type { Kysely } from 'kysely';
import type { IssuerRecord, PageRequest } from './records.js';
import type { Tables } from './schema/tables.js';

export type IssuerRepository = ReturnType<typeof issuerRepository>;

export function issuerRepository(db: Kysely<Tables>) {
  const one = (id: string) => db.selectFrom('issuer').selectAll().where('id', '=', id);
  return {
    /** False when the slug is taken. */
    async insert(issuer: IssuerRecord): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('issuer')
        .values({ ...issuer, profile: JSON.stringify(issuer.profile) })
        .onConflict((conflict) => conflict.column('slug').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async find(issuerId: string): Promise<IssuerRecord | null> {
      return (await one(issuerId).executeTakeFirst()) ?? null;
    },
    /** As `find`, and keeps others from changing the row until the transaction ends. Rows that refer to it can still be added. */
    async lock(issuerId: string): Promise<IssuerRecord | null> {
      return (await one(issuerId).forNoKeyUpdate().executeTakeFirst()) ?? null;
    },
    /** Every issuer, or the one that is named. */
    async list(only: string | null, { limit, after }: PageRequest): Promise<readonly IssuerRecord[]> {
      let query = db.selectFrom('issuer').selectAll().orderBy('id').limit(limit);
      if (only !== null) query = query.where('id', '=', only);
      if (after !== null) query = query.where('id', '>', after);
      return query.execute();
    },
    /** What an issuer is known by (id, slug, mode, DID) never changes. */
    async update(issuer: IssuerRecord): Promise<void> {
      const { id, slug: _slug, mode: _mode, did: _did, createdAt: _createdAt, ...changes } = issuer;
      await db
        .updateTable('issuer')
        .set({ ...changes, profile: JSON.stringify(issuer.profile) })
        .where('id', '=', id)
        .execute();
    },
  };
}
