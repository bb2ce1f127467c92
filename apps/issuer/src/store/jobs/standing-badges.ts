import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** A badge that stands in the way of another of the same person. */
export interface StandingBadge {
  readonly id: string;
  readonly createdAt: Date;
}

/** What a person is known by. */
export interface Person {
  readonly lookup: Uint8Array | null;
}

export function standingBadgeRepository(db: Kysely<Tables>) {
  return {
    /** Waits for the others that ask which badges of an achievement stand, until their transactions end. */
    async lockAchievement(issuerId: string, achievementId: string): Promise<void> {
      const name = `proofmark badges of ${issuerId}/${achievementId}`;
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
    },
    /** Of each person the newest badge of an achievement that was not revoked or erased and has not expired; null where there is none. */
    async find(
      { issuerId, achievementId }: { readonly issuerId: string; readonly achievementId: string },
      people: readonly Person[],
      now: Date,
    ): Promise<readonly (StandingBadge | null)[]> {
      const lookups = people.flatMap(({ lookup }) => (lookup === null ? [] : [Buffer.from(lookup)]));
      if (lookups.length === 0) return people.map(() => null);
      const rows = await db
        .selectFrom('credential')
        .select(['id', 'createdAt', 'recipientLookup'])
        .where('issuerId', '=', issuerId)
        .where(sql<boolean>`recipient_lookup = ANY (${lookups}::bytea[])`)
        .where('achievementId', '=', achievementId)
        .where('revokedAt', 'is', null)
        .where('erasedAt', 'is', null)
        .where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]))
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      const newest = new Map(rows.map((row) => [hex(row.recipientLookup), row]));
      return people.map(({ lookup }) => (lookup === null ? null : (newest.get(hex(lookup)) ?? null)));
    },
  };
}

function hex(bytes: Uint8Array | null): string {
  return bytes === null ? '' : Buffer.from(bytes).toString('hex');
}
