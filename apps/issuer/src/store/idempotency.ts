import { type Kysely, sql } from 'kysely';
import type { ClaimOutcome, IdempotencyClaim, IdempotencyRepository } from '../issuing/store-ports.js';
import type { Database } from './database.js';

export function idempotencyRepository(db: Kysely<Database>): IdempotencyRepository {
  const mine = ({ owner, key, holder }: IdempotencyClaim) => ({ owner, key, holder });
  return {
    async claim({ owner, key, requestHash, holder }, leaseSeconds) {
      const until = sql<Date>`now() + make_interval(secs => ${leaseSeconds})`;
      const work = async (tx: Kysely<Database>): Promise<boolean> => {
        // Losing a claim in a crash costs nothing, so it need not wait for the disk.
        await sql`SET LOCAL synchronous_commit TO off`.execute(tx);
        const row = await tx
          .insertInto('idempotency')
          .values({ owner, key, request_hash: requestHash, holder, lease_until: until })
          .onConflict((conflict) =>
            conflict
              .columns(['owner', 'key'])
              .doUpdateSet({ request_hash: requestHash, holder, lease_until: until })
              .where('idempotency.credential_id', 'is', null)
              .where('idempotency.lease_until', '<', sql<Date>`now()`),
          )
          .returning('holder')
          .executeTakeFirst();
        return row !== undefined;
      };
      return (await db.transaction().execute(work)) ? { outcome: 'claimed' } : holderOf(db, owner, key, requestHash);
    },
    async attach(claim, { issuerId, credentialId, endorsementId }) {
      const { numUpdatedRows } = await db
        .updateTable('idempotency')
        .set({ issuer_id: issuerId, credential_id: credentialId, endorsement_id: endorsementId })
        .where((eb) => eb.and(mine(claim)))
        .where('credential_id', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async release(claim) {
      await db
        .deleteFrom('idempotency')
        .where((eb) => eb.and(mine(claim)))
        .where('credential_id', 'is', null)
        .execute();
    },
    async releaseAbandoned() {
      await db.deleteFrom('idempotency').where('credential_id', 'is', null).execute();
    },
  };
}

async function holderOf(db: Kysely<Database>, owner: string, key: string, requestHash: Uint8Array): Promise<ClaimOutcome> {
  const row = await db
    .selectFrom('idempotency')
    .select(['request_hash', 'issuer_id', 'credential_id', 'endorsement_id'])
    .where('owner', '=', owner)
    .where('key', '=', key)
    .executeTakeFirst();
  // Gone meanwhile: its holder was refused and gave it back.
  if (row === undefined) return { outcome: 'in-progress' };
  // Of an erased badge the hash is empty: whatever is asked for under its key, the answer is that it is gone.
  const erased = row.request_hash.length === 0;
  if (!erased && Buffer.compare(row.request_hash, requestHash) !== 0) return { outcome: 'other-request' };
  if (row.issuer_id === null || row.credential_id === null) return { outcome: 'in-progress' };
  return { outcome: 'done', issuerId: row.issuer_id, credentialId: row.credential_id, endorsementId: row.endorsement_id };
}
