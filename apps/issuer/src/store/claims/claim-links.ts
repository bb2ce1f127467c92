import { type Kysely, sql } from 'kysely';
import type { PublicIds } from '../distributed/public-ids.js';
import type { ClaimLinkRecord, CredentialKey } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** What a link is found by: the secret of a link that was not used yet, or the one that its learner has since. */
export interface ClaimToken {
  readonly kind: 'claim' | 'learner';
  readonly hash: Uint8Array;
  readonly issuerNumber: number;
}

export interface ClaimCounter {
  readonly achievementId: string | null;
  readonly now: Date;
}

/** All but the hashes of the secrets. */
const COLUMNS = [
  'issuerId',
  'credentialId',
  'id',
  'address',
  'provesAddress',
  'apiKeyId',
  'createdAt',
  'expiresAt',
  'usedAt',
  'endedAt',
] as const;

/** Links of one badge that are kept; the oldest that were never used go first. */
const KEPT = 20;

/** Links by which learners claim badges. */
export function claimLinkRepository(db: Kysely<Tables>, ids: PublicIds) {
  const update = ({ issuerId, credentialId }: CredentialKey) =>
    db.updateTable('claimLink').where('issuerId', '=', issuerId).where('credentialId', '=', credentialId);
  return {
    /** Adds a link; those of the badge that nobody has used end. */
    async insert(link: ClaimLinkRecord, tokenHash: Uint8Array): Promise<void> {
      await update(link).set({ endedAt: link.createdAt }).where('usedAt', 'is', null).where('endedAt', 'is', null).execute();
      await db
        .insertInto('claimLink')
        .values({ ...link, tokenHash, learnerHash: null })
        .execute();
      await sql`
        DELETE FROM claim_link WHERE issuer_id = ${link.issuerId} AND credential_id = ${link.credentialId} AND used_at IS NULL AND id < (
          SELECT min(n.id::text)::uuid FROM (
            SELECT k.id FROM claim_link k WHERE k.issuer_id = ${link.issuerId} AND k.credential_id = ${link.credentialId}
            ORDER BY k.id DESC LIMIT ${KEPT}) n)`.execute(db);
    },
    /** The link of a secret, whether it can be used or not. */
    find({ kind, hash, issuerNumber }: ClaimToken): Promise<ClaimLinkRecord | null> {
      const column = kind === 'claim' ? 'tokenHash' : 'learnerHash';
      const ask = async (issuerId: string) =>
        (await db.selectFrom('claimLink').select(COLUMNS).where('issuerId', '=', issuerId).where(column, '=', hash).executeTakeFirst()) ??
        null;
      // Each of them carries the number of its issuer.
      return ids.findBy(db, issuerNumber, ask, async () => undefined);
    },
    /** Uses a link, if it can be used: of two who do so at once, one does. What learners had of the badge before ends. */
    async use({ issuerId, credentialId, id }: ClaimLinkRecord, learnerHash: Uint8Array, now: Date): Promise<boolean> {
      const { numUpdatedRows } = await update({ issuerId, credentialId })
        .set({ usedAt: now, learnerHash })
        .where('id', '=', id)
        .where('usedAt', 'is', null)
        .where('endedAt', 'is', null)
        .where('expiresAt', '>', now)
        .executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      await update({ issuerId, credentialId })
        .set({ endedAt: now })
        .where('id', '!=', id)
        .where('usedAt', 'is not', null)
        .where('endedAt', 'is', null)
        .execute();
      return true;
    },
    /** Says of a badge that it was claimed; false when that was so before. */
    async markClaimed({ issuerId, credentialId }: CredentialKey, now: Date): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('credential')
        .set({ claimedAt: now })
        .where('issuerId', '=', issuerId)
        .where('id', '=', credentialId)
        .where('claimedAt', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    /** Badges that are there and were not withdrawn, by whether they were claimed; and how many of the others have a link that can be used. */
    async count(
      issuerId: string,
      { achievementId, now }: ClaimCounter,
    ): Promise<{ readonly claimed: number; readonly unclaimed: number; readonly linked: number }> {
      const { rows } = await sql<{ claimed: number; all: number; linked: number }>`
        SELECT count(*) FILTER (WHERE c.claimed_at IS NOT NULL)::int AS claimed, count(*)::int AS all, (
          SELECT count(DISTINCT k.credential_id)::int FROM claim_link k
          JOIN credential b ON b.issuer_id = ${issuerId} AND b.id = k.credential_id
          WHERE k.issuer_id = ${issuerId} AND k.used_at IS NULL AND k.ended_at IS NULL AND k.expires_at > ${now}
            AND b.claimed_at IS NULL AND b.revoked_at IS NULL AND b.erased_at IS NULL
            AND (${achievementId}::uuid IS NULL OR b.achievement_id = ${achievementId}::uuid)) AS linked
        FROM credential c WHERE c.issuer_id = ${issuerId} AND c.revoked_at IS NULL AND c.erased_at IS NULL AND c.signed_json IS NOT NULL
          AND (${achievementId}::uuid IS NULL OR c.achievement_id = ${achievementId}::uuid)`.execute(db);
      const { claimed, all, linked } = rows[0]!;
      return { claimed, unclaimed: all - claimed, linked };
    },
  };
}
