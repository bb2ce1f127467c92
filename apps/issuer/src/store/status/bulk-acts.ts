import { type Kysely, sql } from 'kysely';
import { issuerNumberOf, type PublicIds } from '../distributed/public-ids.js';
import type { BulkActBadge, BulkActRecord, PageRequest } from '../records.js';
import type { Tables } from '../schema/tables.js';

/** An act, by its tenant and its id. */
export interface BulkActKey {
  readonly issuerId: string;
  readonly actId: string;
}

const COLUMNS = ['issuerId', 'id', 'kind', 'state', 'jobId', 'apiKeyId', 'badges', 'createdAt', 'dueAt', 'endedAt'] as const;

/** Acts of one look. */
const ACTS = 100;

/** What was done to many badges at once, as long as it can be undone, and for a time after that. */
export function bulkActRepository(db: Kysely<Tables>, ids: PublicIds) {
  const of = (issuerId: string) => db.selectFrom('bulkAct').select(COLUMNS).where('issuerId', '=', issuerId);
  const one = ({ issuerId, actId }: BulkActKey) => of(issuerId).where('id', '=', actId);
  return {
    /** Adds an act; one that is there stays. */
    async insert(act: BulkActRecord): Promise<void> {
      await db
        .insertInto('bulkAct')
        .values(act)
        .onConflict((conflict) => conflict.columns(['issuerId', 'id']).doNothing())
        .execute();
    },
    /** Adds badges to an act. Those that are there stay. */
    async addBadges({ issuerId, actId }: BulkActKey, badges: readonly BulkActBadge[]): Promise<void> {
      const { rows } = await sql`
        INSERT INTO bulk_act_badge (issuer_id, act_id, credential_id, suspended_at, before, reason)
        SELECT ${issuerId}, ${actId}, one.credential_id, one.suspended_at, one.before, one.reason FROM unnest(
          ${badges.map(({ credentialId }) => credentialId)}::uuid[], ${badges.map(({ suspendedAt }) => suspendedAt)}::timestamptz[],
          ${badges.map(({ before }) => before)}::boolean[], ${badges.map(({ reason }) => reason)}::text[]
        ) AS one (credential_id, suspended_at, before, reason)
        ON CONFLICT (issuer_id, act_id, credential_id) DO NOTHING RETURNING 1`.execute(db);
      await db
        .updateTable('bulkAct')
        .set({ badges: sql<number>`badges + ${rows.length}::integer` })
        .where('issuerId', '=', issuerId)
        .where('id', '=', actId)
        .execute();
    },
    /**
     * Takes badges out of the open acts of the same kind and actor, so that a request which is sent again is one act. The caller has
     * locked the badges.
     */
    async takeOver({ issuerId, id: actId, kind, apiKeyId }: BulkActRecord, credentialIds: readonly string[]): Promise<void> {
      const open = await db
        .selectFrom('bulkAct')
        .select('id')
        .where('issuerId', '=', issuerId)
        .where('apiKeyId', '=', apiKeyId)
        .where('kind', '=', kind)
        .where('state', '=', 'open')
        .where('id', '!=', actId)
        .orderBy('id')
        .forUpdate()
        .execute();
      for (const { id } of open) {
        const { numUpdatedRows } = await db
          .updateTable('bulkActBadge')
          .set({ actId })
          .where('issuerId', '=', issuerId)
          .where('actId', '=', id)
          .where(sql<boolean>`credential_id = ANY(${credentialIds}::uuid[])`)
          .executeTakeFirst();
        const moved = Number(numUpdatedRows);
        if (moved === 0) continue;
        for (const [act, change] of [
          [id, -moved],
          [actId, moved],
        ] as const) {
          await db
            .updateTable('bulkAct')
            .set({ badges: sql<number>`badges + ${change}::integer` })
            .where('issuerId', '=', issuerId)
            .where('id', '=', act)
            .execute();
        }
      }
    },
    find: async (key: BulkActKey): Promise<BulkActRecord | null> => (await one(key).executeTakeFirst()) ?? null,
    /** As `find`, and keeps others from changing the act until the transaction ends. */
    lock: async (key: BulkActKey): Promise<BulkActRecord | null> => (await one(key).forUpdate().executeTakeFirst()) ?? null,
    /** The act by which a job was taken back; null when it was not. */
    async ofJob(issuerId: string, jobId: string): Promise<BulkActRecord | null> {
      return (await of(issuerId).where('jobId', '=', jobId).executeTakeFirst()) ?? null;
    },
    /** Newest first, those left out whose badges all went over to another act. */
    async list(issuerId: string, { limit, after }: PageRequest): Promise<readonly BulkActRecord[]> {
      const page = of(issuerId).where('badges', '>', 0).orderBy('id', 'desc').limit(limit);
      return (after === null ? page : page.where('id', '<', after)).execute();
    },
    /** The issuer of an act; null when there is none of this id. */
    tenantOf: (actId: string): Promise<string | null> =>
      ids.findBy(
        db,
        issuerNumberOf(actId),
        async (issuerId) => ((await one({ issuerId, actId }).executeTakeFirst()) === undefined ? null : issuerId),
        async () => undefined,
      ),
    async update({ issuerId, actId }: BulkActKey, change: Partial<Pick<BulkActRecord, 'state' | 'endedAt' | 'badges'>>): Promise<void> {
      await db.updateTable('bulkAct').set(change).where('issuerId', '=', issuerId).where('id', '=', actId).execute();
    },
    /** Badges of an act after one, in the order of their ids. */
    async badgesAfter({ issuerId, actId }: BulkActKey, after: string | null, limit: number): Promise<readonly BulkActBadge[]> {
      const page = db
        .selectFrom('bulkActBadge')
        .select(['credentialId', 'suspendedAt', 'before', 'reason'])
        .where('issuerId', '=', issuerId)
        .where('actId', '=', actId)
        .orderBy('credentialId')
        .limit(limit);
      return (after === null ? page : page.where('credentialId', '>', after)).execute();
    },
    /** Acts of any issuer that are to be finished, or gone on with. */
    async due(now: Date): Promise<readonly BulkActKey[]> {
      return db
        .selectFrom('bulkAct')
        .select(['issuerId', 'id as actId'])
        .where('endedAt', 'is', null)
        .where((eb) => eb.or([eb('dueAt', '<=', now), eb('state', '!=', 'open')]))
        .orderBy('dueAt')
        .limit(ACTS)
        .execute();
    },
    /** Those of these badges that their learners claimed. */
    async claimedAmong(issuerId: string, credentialIds: readonly string[]): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('credential')
        .select('id')
        .where('issuerId', '=', issuerId)
        .where(sql<boolean>`id = ANY(${credentialIds}::uuid[])`)
        .where('claimedAt', 'is not', null)
        .execute();
      return rows.map(({ id }) => id);
    },
    /** Acts of any issuer that ended before a time. */
    async endedBefore(before: Date): Promise<readonly BulkActKey[]> {
      return db.selectFrom('bulkAct').select(['issuerId', 'id as actId']).where('endedAt', '<', before).limit(ACTS).execute();
    },
    /** Removes an act with what is kept of its badges. */
    async remove({ issuerId, actId }: BulkActKey): Promise<void> {
      await db.deleteFrom('bulkAct').where('issuerId', '=', issuerId).where('id', '=', actId).execute();
    },
  };
}
