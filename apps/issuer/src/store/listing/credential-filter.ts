import type { CredentialState } from '@proofmark/schemas/api';
import { type SelectQueryBuilder, sql } from 'kysely';
import { hasSuccessor, isSuperseded } from '../credentials.js';
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

/**
 * Between the making of an id, which holds the time, and the signing: the evidence is read in between. Far more than that takes, so that ids lead to all
 * badges that were issued in a time.
 */
const LONGEST_PREPARATION = 3_600_000;

/** A query of badges. */
export type Query<O> = SelectQueryBuilder<Tables, 'credential', O>;

/** The badges of a query that fit. */
export function filtered<O>(query: Query<O>, issuerId: string, filter: CredentialFilter): Query<O> {
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
