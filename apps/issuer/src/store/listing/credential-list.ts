import type { CredentialState, ListOrder } from '@proofmark/schemas/api';
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { credentialsOf, hasSuccessor, isSuperseded, ORDINAL, READABLE, toCredential } from '../credentials.js';
import { isSettled, oldestRunning, settledRows, type TransactionOrder } from '../issued/transaction-order.js';
import type { CredentialRecord, PageRequest } from '../records.js';
import type { Tables } from '../schema/tables.js';
import { firstIdOf } from './first-id.js';

export interface CredentialFilter {
  readonly achievementId: string | null;
  /** Any of these; null for every recipient. */
  readonly recipientLookups: readonly Uint8Array[] | null;
  readonly recipientIds: readonly string[] | null;
  /** Of the recipient's name, as `namePattern` makes it. */
  readonly namePattern: string | null;
  readonly state: CredentialState | null;
  /** Whether the learner claimed it; null for either. */
  readonly claimed: boolean | null;
  /** Issued from then on, and before then. */
  readonly since: Date | null;
  readonly until: Date | null;
  readonly now: Date;
}

export interface OrderedPage extends PageRequest {
  readonly order: ListOrder;
}

/**
 * Between the making of an id, which holds the time, and the signing: the evidence is read in between. Far more than that takes, so that ids lead to all
 * badges that were issued in a time.
 */
const LONGEST_PREPARATION = 3_600_000;

/** Badges in pages, whose places are found by an index however far they are. */
export function credentialListRepository(db: Kysely<Tables>, order: TransactionOrder) {
  /** What comes after the badge that the page begins after, in its order; null when there is no such badge. */
  async function following<O>(
    query: Query<O>,
    issuerId: string,
    filter: CredentialFilter,
    { order: asked, after }: OrderedPage,
  ): Promise<Query<O> | null> {
    const direction = directionOf(asked);
    if (isById(filter)) {
      const byId = query.orderBy('id', direction);
      return after === null ? byId : byId.where('id', direction === 'asc' ? '>' : '<', after);
    }
    const ordered = query.orderBy(ORDINAL, direction).orderBy('id', direction);
    if (after === null) return ordered;
    const from = await ordinalOf(db, issuerId, after);
    return from === null ? null : ordered.where(beyondPlace(from, after, direction));
  }
  /** The newest are shown as they are: nobody asks for what is newer than those. */
  async function read(
    query: ReturnType<typeof credentialsOf>,
    filter: CredentialFilter,
    { order: asked }: OrderedPage,
  ): Promise<readonly CredentialRecord[]> {
    if (isById(filter) || directionOf(asked) === 'desc') return (await query.execute()).map(toCredential);
    return (await settledRows(db, order, (oldest) => query.select(isSettled(ORDINAL, oldest)).execute())).map(toCredential);
  }
  const all = (issuerId: string, filter: CredentialFilter, page: OrderedPage) =>
    following(filtered(credentialsOf(db, issuerId).where(READABLE), issuerId, filter).limit(page.limit), issuerId, filter, page);
  return {
    /**
     * The oldest first in the order in which they were committed: who asks again for what follows the last one has missed none. Where a time is
     * given, and of superseded badges, by ids, which hold the time at which a badge was begun. Null when the issuer has no badge `after`.
     */
    async list(issuerId: string, filter: CredentialFilter, page: OrderedPage): Promise<readonly CredentialRecord[] | null> {
      if (filter.state === 'superseded') return supersededBadges(db, issuerId, filter, page);
      const query = await all(issuerId, filter, page);
      return query === null ? null : read(query, filter, page);
    },
    /**
     * As `list`, but looks at the names of no more than so many badges, those that fit everything else.
     *
     * @returns `reached`: the last badge that was looked at; null when no others follow, or when a transaction that still runs may put one in front of it
     */
    async listWithin(
      issuerId: string,
      filter: CredentialFilter,
      page: OrderedPage,
      most: number,
    ): Promise<{ readonly credentials: readonly CredentialRecord[]; readonly reached: string | null } | null> {
      const query = await all(issuerId, filter, page);
      if (query === null) return null;
      // Before the rows, so that all that is older is among them.
      const oldest = page.order === 'oldest' && !isById(filter) ? await oldestRunning(db, await order.offset()) : null;
      const places = db
        .selectFrom('credential')
        .select(['id', ORDINAL.as('ordinal')])
        .where('issuerId', '=', issuerId)
        .where(READABLE);
      const others = filtered(places, issuerId, { ...filter, namePattern: null });
      const place = await following(others, issuerId, filter, page);
      const last = await place
        ?.offset(most - 1)
        .limit(1)
        .executeTakeFirst();
      if (last === undefined) return { credentials: await read(query, filter, page), reached: null };
      const direction = directionOf(page.order);
      const near = isById(filter)
        ? query.where('id', direction === 'asc' ? '<=' : '>=', last.id)
        : query.where(upToPlace(last.ordinal, last.id, direction));
      const reached = oldest === null || last.ordinal < oldest ? last.id : null;
      return { credentials: await read(near, filter, page), reached };
    },
  };
}

const directionOf = (order: ListOrder): 'asc' | 'desc' => (order === 'oldest' ? 'asc' : 'desc');
/** Whether the list is in the order of ids. Superseded badges are found by what renews them, whose index is in the order of their ids. */
const isById = ({ since, until, state }: CredentialFilter): boolean => since !== null || until !== null || state === 'superseded';

/** Of so many badges that were renewed, those that fit are read at once. */
const RENEWED = 500;

/** A page of superseded badges, from those that others renew. Of these some are left out, such as badges that were corrected, and so withdrawn. */
async function supersededBadges(
  db: Kysely<Tables>,
  issuerId: string,
  filter: CredentialFilter,
  { order, after, limit }: OrderedPage,
): Promise<readonly CredentialRecord[]> {
  const direction = directionOf(order);
  const found: CredentialRecord[] = [];
  for (let from = after; found.length < limit; ) {
    let renewed = db
      .selectFrom('credential')
      .select('predecessorId as id')
      .distinct()
      .where('issuerId', '=', issuerId)
      .where('predecessorId', 'is not', null)
      .where('revokedAt', 'is', null)
      .where('erasedAt', 'is', null);
    if (from !== null) renewed = renewed.where('predecessorId', direction === 'asc' ? '>' : '<', from);
    const ids = (await renewed.orderBy('predecessorId', direction).limit(RENEWED).execute()).map(({ id }) => id as string);
    if (ids.length === 0) break;
    const fitting = filtered(credentialsOf(db, issuerId).where(READABLE), issuerId, filter)
      .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
      .orderBy('id', direction)
      .limit(limit - found.length);
    found.push(...(await fitting.execute()).map(toCredential));
    from = ids.at(-1) ?? null;
  }
  return found;
}

async function ordinalOf(db: Kysely<Tables>, issuerId: string, id: string): Promise<number | null> {
  const query = db.selectFrom('credential').select(ORDINAL.as('ordinal')).where('issuerId', '=', issuerId).where('id', '=', id);
  return (await query.executeTakeFirst())?.ordinal ?? null;
}

/** The first condition is the one that the index answers. */
function beyondPlace(ordinal: number, id: string, direction: 'asc' | 'desc') {
  return direction === 'asc'
    ? sql<boolean>`${ORDINAL} >= ${ordinal} AND (${ORDINAL}, id) > (${ordinal}, ${id}::uuid)`
    : sql<boolean>`${ORDINAL} <= ${ordinal} AND (${ORDINAL}, id) < (${ordinal}, ${id}::uuid)`;
}

/** The other side of `beyondPlace`. */
function upToPlace(ordinal: number, id: string, direction: 'asc' | 'desc') {
  return direction === 'asc'
    ? sql<boolean>`${ORDINAL} <= ${ordinal} AND (${ORDINAL}, id) <= (${ordinal}, ${id}::uuid)`
    : sql<boolean>`${ORDINAL} >= ${ordinal} AND (${ORDINAL}, id) >= (${ordinal}, ${id}::uuid)`;
}

type Query<O> = SelectQueryBuilder<Tables, 'credential', O>;

function filtered<O>(query: Query<O>, issuerId: string, filter: CredentialFilter): Query<O> {
  const { achievementId, recipientLookups, recipientIds, namePattern, claimed, since, until } = filter;
  let result = query;
  if (achievementId !== null) result = result.where('achievementId', '=', achievementId);
  if (recipientLookups !== null) result = result.where('recipientLookup', 'in', recipientLookups);
  if (recipientIds !== null) result = result.where(sql<boolean>`recipient_id = ANY(${recipientIds}::uuid[])`);
  if (namePattern !== null) {
    // Only where many have the name. With EXISTS, PostgreSQL might find all of them first and sort their badges; a million took too long.
    result = result.where(sql<boolean>`(
      SELECT n.name_search LIKE ${namePattern} FROM recipient n WHERE n.issuer_id = ${issuerId} AND n.id = credential.recipient_id)`);
  }
  if (claimed !== null) result = result.where('claimedAt', claimed ? 'is not' : 'is', null);
  if (since !== null) {
    result = result.where('createdAt', '>=', since).where(sql<boolean>`id >= ${firstIdOf(since.getTime() - LONGEST_PREPARATION)}::uuid`);
  }
  if (until !== null) result = result.where('createdAt', '<', until).where(sql<boolean>`id < ${firstIdOf(until.getTime())}::uuid`);
  return inState(result, issuerId, filter);
}

function inState<O>(query: Query<O>, issuerId: string, { state, now }: CredentialFilter): Query<O> {
  if (state === null) return query;
  if (state === 'erased') return query.where('erasedAt', 'is not', null);
  const there = query.where('erasedAt', 'is', null);
  if (state === 'revoked') return there.where('revokedAt', 'is not', null);
  const standing = there.where('revokedAt', 'is', null);
  if (state === 'suspended') return standing.where('suspendedAt', 'is not', null);
  const inForce = standing.where('suspendedAt', 'is', null);
  if (state === 'superseded') return inForce.where(hasSuccessor(issuerId));
  const last = inForce.where(sql<boolean>`NOT ${isSuperseded(issuerId)}`);
  // Few begin later than they are issued, and an index has these alone.
  if (state === 'not-yet-valid') return last.where('validFrom', '>', now).where(sql<boolean>`valid_from > created_at`);
  if (state === 'expired') return last.where('validUntil', '<=', now);
  return last.where('validFrom', '<=', now).where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]));
}
