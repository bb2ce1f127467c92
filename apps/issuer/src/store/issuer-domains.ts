import type { Kysely } from 'kysely';
import type { IssuerDomainRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';
import { toIssuerDomain } from './rows.js';

export function issuerDomainRepository(db: Kysely<Database>): IssuerDomainRepository {
  const of = (issuerId: string) => db.selectFrom('issuer_domain').selectAll().where('issuer_id', '=', issuerId);
  return {
    async insert({ issuerId, id, origin, credential, validUntil, createdAt }) {
      const row = { issuer_id: issuerId, id, origin, credential, valid_until: validUntil, created_at: createdAt };
      await db.insertInto('issuer_domain').values(row).execute();
    },
    async find(issuerId, id) {
      const row = await of(issuerId).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : toIssuerDomain(row);
    },
    async list(issuerId) {
      return (await of(issuerId).orderBy('id').execute()).map(toIssuerDomain);
    },
    async renew({ issuerId, id, credential, validUntil }) {
      await db
        .updateTable('issuer_domain')
        .set({ credential, valid_until: validUntil })
        .where('issuer_id', '=', issuerId)
        .where('id', '=', id)
        .execute();
    },
    async remove(issuerId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('issuer_domain')
        .where('issuer_id', '=', issuerId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}
