import type { ListOrder } from '@proofmark/schemas/api';
import { type Kysely, sql } from 'kysely';
import { credentialsOf, ORDINAL, READABLE, toCredential } from '../credentials.js';
import { isSettled, oldestRunning, settledRows, type TransactionOrder } from '../issued/transaction-order.js';
import type { CredentialRecord, PageRequest } from '../records.js';
import type { Tables } from '../schema/tables.js';
import { type CredentialFilter, filtered, type Query } from './credential-filter.js';
import { renewedIds } from './renewed.js';

export interface OrderedPage extends PageRequest {
  readonly order: ListOrder;
}

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
    const ids = await renewedIds(db, issuerId, { after: from, direction, limit: RENEWED });
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
