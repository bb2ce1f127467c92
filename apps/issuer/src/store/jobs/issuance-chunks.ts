import { type Kysely, sql } from 'kysely';
import type { Tables } from '../schema/tables.js';
import type { JobKey, Lease } from './issuance-jobs.js';
import type { ChunkKey, ChunkRecord, RowCounts, RowResult } from './job-records.js';

/** A chunk that is stored with what is known of its rows. */
export interface ChunkState extends Pick<ChunkRecord, 'content' | 'results'> {
  /** When one of its rows is to be tried next; null when each has its result. */
  readonly dueAt: Date | null;
}

/** A chunk among those of an issuer. */
export type ChunkPlace = Pick<ChunkKey, 'jobId' | 'nr'>;

export function issuanceChunkRepository(db: Kysely<Tables>) {
  const of = ({ issuerId, jobId }: JobKey) => db.selectFrom('issuanceChunk').where('issuerId', '=', issuerId).where('jobId', '=', jobId);
  const change = ({ issuerId, jobId, nr }: ChunkKey) =>
    db.updateTable('issuanceChunk').where('issuerId', '=', issuerId).where('jobId', '=', jobId).where('nr', '=', nr);
  const due = (now: Date) => sql<boolean>`open AND due_at <= ${now} AND (leased_until IS NULL OR leased_until < ${now})`;
  return {
    async insert(chunk: ChunkRecord, state: ChunkState, at: Date): Promise<void> {
      await db
        .insertInto('issuanceChunk')
        .values({ ...keyOf(chunk), firstRow: chunk.firstRow, rows: chunk.rows, lines: chunk.lines, ...columnsOf(state, at) })
        .execute();
    },
    /** Takes one chunk of an issuer that is due, of the job that was served longest ago; null when there is none. To be called in a transaction. */
    async take(issuerId: string, { holder, until, now }: Lease): Promise<ChunkRecord | null> {
      const jobs = await db
        .selectFrom('issuanceJob')
        .select('id')
        .where('issuerId', '=', issuerId)
        .where('state', 'in', ['reading', 'running'])
        .where('released', '=', true)
        .orderBy(sql`served_at NULLS FIRST`)
        .orderBy('id')
        .limit(100)
        .execute();
      for (const { id: jobId } of jobs) {
        const next = await of({ issuerId, jobId })
          .select('nr')
          .where(due(now))
          .orderBy('dueAt')
          .orderBy('nr')
          .limit(1)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst();
        if (next === undefined) continue;
        const key = { issuerId, jobId, nr: next.nr };
        const taken = await change(key)
          .set({ holder, leasedUntil: until })
          .returning(['nr', 'firstRow', 'rows', 'lines', 'content', 'results'])
          .executeTakeFirstOrThrow();
        await db.updateTable('issuanceJob').set({ servedAt: now }).where('issuerId', '=', issuerId).where('id', '=', jobId).execute();
        return { issuerId, jobId, ...taken, content: JSON.parse(taken.content) };
      }
      return null;
    },
    /** Whether an issuer has another chunk that is due. */
    async hasDue(issuerId: string, now: Date): Promise<boolean> {
      const row = await db
        .selectFrom('issuanceChunk')
        .select('nr')
        .where('issuerId', '=', issuerId)
        .where(due(now))
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Whether a process still issues rows of a job. */
    async isWorkedOn(key: JobKey, now: Date): Promise<boolean> {
      const row = await of(key).select('nr').where('leasedUntil', '>=', now).limit(1).executeTakeFirst();
      return row !== undefined;
    },
    /** Keeps a chunk for longer; false when it is another's by now. */
    async keep(key: ChunkKey, { holder, until }: Lease): Promise<boolean> {
      return (await change(key).set({ leasedUntil: until }).where('holder', '=', holder).executeTakeFirst()).numUpdatedRows === 1n;
    },
    /** The rows of a chunk as they are now, if it is still the holder's; keeps others from changing them until the transaction ends. */
    async lock(key: ChunkKey, holder: string): Promise<Pick<ChunkRecord, 'content' | 'results'> | null> {
      const row = await of(key)
        .select(['content', 'results'])
        .where('nr', '=', key.nr)
        .where('holder', '=', holder)
        .forUpdate()
        .executeTakeFirst();
      return row === undefined ? null : { results: row.results, content: JSON.parse(row.content) };
    },
    async lockResults(key: ChunkKey, holder: string): Promise<readonly (RowResult | null)[] | null> {
      const row = await of(key).select('results').where('nr', '=', key.nr).where('holder', '=', holder).forUpdate().executeTakeFirst();
      return row?.results ?? null;
    },
    /** Writes results while the chunk is worked on. */
    async writeResults(key: ChunkKey, results: readonly (RowResult | null)[], at: Date): Promise<void> {
      await change(key)
        .set({ results: JSON.stringify(results), ...countsOf(results), settledAt: at })
        .execute();
    },
    /** Writes what is known of the rows and gives the chunk back. */
    async settle(key: ChunkKey, state: ChunkState, at: Date): Promise<void> {
      await change(key)
        .set({ ...columnsOf(state, at), holder: null, leasedUntil: null })
        .execute();
    },
    /** Chunks from a number on, of those that have rows after `after`, and some of a state. */
    async list(
      key: JobKey,
      { fromNr, count, after }: { readonly fromNr: number; readonly count: number; readonly after: number },
      state: keyof RowCounts | null,
    ): Promise<readonly ChunkRecord[]> {
      let query = of(key)
        .select(['nr', 'firstRow', 'rows', 'lines', 'content', 'results'])
        .where('nr', '>=', fromNr)
        .orderBy('nr')
        .limit(count);
      query = query.where(sql<boolean>`first_row + rows > ${after} + 1`);
      if (state !== null) query = query.where(state, '>', 0);
      const { issuerId, jobId } = key;
      return (await query.execute()).map((row): ChunkRecord => ({ issuerId, jobId, ...row, content: JSON.parse(row.content) }));
    },
    /** Every chunk of a job that has rows which were refused or wait, each kept from being changed by others until the transaction ends. */
    async *lockEach(key: JobKey): AsyncGenerator<Pick<ChunkRecord, 'nr' | 'content' | 'results'>> {
      for (let nr = -1; ; ) {
        const row = await of(key)
          .select(['nr', 'content', 'results'])
          .where('nr', '>', nr)
          .where(sql<boolean>`refused + waiting > 0`)
          .orderBy('nr')
          .limit(1)
          .forUpdate()
          .executeTakeFirst();
        if (row === undefined) return;
        nr = row.nr;
        yield { ...row, content: JSON.parse(row.content) };
      }
    },
    /** Chunks of all jobs of an issuer after one that have rows which are no badges, in an order of their own. */
    async listOpenContent(issuerId: string, after: ChunkPlace | null, limit: number): Promise<readonly ChunkPlace[]> {
      let query = db.selectFrom('issuanceChunk').select(['jobId', 'nr']).where('issuerId', '=', issuerId);
      query = query.where(sql<boolean>`done + existing < rows`).orderBy('jobId').orderBy('nr').limit(limit);
      if (after !== null) query = query.where(sql<boolean>`(job_id, nr) > (${after.jobId}::uuid, ${after.nr})`);
      return query.execute();
    },
    /** The rows of a chunk, kept from being changed by others until the transaction ends. */
    async lockRows({ issuerId, jobId, nr }: ChunkKey): Promise<Pick<ChunkRecord, 'content' | 'results'> | null> {
      const row = await of({ issuerId, jobId }).select(['content', 'results']).where('nr', '=', nr).forUpdate().executeTakeFirst();
      return row === undefined ? null : { results: row.results, content: JSON.parse(row.content) };
    },
    /** Writes rows of a locked chunk of which something was taken away. */
    async writeRows(key: ChunkKey, { content, results }: Pick<ChunkRecord, 'content' | 'results'>): Promise<void> {
      const written = { content: JSON.stringify(content), results: JSON.stringify(results), ...countsOf(results) };
      await change(key).set(written).execute();
    },
    /** Has rows of a locked chunk tried again. */
    async reopen(key: ChunkKey, results: readonly (RowResult | null)[], at: Date): Promise<void> {
      await change(key)
        .set({ results: JSON.stringify(results), ...countsOf(results), open: true, dueAt: at })
        .execute();
    },
    /** How many chunks there are, and their rows. */
    async stored(key: JobKey): Promise<{ readonly chunks: number; readonly rows: number }> {
      return of(key)
        .select([sql<number>`count(*)`.as('chunks'), sql<number>`coalesce(sum(rows), 0)::bigint`.as('rows')])
        .executeTakeFirstOrThrow();
    },
    /** Has no chunk of a job taken any more. */
    async closeAll({ issuerId, jobId }: JobKey): Promise<void> {
      await db
        .updateTable('issuanceChunk')
        .set({ open: false })
        .where('issuerId', '=', issuerId)
        .where('jobId', '=', jobId)
        .where('open', '=', true)
        .execute();
    },
    /** Has the chunks of a job taken again of which rows have no result. */
    async openAll({ issuerId, jobId }: JobKey, at: Date): Promise<void> {
      await db
        .updateTable('issuanceChunk')
        .set({ open: true, dueAt: at })
        .where('issuerId', '=', issuerId)
        .where('jobId', '=', jobId)
        .where(sql<boolean>`done + existing + refused + valid < rows`)
        .execute();
    },
    /** Issuers that have a chunk which is due. */
    async findDue(now: Date): Promise<readonly string[]> {
      const rows = await db.selectFrom('issuanceChunk').select('issuerId').distinct().where(due(now)).execute();
      return rows.map(({ issuerId }) => issuerId);
    },
    /** Gives back what the processes before had taken. Only for a process that has the database to itself. */
    async releaseAbandoned(): Promise<void> {
      await db.updateTable('issuanceChunk').set({ holder: null, leasedUntil: null }).where('holder', 'is not', null).execute();
      await db.updateTable('issuanceJob').set({ holder: null, leasedUntil: null }).where('holder', 'is not', null).execute();
    },
  };
}

function keyOf({ issuerId, jobId, nr }: ChunkKey): ChunkKey {
  return { issuerId, jobId, nr };
}

function columnsOf({ content, results, dueAt }: ChunkState, at: Date) {
  return {
    content: JSON.stringify(content),
    results: JSON.stringify(results),
    ...countsOf(results),
    open: dueAt !== null,
    dueAt: dueAt ?? at,
    settledAt: at,
  };
}

function countsOf(results: readonly (RowResult | null)[]): RowCounts {
  const counts = { done: 0, existing: 0, refused: 0, waiting: 0, valid: 0 };
  for (const result of results) if (result !== null) counts[result.state] += 1;
  return counts;
}
