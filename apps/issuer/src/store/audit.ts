import type { Kysely } from 'kysely';
import type { NewAuditEntry } from './records.js';
import type { Tables } from './schema/tables.js';

/** The `issuer_id` of the service's own log: the nil UUID (RFC 9562, 5.9), which no issuer has. */
const SERVICE = '00000000-0000-0000-0000-000000000000';

/** The audit log: one chain for each issuer, and one for the service. */
export function auditRepository(db: Kysely<Tables>) {
  return {
    /** In the transaction of the act. The entry gets its place in the chain later, from the sealer. */
    async append({ issuerId, details, ...entry }: NewAuditEntry): Promise<void> {
      await db
        .insertInto('auditEntry')
        .values({ ...entry, issuerId: issuerId ?? SERVICE, details: JSON.stringify(details) })
        .execute();
    },
  };
}
