import { type Kysely, type RawBuilder, sql } from 'kysely';
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

/** Whose badges are looked at: of an achievement, those that were not revoked or erased and have not expired. */
interface Asked {
  readonly issuerId: string;
  readonly achievementId: string;
  readonly now: Date;
}

export function standingBadgeRepository(db: Kysely<Tables>) {
  /**
   * For each of some values the badges of one person. Person by person by the index of the person: an achievement has very many badges, and while there are
   * no statistics of a young table, the planner would rather go through all of them.
   */
  const find = async (each: RawBuilder<unknown>, { achievementId, now }: Asked): Promise<readonly FoundBadge[]> => {
    const { rows } = await sql<FoundBadge>`
      SELECT c.id, c.created_at, c.recipient_lookup, c.recipient_id, c.external_id FROM ${each}
      WHERE c.achievement_id = ${achievementId} AND c.revoked_at IS NULL AND c.erased_at IS NULL
        AND (c.valid_until IS NULL OR c.valid_until > ${now})`.execute(db);
    return rows;
  };
  const badgesWhere = (issuerId: string, whose: RawBuilder<unknown>) => sql`LATERAL (
    SELECT id, created_at, recipient_lookup, recipient_id, achievement_id, revoked_at, erased_at, valid_until,
      (SELECT external_id FROM recipient r WHERE r.issuer_id = ${issuerId} AND r.id = credential.recipient_id) AS external_id
    FROM credential WHERE issuer_id = ${issuerId} AND ${whose} OFFSET 0) AS c`;
  const byAddress = (asked: Asked, lookups: readonly Buffer[]) =>
    find(
      sql`unnest(${lookups}::bytea[]) AS person (lookup) CROSS JOIN ${badgesWhere(asked.issuerId, sql`recipient_lookup = person.lookup`)}`,
      asked,
    );
  const byExternalId = (asked: Asked, externalIds: readonly string[]) =>
    find(
      sql`unnest(${externalIds}::text[]) AS known (external_id) CROSS JOIN LATERAL (
        SELECT id FROM recipient WHERE issuer_id = ${asked.issuerId} AND external_id = known.external_id OFFSET 0) AS person
      CROSS JOIN ${badgesWhere(asked.issuerId, sql`recipient_id = person.id`)}`,
      asked,
    );
  const byRecipient = (asked: Asked, ids: readonly string[]) =>
    find(sql`unnest(${ids}::uuid[]) AS person (id) CROSS JOIN ${badgesWhere(asked.issuerId, sql`recipient_id = person.id`)}`, asked);
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
      const asked = { issuerId, achievementId, now };
      const found: FoundBadge[] = [];
      if (lookups.length > 0) found.push(...(await byAddress(asked, lookups)));
      if (externalIds.length > 0) found.push(...(await byExternalId(asked, externalIds)));
      if (ids.length > 0) found.push(...(await byRecipient(asked, ids)));
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
  return badges.reduce<FoundBadge | null>((best, badge) => (best === null || isAfter(badge, best) ? badge : best), null);
}

function isAfter(one: FoundBadge, other: FoundBadge): boolean {
  const [mine, theirs] = [one.createdAt.getTime(), other.createdAt.getTime()];
  return mine === theirs ? one.id < other.id : mine > theirs;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
