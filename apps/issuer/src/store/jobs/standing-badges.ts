import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';

/** A badge that stands in the way of another of the same person. */
export interface StandingBadge {
  readonly id: string;
  readonly createdAt: Date;
}

/** What a person is known by; null where it is not known. */
export interface Person {
  /** The keyed hash of their address. */
  readonly lookup: Uint8Array | null;
  /** The issuer's own id of them. Two people with one address have different ones. */
  readonly externalId: string | null;
  /** The id of the recipient, where it follows from what they are known by. */
  readonly recipientId: string | null;
}

interface FoundBadge extends StandingBadge {
  readonly recipientLookup: Uint8Array | null;
  readonly recipientId: string | null;
  readonly externalId: string | null;
}

export function standingBadgeRepository(db: Kysely<Tables>) {
  /** Badges of an achievement that were not revoked or erased and have not expired, oldest first. */
  const standing = (issuerId: string, achievementId: string, now: Date) =>
    db
      .selectFrom('credential as c')
      .leftJoin('recipient as r', (join) => join.onRef('r.issuerId', '=', 'c.issuerId').onRef('r.id', '=', 'c.recipientId'))
      .select(['c.id', 'c.createdAt', 'c.recipientLookup', 'c.recipientId', 'r.externalId'])
      .where('c.issuerId', '=', issuerId)
      .where('c.achievementId', '=', achievementId)
      .where('c.revokedAt', 'is', null)
      .where('c.erasedAt', 'is', null)
      .where((eb) => eb.or([eb('c.validUntil', 'is', null), eb('c.validUntil', '>', now)]))
      .orderBy('c.createdAt')
      .orderBy('c.id');
  return {
    /** Waits for the others that ask which badges of an achievement stand, until their transactions end. */
    async lockAchievement(issuerId: string, achievementId: string): Promise<void> {
      const name = `proofmark badges of ${issuerId}/${achievementId}`;
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
    },
    /** Of each person the newest badge of an achievement that stands; null where there is none. */
    async find(
      { issuerId, achievementId }: { readonly issuerId: string; readonly achievementId: string },
      people: readonly Person[],
      now: Date,
    ): Promise<readonly (StandingBadge | null)[]> {
      const lookups = people.flatMap(({ lookup }) => (lookup === null ? [] : [Buffer.from(lookup)]));
      const externalIds = people.flatMap(({ externalId }) => externalId ?? []);
      const ids = people.flatMap(({ recipientId, lookup, externalId }) =>
        lookup === null && externalId === null ? (recipientId ?? []) : [],
      );
      const badges = standing(issuerId, achievementId, now);
      const found: FoundBadge[] = [];
      if (lookups.length > 0) found.push(...(await badges.where(sql<boolean>`c.recipient_lookup = ANY (${lookups}::bytea[])`).execute()));
      if (externalIds.length > 0)
        found.push(
          ...(await badges.where('r.issuerId', '=', issuerId).where(sql<boolean>`r.external_id = ANY (${externalIds}::text[])`).execute()),
        );
      if (ids.length > 0) found.push(...(await badges.where(sql<boolean>`c.recipient_id = ANY (${ids}::uuid[])`).execute()));
      const by = index(found);
      return people.map((person) => newest(badgesOf(person, by)));
    },
  };
}

interface Index {
  readonly byLookup: ReadonlyMap<string, readonly FoundBadge[]>;
  readonly byExternalId: ReadonlyMap<string, readonly FoundBadge[]>;
  readonly byRecipient: ReadonlyMap<string, readonly FoundBadge[]>;
}

function index(found: readonly FoundBadge[]): Index {
  return {
    byLookup: grouped(found, ({ recipientLookup }) => (recipientLookup === null ? null : hex(recipientLookup))),
    byExternalId: grouped(found, ({ externalId }) => externalId),
    byRecipient: grouped(found, ({ recipientId }) => recipientId),
  };
}

function grouped(found: readonly FoundBadge[], keyOf: (badge: FoundBadge) => string | null): ReadonlyMap<string, readonly FoundBadge[]> {
  const groups = new Map<string, FoundBadge[]>();
  for (const badge of found) {
    const key = keyOf(badge);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [badge]);
    else group.push(badge);
  }
  return groups;
}

/** As badges find their recipient: an external id decides; without one, or where a badge knows none, the address does; else the recipient. */
function badgesOf({ lookup, externalId, recipientId }: Person, by: Index): readonly FoundBadge[] {
  const ofAddress = lookup === null ? [] : (by.byLookup.get(hex(lookup)) ?? []);
  if (externalId !== null) return [...(by.byExternalId.get(externalId) ?? []), ...ofAddress.filter((badge) => badge.externalId === null)];
  if (lookup !== null) return ofAddress;
  return recipientId === null ? [] : (by.byRecipient.get(recipientId) ?? []);
}

function newest(badges: readonly FoundBadge[]): StandingBadge | null {
  return badges.reduce<FoundBadge | null>((best, badge) => (best === null || badge.createdAt > best.createdAt ? badge : best), null);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
