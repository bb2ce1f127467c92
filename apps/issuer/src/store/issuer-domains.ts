import type { Kysely } from 'kysely';
import type { NoteChange } from './public-side/public-changes.js';
import type { IssuerDomainRecord } from './records.js';
import type { Tables } from './schema/tables.js';

export function issuerDomainRepository(db: Kysely<Tables>, note: NoteChange) {
  const of = (issuerId: string) => db.selectFrom('issuerDomain').selectAll().where('issuerId', '=', issuerId);
  return {
    async insert(domain: IssuerDomainRecord): Promise<void> {
      note(domain.issuerId, 'issuer', ['']);
      await db.insertInto('issuerDomain').values(domain).execute();
    },
    async find(issuerId: string, id: string): Promise<IssuerDomainRecord | null> {
      return (await of(issuerId).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    /** Oldest first. */
    async list(issuerId: string): Promise<readonly IssuerDomainRecord[]> {
      return of(issuerId).orderBy('id').execute();
    },
    /** Puts a newly signed credential in the place of the old one. */
    async renew({ issuerId, id, credential, validUntil, signingKeyId }: IssuerDomainRecord): Promise<void> {
      await db
        .updateTable('issuerDomain')
        .set({ credential, validUntil, signingKeyId })
        .where((eb) => eb.and({ issuerId, id }))
        .execute();
    },
    /** False when there is none. */
    async remove(issuerId: string, id: string): Promise<boolean> {
      note(issuerId, 'issuer', ['']);
      const { numDeletedRows } = await db
        .deleteFrom('issuerDomain')
        .where((eb) => eb.and({ issuerId, id }))
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
  };
}
