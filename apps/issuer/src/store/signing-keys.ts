import type { Kysely } from 'kysely';
import type { SigningKeyRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';
import { toSigningKey } from './rows.js';

export function signingKeyRepository(db: Kysely<Database>): SigningKeyRepository {
  const of = (issuerId: string) => db.selectFrom('signing_key').selectAll().where('issuer_id', '=', issuerId);
  return {
    async insert(key) {
      await db
        .insertInto('signing_key')
        .values({
          issuer_id: key.issuerId,
          id: key.id,
          algorithm: key.algorithm,
          public_jwk: JSON.stringify(key.publicJwk),
          verification_method: key.verificationMethod,
          created_at: key.createdAt,
          retired_at: key.retiredAt,
        })
        .execute();
    },
    async find(issuerId, id) {
      const row = await of(issuerId).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toSigningKey(row);
    },
    async list(issuerId) {
      return (await of(issuerId).orderBy('created_at').orderBy('id').execute()).map(toSigningKey);
    },
    async active(issuerId, algorithm) {
      const row = await of(issuerId).where('algorithm', '=', algorithm).where('retired_at', 'is', null).executeTakeFirst();
      return row === undefined ? null : toSigningKey(row);
    },
    async retire(issuerId, id, at) {
      await db
        .updateTable('signing_key')
        .set({ retired_at: at })
        .where('issuer_id', '=', issuerId)
        .where('id', '=', id)
        .where('retired_at', 'is', null)
        .execute();
    },
  };
}
