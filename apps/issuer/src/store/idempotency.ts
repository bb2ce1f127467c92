import { CompiledQuery, type Kysely, sql } from 'kysely';
import { byIssuer } from './distributed/by-issuer.js';
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
  async function claimAll(
    claims: readonly IdempotencyClaim[],
    leaseSeconds: number,
    now: Date = new Date(),
  ): Promise<readonly ClaimOutcome[]> {
    const [first] = claims;
    if (first === undefined) return [];
    const column = <K extends keyof IdempotencyClaim>(name: K) => claims.map((one) => one[name]);
    const hashes = claims.map(({ requestHash }) => Buffer.from(requestHash));
    const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000);
    const parameters = [first.issuerId, column('owner'), column('key'), hashes, column('holder'), leaseUntil, now, afterAll(leaseUntil)];
    const { rows } = await db.executeQuery<HeldRow>(CompiledQuery.raw(CLAIM, parameters));
    const held = new Map(rows.map((row) => [`${row.owner} ${row.key}`, row]));
    return claims.map(({ owner, key, requestHash }) => outcomeOf(held.get(`${owner} ${key}`), requestHash));
  }
  return {
    /**
     * Takes the key for `leaseSeconds` from `now` on, or answers what became of it. An abandoned claim is taken over; and one that no claim of now
     * could be: it was made before the clock was set back.
     */
    async claim(claim: IdempotencyClaim, leaseSeconds: number, now: Date = new Date()): Promise<ClaimOutcome> {
      const [outcome = { outcome: 'in-progress' }] = await claimAll([claim], leaseSeconds, now);
      return outcome;
    },
    /** As `claim`, for several of one issuer, each with a key of its own. */
    claimAll,
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
    /** Forgets at most `limit` keys that were first used before a time; answers how many were found. */
    async prune(before: Date, limit: number): Promise<number> {
      const old = await db
        .selectFrom('idempotency')
        .select(['issuerId', 'owner', 'key'])
        .where('createdAt', '<', before)
        .limit(limit)
        .execute();
      for (const [issuerId, keys] of byIssuer(old)) {
        const [owners, names] = [keys.map(({ owner }) => owner), keys.map(({ key }) => key)];
        await sql`
          DELETE FROM idempotency WHERE issuer_id = ${issuerId} AND created_at < ${before}
            AND (owner, key) IN (SELECT * FROM unnest(${owners}::uuid[], ${names}::text[]))`.execute(db);
      }
      return old.length;
    },
    /** Gives back every key that leads to no badge. Only for a process that has the database to itself and runs no request yet. */
    async releaseAbandoned(): Promise<void> {
      await db.deleteFrom('idempotency').where('credentialId', 'is', null).execute();
    },
  };
}

interface HeldRow {
  readonly claimed: boolean;
  readonly owner: string;
  readonly key: string;
  /** Null when it was not there before. */
  readonly requestHash: Uint8Array | null;
  readonly issuerId: string | null;
  readonly credentialId: string | null;
  readonly endorsementId: string | null;
}

/** One statement, and a transaction of its own. Losing a claim in a crash costs nothing, so it does not wait for the disk. */
const CLAIM = `
WITH mode AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS set), wanted AS (
  SELECT owner, key, request_hash, holder
  FROM mode, unnest($2::uuid[], $3::text[], $4::bytea[], $5::uuid[]) AS w (owner, key, request_hash, holder)
), claimed AS (
  INSERT INTO idempotency AS held (issuer_id, owner, key, request_hash, holder, lease_until, created_at)
  SELECT $1::uuid, owner, key, request_hash, holder, $6::timestamptz, $7::timestamptz FROM wanted ORDER BY owner, key
  ON CONFLICT (issuer_id, owner, key) DO UPDATE
    SET request_hash = excluded.request_hash, holder = excluded.holder, lease_until = excluded.lease_until, created_at = excluded.created_at
    WHERE held.credential_id IS NULL AND (held.lease_until < $7::timestamptz OR held.lease_until > $8::timestamptz)
  RETURNING owner, key)
SELECT c.key IS NOT NULL AS claimed, w.owner, w.key, i.issuer_id, i.request_hash, i.credential_id, i.endorsement_id FROM wanted w
LEFT JOIN claimed c ON c.owner = w.owner AND c.key = w.key
LEFT JOIN idempotency i ON i.issuer_id = $1 AND i.owner = w.owner AND i.key = w.key
WHERE c.key IS NOT NULL OR i.key IS NOT NULL`;

/** No claim lasts longer, whichever process makes it now: clocks that are right differ by less than a minute. */
function afterAll(leaseUntil: Date): Date {
  return new Date(leaseUntil.getTime() + 60_000);
}

function outcomeOf(row: HeldRow | undefined, requestHash: Uint8Array): ClaimOutcome {
  // Made in this very moment by another request, or gone meanwhile: its holder was refused and gave it back.
  if (row?.claimed) return { outcome: 'claimed' };
  if (row === undefined || row.issuerId === null || row.requestHash === null) return { outcome: 'in-progress' };
  // Of an erased badge the hash is empty: any request with its key is told that the badge is gone.
  const erased = row.requestHash.length === 0;
  if (!erased && Buffer.compare(row.requestHash, requestHash) !== 0) return { outcome: 'other-request' };
  const { issuerId, credentialId, endorsementId } = row;
  return credentialId === null ? { outcome: 'in-progress' } : { outcome: 'done', issuerId, credentialId, endorsementId };
}
