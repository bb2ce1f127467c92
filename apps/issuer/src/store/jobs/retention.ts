import { type Kysely, sql } from 'kysely';
import type { RetentionTable, Tables } from '../schema/tables.js';
import type { JobKey } from './issuance-jobs.js';

/** What an issuer wants, in days; null for what is usual. */
export type RetentionRecord = Pick<RetentionTable, 'jobDays' | 'refusedRowDays' | 'recipientDays'>;

const COLUMNS = ['jobDays', 'refusedRowDays', 'recipientDays'] as const;

/** Jobs of one look. */
const JOBS = 100;

/** How long things are kept, and what has been kept long enough. */
export function retentionRepository(db: Kysely<Tables>) {
  return {
    async find(issuerId: string): Promise<RetentionRecord | null> {
      return (await db.selectFrom('retention').select(COLUMNS).where('issuerId', '=', issuerId).executeTakeFirst()) ?? null;
    },
    /** What was said before it is looked at anew. */
    async save(issuerId: string, wanted: RetentionRecord): Promise<void> {
      const values = { ...wanted, lookedAt: null };
      await db
        .insertInto('retention')
        .values({ issuerId, ...values })
        .onConflict((conflict) => conflict.column('issuerId').doUpdateSet(values))
        .execute();
    },
    /** Jobs of any issuer that ended long enough ago to be removed. @param usual days */
    async jobsToRemove(now: Date, usual: number): Promise<readonly JobKey[]> {
      const { rows } = await sql<JobKey>`
        SELECT j.issuer_id, j.id AS job_id FROM issuance_job j LEFT JOIN retention r ON r.issuer_id = j.issuer_id
        WHERE j.ended_at < ${now}::timestamptz - coalesce(r.job_days, ${usual}::integer) * interval '1 day' LIMIT ${JOBS}`.execute(db);
      return rows;
    },
    /** Jobs of any issuer whose rows still have content, and ended long enough ago. @param usual days */
    async jobsToEmpty(now: Date, usual: number): Promise<readonly JobKey[]> {
      const { rows } = await sql<JobKey>`
        SELECT j.issuer_id, j.id AS job_id FROM issuance_job j LEFT JOIN retention r ON r.issuer_id = j.issuer_id
        WHERE j.content_dropped_at IS NULL AND j.ended_at < ${now}::timestamptz - coalesce(r.refused_row_days, ${usual}::integer) * interval '1 day'
        LIMIT ${JOBS}`.execute(db);
      return rows;
    },
    /** Takes away what stood in the rows of a job; what became of them stays. */
    async emptyRows({ issuerId, jobId }: JobKey): Promise<void> {
      await sql`
        UPDATE issuance_chunk SET content = '[null' || repeat(',null', rows - 1) || ']'
        WHERE issuer_id = ${issuerId} AND job_id = ${jobId}`.execute(db);
    },
    /** Issuers that want people erased, and that were not looked at since a time; with the days. */
    async issuersToLookAt(since: Date): Promise<readonly { readonly issuerId: string; readonly recipientDays: number }[]> {
      const rows = await db
        .selectFrom('retention')
        .select(['issuerId', 'recipientDays'])
        .where('recipientDays', 'is not', null)
        .where((eb) => eb.or([eb('lookedAt', 'is', null), eb('lookedAt', '<', since)]))
        .execute();
      return rows.flatMap(({ issuerId, recipientDays }) => (recipientDays === null ? [] : [{ issuerId, recipientDays }]));
    },
    async lookedAt(issuerId: string, at: Date): Promise<void> {
      await db.updateTable('retention').set({ lookedAt: at }).where('issuerId', '=', issuerId).execute();
    },
    /** Recipients after an id, in the order of ids, each with whether all badges of theirs were revoked or had expired before a time. */
    async recipientsAfter(
      issuerId: string,
      after: string,
      { before, limit }: { readonly before: Date; readonly limit: number },
    ): Promise<readonly { readonly id: string; readonly ended: boolean }[]> {
      const { rows } = await sql<{ id: string; ended: boolean }>`
        SELECT p.id, ${endedBefore(issuerId, before)} AS ended
        FROM (SELECT id, updated_at FROM recipient WHERE issuer_id = ${issuerId} AND id > ${after}::uuid ORDER BY id LIMIT ${limit}) p
        ORDER BY p.id`.execute(db);
      return rows;
    },
    /** Whether that still is so of one, who is kept from being changed, and from getting badges, until the transaction ends. */
    async lockEnded(issuerId: string, id: string, before: Date): Promise<boolean> {
      await sql`SELECT id FROM recipient WHERE issuer_id = ${issuerId} AND id = ${id} FOR UPDATE`.execute(db);
      const { rows } = await sql<{ ended: boolean }>`
        SELECT ${endedBefore(issuerId, before)} AS ended FROM recipient p WHERE p.issuer_id = ${issuerId} AND p.id = ${id}`.execute(db);
      return rows[0]?.ended === true;
    },
  };
}

function endedBefore(issuerId: string, before: Date) {
  return sql`(p.updated_at < ${before} AND NOT EXISTS (
    SELECT FROM credential c WHERE c.issuer_id = ${issuerId} AND c.recipient_id = p.id
      AND NOT coalesce(c.revoked_at < ${before}, false) AND NOT coalesce(c.valid_until < ${before}, false)))`;
}
