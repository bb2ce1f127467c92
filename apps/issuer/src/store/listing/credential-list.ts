import type { CredentialState, ListOrder } from '@proofmark/schemas/api';
import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { credentialsOf, isSuperseded, ORDINAL, READABLE, toCredential } from '../credentials.js';
import { isSettled, settledRows, type TransactionOrder } from '../issued/transaction-order.js';
import type { CredentialRecord, PageRequest } from '../records.js';
import type { Tables } from '../schema/tables.js';

export interface CredentialFilter {
  readonly achievementId: string | null;
  /** Any of these; null for every recipient. */
  readonly recipientLookups: readonly Uint8Array[] | null;
  readonly recipientIds: readonly string[] | null;
  /** Of the recipient's name, as `namePattern` makes it. */
  readonly namePattern: string | null;
  readonly state: CredentialState | null;
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
  return {
    /**
     * The oldest first in the order in which they were committed: who asks again for what follows the last one has missed none. Where a time is
     * given, by ids, which hold the time at which a badge was begun. Null when the issuer has no badge `after`.
     *
     * @param within looks no further than some so many badges from there, whether they fit the filter or not; not where a time is given
     */
    async list(
      issuerId: string,
      filter: CredentialFilter,
      page: OrderedPage,
      within: number | null = null,
    ): Promise<readonly CredentialRecord[] | null> {
      const { limit, after } = page;
      const direction = page.order === 'oldest' ? 'asc' : 'desc';
      const query = filtered(credentialsOf(db, issuerId).where(READABLE), issuerId, filter).limit(limit);
      if (filter.since !== null || filter.until !== null) {
        const byId = query.orderBy('id', direction);
        const beyond = after === null ? byId : byId.where('id', direction === 'asc' ? '>' : '<', after);
        return (await beyond.execute()).map(toCredential);
      }
      let ordered = query.orderBy(ORDINAL, direction).orderBy('id', direction);
      const from = after === null ? null : await ordinalOf(db, issuerId, after);
      if (after !== null) {
        if (from === null) return null;
        ordered = ordered.where(beyondPlace(from, after, direction));
      }
      if (within !== null) {
        const last = await ordinalAfter(db, issuerId, { direction, from, count: within });
        if (last !== null) ordered = ordered.where(ORDINAL, direction === 'asc' ? '<=' : '>=', last);
      }
      // The newest are shown as they are: nobody asks for what is newer than those.
      if (direction === 'desc') return (await ordered.execute()).map(toCredential);
      return (await settledRows(db, order, (oldest) => ordered.select(isSettled(ORDINAL, oldest)).execute())).map(toCredential);
    },
  };
}

async function ordinalOf(db: Kysely<Tables>, issuerId: string, id: string): Promise<number | null> {
  const query = db.selectFrom('credential').select(ORDINAL.as('ordinal')).where('issuerId', '=', issuerId).where('id', '=', id);
  return (await query.executeTakeFirst())?.ordinal ?? null;
}

/** The place of the badge that comes so many after a place, or after the first; null when there are fewer. */
async function ordinalAfter(
  db: Kysely<Tables>,
  issuerId: string,
  { direction, from, count }: { readonly direction: 'asc' | 'desc'; readonly from: number | null; readonly count: number },
): Promise<number | null> {
  let query = db.selectFrom('credential').select(ORDINAL.as('ordinal')).where('issuerId', '=', issuerId);
  if (from !== null) query = query.where(ORDINAL, direction === 'asc' ? '>=' : '<=', from);
  return (await query.orderBy(ORDINAL, direction).offset(count).limit(1).executeTakeFirst())?.ordinal ?? null;
}

/** The first condition is the one that the index answers. */
function beyondPlace(ordinal: number, id: string, direction: 'asc' | 'desc') {
  return direction === 'asc'
    ? sql<boolean>`${ORDINAL} >= ${ordinal} AND (${ORDINAL}, id) > (${ordinal}, ${id}::uuid)`
    : sql<boolean>`${ORDINAL} <= ${ordinal} AND (${ORDINAL}, id) < (${ordinal}, ${id}::uuid)`;
}

type Query<O> = SelectQueryBuilder<Tables, 'credential', O>;

function filtered<O>(query: Query<O>, issuerId: string, filter: CredentialFilter): Query<O> {
  const { achievementId, recipientLookups, recipientIds, namePattern, since, until } = filter;
  let result = query;
  if (achievementId !== null) result = result.where('achievementId', '=', achievementId);
  if (recipientLookups !== null) result = result.where('recipientLookup', 'in', recipientLookups);
  if (recipientIds !== null) result = result.where(sql<boolean>`recipient_id = ANY(${recipientIds}::uuid[])`);
  if (namePattern !== null) {
    // Only where many have the name. With EXISTS, PostgreSQL might find all of them first and sort their badges; a million took too long.
    result = result.where(sql<boolean>`(
      SELECT n.name_search LIKE ${namePattern} FROM recipient n WHERE n.issuer_id = ${issuerId} AND n.id = credential.recipient_id)`);
  }
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
  // Few are: their successors are found first.
  if (state === 'superseded') return inForce.where(hasSuccessor(issuerId));
  const last = inForce.where(sql<boolean>`NOT ${isSuperseded(issuerId)}`);
  // Few begin later than they are issued, and an index has these alone.
  if (state === 'not-yet-valid') return last.where('validFrom', '>', now).where(sql<boolean>`valid_from > created_at`);
  if (state === 'expired') return last.where('validUntil', '<=', now);
  return last.where('validFrom', '<=', now).where((eb) => eb.or([eb('validUntil', 'is', null), eb('validUntil', '>', now)]));
}

const hasSuccessor = (issuerId: string) =>
  sql<boolean>`EXISTS (
  SELECT FROM credential s WHERE s.issuer_id = ${issuerId} AND s.predecessor_id = credential.id AND s.predecessor_id IS NOT NULL
    AND s.revoked_at IS NULL AND s.erased_at IS NULL)`;

/** The least UUIDv7 of a millisecond. */
function firstIdOf(milliseconds: number): string {
  const hex = Math.max(0, milliseconds).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7000-8000-000000000000`;
}
