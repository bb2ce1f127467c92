import type { Kysely } from 'kysely';
import type { NoteChange } from './public-side/public-changes.js';
import type { IssuerRecord, PageRequest } from './records.js';
import type { Tables } from './schema/tables.js';

export type IssuerRepository = ReturnType<typeof issuerRepository>;

export function issuerRepository(db: Kysely<Tables>, note: NoteChange) {
  const one = (id: string) => db.selectFrom('issuer').selectAll().where('id', '=', id);
  return {
    /** What another issuer has that has to be its own: the slug, or the number; null when it was inserted. */
    async insert(issuer: IssuerRecord): Promise<'slug' | 'number' | null> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('issuer')
        .values({ ...issuer, profile: JSON.stringify(issuer.profile) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 1n) return null;
      const { slug, number } = issuer;
      const others = await db
        .selectFrom('issuer')
        .select(['slug', 'number'])
        .where((eb) => eb.or([eb('slug', '=', slug), eb('number', '=', number)]))
        .execute();
      if (others.some((other) => other.slug === slug)) return 'slug';
      if (others.length > 0) return 'number';
      throw new Error('an issuer has the id or the DID of a new one');
    },
    async find(issuerId: string): Promise<IssuerRecord | null> {
      return (await one(issuerId).executeTakeFirst()) ?? null;
    },
    /** As `find`, and keeps others from changing the row until the transaction ends. Rows that refer to it can still be added. */
    async lock(issuerId: string): Promise<IssuerRecord | null> {
      return (await one(issuerId).forNoKeyUpdate().executeTakeFirst()) ?? null;
    },
    /** Every issuer, or those that are named. */
    async list(only: readonly string[] | null, { limit, after }: PageRequest): Promise<readonly IssuerRecord[]> {
      let query = db.selectFrom('issuer').selectAll().orderBy('id').limit(limit);
      if (only !== null) query = query.where('id', 'in', only);
      if (after !== null) query = query.where('id', '>', after);
      return query.execute();
    },
    /** What an issuer is known by (id, number, slug, mode, DID) never changes. */
    async update(issuer: IssuerRecord): Promise<void> {
      const { id, number: _number, slug: _slug, mode: _mode, did: _did, createdAt: _createdAt, ...changes } = issuer;
      note(id, 'issuer', ['']);
      await db
        .updateTable('issuer')
        .set({ ...changes, profile: JSON.stringify(issuer.profile) })
        .where('id', '=', id)
        .execute();
    },
  };
}
