import type { Kysely } from 'kysely';
import type { SigningKeyRecord } from './records.js';
import type { Tables } from './schema/tables.js';

export function signingKeyRepository(db: Kysely<Tables>) {
  const of = (issuerId: string) => db.selectFrom('signingKey').selectAll().where('issuerId', '=', issuerId);
  return {
    async insert(key: SigningKeyRecord): Promise<void> {
      await db
        .insertInto('signingKey')
        .values({ ...key, publicJwk: JSON.stringify(key.publicJwk) })
        .execute();
    },
    async find(issuerId: string, id: string): Promise<SigningKeyRecord | null> {
      return (await of(issuerId).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    /** Oldest first, retired ones included. */
    async list(issuerId: string): Promise<readonly SigningKeyRecord[]> {
      return of(issuerId).orderBy('createdAt').orderBy('id').execute();
    },
    async active(issuerId: string, algorithm: SigningKeyRecord['algorithm']): Promise<SigningKeyRecord | null> {
      return (await of(issuerId).where('algorithm', '=', algorithm).where('retiredAt', 'is', null).executeTakeFirst()) ?? null;
    },
    async retire(issuerId: string, id: string, at: Date): Promise<void> {
      await db
        .updateTable('signingKey')
        .set({ retiredAt: at })
        .where((eb) => eb.and({ issuerId, id }))
        .where('retiredAt', 'is', null)
        .execute();
    },
  };
}
