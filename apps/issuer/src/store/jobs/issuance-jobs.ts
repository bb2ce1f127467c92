import { type Kysely, sql } from 'kysely';
import { issuerNumberOf, type PublicIds } from '../distributed/public-ids.js';
import type { PageRequest } from '../records.js';
import type { IssuanceJobTable, Tables } from '../schema/tables.js';
import type { JobRecord, RowCounts } from './job-records.js';

const COLUMNS = [
  'issuerId',
  'id',
  'achievementId',
  'apiKeyId',
  'requestId',
  'mode',
  'format',
  'options',
  'state',
  'found',
  'size',
  'readBytes',
  'readRows',
  'readAt',
  'createdAt',
  'startedAt',
  'endedAt',
  'contentDroppedAt',
] as const satisfies readonly (keyof IssuanceJobTable)[];

/** A job, by who may touch it. */
export interface JobKey {
  readonly issuerId: string;
  readonly jobId: string;
}

/** The Idempotency-Key of a request, and who may use it. */
export interface JobRequest {
  readonly issuerId: string;
  readonly owner: string;
  readonly key: string;
}

/** One process at a time works on a thing, until a time. */
export interface Lease {
  readonly holder: string;
  readonly until: Date;
  readonly now: Date;
}

/** How far an upload was read. `released`: its rows are issued while it is read on. */
export interface ReadingProgress extends Pick<JobRecord, 'readRows' | 'readBytes'> {
  readonly released: boolean;
}

export interface JobProgress extends RowCounts {
  /** Rows that were settled since a time. */
  readonly recently: number;
}

export function issuanceJobRepository(db: Kysely<Tables>, ids: PublicIds) {
  const of = (issuerId: string) => db.selectFrom('issuanceJob').select(COLUMNS).where('issuerId', '=', issuerId);
  const one = ({ issuerId, jobId }: JobKey) => of(issuerId).where('id', '=', jobId);
  const change = ({ issuerId, jobId }: JobKey) => db.updateTable('issuanceJob').where('issuerId', '=', issuerId).where('id', '=', jobId);
  return {
    async insert({ options, found, ...job }: JobRecord): Promise<void> {
      await db
        .insertInto('issuanceJob')
        .values({ ...job, options: JSON.stringify(options), found: JSON.stringify(found) })
        .execute();
    },
    find: async (key: JobKey): Promise<JobRecord | null> => (await one(key).executeTakeFirst()) ?? null,
    /** As `find`, and keeps others from changing the row until the transaction ends. */
    lock: async (key: JobKey): Promise<JobRecord | null> => (await one(key).forUpdate().executeTakeFirst()) ?? null,
    /** Newest first, those whose upload did not end left out. */
    async list(issuerId: string, { limit, after }: PageRequest): Promise<readonly JobRecord[]> {
      const page = of(issuerId).where('state', '!=', 'uploading').orderBy('id', 'desc').limit(limit);
      return (after === null ? page : page.where('id', '<', after)).execute();
    },
    /** The issuer of a job; null when there is none of this id. */
    tenantOf: (jobId: string): Promise<string | null> =>
      ids.findBy(
        db,
        issuerNumberOf(jobId),
        async (issuerId) => ((await one({ issuerId, jobId }).executeTakeFirst()) === undefined ? null : issuerId),
        async () => undefined,
      ),
    /** How many jobs of an issuer have not ended. */
    async open(issuerId: string): Promise<number> {
      const { count } = await db
        .selectFrom('issuanceJob')
        .select(sql<number>`count(*)`.as('count'))
        .where('issuerId', '=', issuerId)
        .where('state', 'in', ['uploading', 'reading', 'running'])
        .where('endedAt', 'is', null)
        .executeTakeFirstOrThrow();
      return count;
    },
    async update(
      key: JobKey,
      { found, ...changes }: Partial<Omit<JobRecord, 'issuerId' | 'id' | 'options'>> & { readonly released?: boolean },
    ): Promise<void> {
      await change(key)
        .set({ ...changes, ...(found === undefined ? {} : { found: JSON.stringify(found) }) })
        .execute();
    },
    /** Waits for the requests that have the same Idempotency-Key, until the transaction ends; then the job that an earlier one of them made. */
    async findByRequest({
      issuerId,
      owner,
      key,
    }: JobRequest): Promise<{ readonly jobId: string; readonly requestHash: Uint8Array } | null> {
      const name = `proofmark job ${issuerId} ${owner} ${key}`;
      await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
      const row = await db
        .selectFrom('issuanceJob')
        .select(['id as jobId', 'requestHash'])
        .where('issuerId', '=', issuerId)
        .where('idempotencyOwner', '=', owner)
        .where('idempotencyKey', '=', key)
        .executeTakeFirst();
      return row === undefined || row.requestHash === null ? null : { jobId: row.jobId, requestHash: row.requestHash };
    },
    async nameRequest(jobId: string, { issuerId, owner, key }: JobRequest, requestHash: Uint8Array): Promise<void> {
      await change({ issuerId, jobId }).set({ idempotencyOwner: owner, idempotencyKey: key, requestHash }).execute();
    },
    /** Has the key of the request that made a job make another. */
    async forgetRequest(key: JobKey): Promise<void> {
      await change(key).set({ idempotencyOwner: null, idempotencyKey: null, requestHash: null }).execute();
    },
    /** Takes a job whose upload is to be read; null when another process has it, or it is not to be read. */
    async takeToRead(key: JobKey, { holder, until, now }: Lease): Promise<JobRecord | null> {
      const taken = await change(key)
        .set({ holder, leasedUntil: until })
        .where('state', '=', 'reading')
        .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', now)]))
        .returning(COLUMNS)
        .executeTakeFirst();
      return taken ?? null;
    },
    /** Keeps the job for longer, and says how far it was read; false when it is another's by now, or is not to be read any more. */
    async keepReading(key: JobKey, { holder, until }: Lease, progress: Partial<ReadingProgress> = {}): Promise<boolean> {
      const kept = await change(key)
        .set({ leasedUntil: until, ...progress })
        .where('holder', '=', holder)
        .where('state', '=', 'reading')
        .executeTakeFirst();
      return kept.numUpdatedRows === 1n;
    },
    /** The id of the oldest job of an issuer that is to be read and that nobody reads; null when there is none. */
    async nextUnread(issuerId: string, now: Date): Promise<string | null> {
      const next = await db
        .selectFrom('issuanceJob')
        .select('id')
        .where('issuerId', '=', issuerId)
        .where('state', '=', 'reading')
        .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', now)]))
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return next?.id ?? null;
    },
    /** @param again when it may be taken the next time; at once by default */
    async giveBack(key: JobKey, holder: string, again: Date | null = null): Promise<void> {
      await change(key).set({ holder: null, leasedUntil: again }).where('holder', '=', holder).execute();
    },
    /** What became of the rows so far. */
    async progress({ issuerId, jobId }: JobKey, since: Date): Promise<JobProgress> {
      const sum = (column: keyof RowCounts) => sql<number>`coalesce(sum(${sql.ref(column)}), 0)::bigint`.as(column);
      const settled = sql<number>`coalesce(sum(done + existing + refused + valid) FILTER (WHERE settled_at >= ${since}), 0)::bigint`;
      return db
        .selectFrom('issuanceChunk')
        .select([sum('done'), sum('existing'), sum('refused'), sum('waiting'), sum('valid'), settled.as('recently')])
        .where('issuerId', '=', issuerId)
        .where('jobId', '=', jobId)
        .executeTakeFirstOrThrow();
    },
    /** Ends a job of which all rows are read and have their results. To be called with the job locked. */
    async endIfDone(key: JobKey, at: Date): Promise<boolean> {
      const open = await db
        .selectFrom('issuanceChunk')
        .select('nr')
        .where('issuerId', '=', key.issuerId)
        .where('jobId', '=', key.jobId)
        .where('open', '=', true)
        .limit(1)
        .executeTakeFirst();
      if (open !== undefined) return false;
      const ended = await change(key)
        .set({ state: 'ended', endedAt: at })
        .where('state', '=', 'running')
        .where('readAt', 'is not', null)
        .executeTakeFirst();
      return ended.numUpdatedRows === 1n;
    },
    /** Jobs of any issuer that are to be read and that nobody reads, or whose upload was broken off: it is known to, or it began before a time. */
    async findUnread(now: Date, uploadedBefore: Date): Promise<readonly (JobKey & { readonly state: JobRecord['state'] })[]> {
      return (
        db
          .selectFrom('issuanceJob')
          .select(['issuerId', 'id as jobId', 'state'])
          .where((eb) =>
            eb.or([
              eb.and([eb('state', '=', 'reading'), eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', now)])]),
              eb.and([eb('state', '=', 'uploading'), eb.or([eb('createdAt', '<', uploadedBefore), eb('endedAt', 'is not', null)])]),
            ]),
          )
          // Those to be read first.
          .orderBy('state')
          .orderBy('id')
          .limit(1000)
          .execute()
      );
    },
    /** Removes a job with its rows. */
    async remove({ issuerId, jobId }: JobKey): Promise<void> {
      await db.deleteFrom('issuanceChunk').where('issuerId', '=', issuerId).where('jobId', '=', jobId).execute();
      await db.deleteFrom('issuanceJob').where('issuerId', '=', issuerId).where('id', '=', jobId).execute();
    },
  };
}
