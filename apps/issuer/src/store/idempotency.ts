import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema/tables.js';

export type IdempotencyRepository = ReturnType<typeof idempotencyRepository>;

/** What an `Idempotency-Key` stands for. */
export interface IdempotencyClaim {
  /** The issuer of what is to be made. */
  readonly issuerId: string;
  /** Who may use the key: the issuer, or the admin key that asks. */
  readonly owner: string;
  readonly key: string;
  readonly requestHash: Uint8Array;
  /** Names this attempt. */
  readonly holder: string;
}

export type ClaimOutcome =
  | { readonly outcome: 'claimed' }
  | { readonly outcome: 'other-request' }
  | { readonly outcome: 'in-progress' }
  | ({ readonly outcome: 'done' } & Made);

/** What a request made. */
export interface Made {
  readonly issuerId: string;
  readonly credentialId: string;
  /** Of this badge, when that is what was made; null for the badge itself. */
  readonly endorsementId: string | null;
}

export function idempotencyRepository(db: Kysely<Tables>) {
  const mine = ({ issuerId, owner, key, holder }: IdempotencyClaim) => ({ issuerId, owner, key, holder });
  return {
    /** Takes the key for `leaseSeconds`, or answers what became of it. An abandoned claim is taken over. */
    async claim(claim: IdempotencyClaim, leaseSeconds: number): Promise<ClaimOutcome> {
      const { requestHash, holder } = claim;
      const leaseUntil = sql<Date>`now() + make_interval(secs => ${leaseSeconds})`;
      const work = async (tx: Kysely<Tables>): Promise<boolean> => {
        // Losing a claim in a crash costs nothing, so it need not wait for the disk.
        await sql`SET LOCAL synchronous_commit TO off`.execute(tx);
        const row = await tx
          .insertInto('idempotency')
          .values({ ...claim, leaseUntil })
          .onConflict((conflict) =>
            conflict
              .columns(['issuerId', 'owner', 'key'])
              .doUpdateSet({ requestHash, holder, leaseUntil, createdAt: sql<Date>`now()` })
              .where('idempotency.credentialId', 'is', null)
              .where('idempotency.leaseUntil', '<', sql<Date>`now()`),
          )
          .returning('holder')
          .executeTakeFirst();
        return row !== undefined;
      };
      return (await db.transaction().execute(work)) ? { outcome: 'claimed' } : holderOf(db, claim);
    },
    /** Ties the key to what was made, in the transaction that makes it; false when the claim was lost to another attempt. */
    async attach(claim: IdempotencyClaim, { credentialId, endorsementId }: Omit<Made, 'issuerId'>): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('idempotency')
        .set({ credentialId, endorsementId })
        .where((eb) => eb.and(mine(claim)))
        .where('credentialId', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    /** Gives the key back after a refusal, so that a corrected request may use it. */
    async release(claim: IdempotencyClaim): Promise<void> {
      await db
        .deleteFrom('idempotency')
        .where((eb) => eb.and(mine(claim)))
        .where('credentialId', 'is', null)
        .execute();
    },
    /** Forgets at most `limit` keys that were first used before a time; answers how many. */
    async prune(before: Date, limit: number): Promise<number> {
      const old = db.selectFrom('idempotency').select(['issuerId', 'owner', 'key']).where('createdAt', '<', before).limit(limit);
      const { numDeletedRows } = await db
        .deleteFrom('idempotency')
        .where((eb) => eb(eb.refTuple('issuerId', 'owner', 'key'), 'in', old.$asTuple('issuerId', 'owner', 'key')))
        .where('createdAt', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    /** Gives back every key that leads to no badge. Only for a process that has the database to itself and runs no request yet. */
    async releaseAbandoned(): Promise<void> {
      await db.deleteFrom('idempotency').where('credentialId', 'is', null).execute();
    },
  };
}

async function holderOf(db: Kysely<Tables>, { issuerId, owner, key, requestHash }: IdempotencyClaim): Promise<ClaimOutcome> {
  const row = await db
    .selectFrom('idempotency')
    .select(['requestHash', 'credentialId', 'endorsementId'])
    .where('issuerId', '=', issuerId)
    .where('owner', '=', owner)
    .where('key', '=', key)
    .executeTakeFirst();
  // Gone meanwhile: its holder was refused and gave it back.
  if (row === undefined) return { outcome: 'in-progress' };
  // Of an erased badge the hash is empty: any request with its key is told that the badge is gone.
  const erased = row.requestHash.length === 0;
  if (!erased && Buffer.compare(row.requestHash, requestHash) !== 0) return { outcome: 'other-request' };
  if (row.credentialId === null) return { outcome: 'in-progress' };
  return { outcome: 'done', issuerId, credentialId: row.credentialId, endorsementId: row.endorsementId };
}
