import type { ChunkRecord, JobKey, JobRecord, RowResult, SourceRow, UploadProblem } from '../../store/index.js';
import type { Clock, Repositories, Store } from '../ports.js';
import type { BlobStore } from './blob-store.js';
import { columnOf, planColumns } from './columns.js';
import { type Hold, newHold } from './hold.js';
import { keyOf } from './load-job.js';
import { type ReadIssueBody, type RowPlan, readRow } from './row-body.js';
import type { ReadUpload } from './upload-reader.js';

export interface JobReading {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly clock: Clock;
  readonly readUpload: ReadUpload;
  readonly readBody: ReadIssueBody;
}

/** Rows of an upload after which badges are issued while it is read on. Of a smaller one nothing is issued until all of it could be read. */
const HELD_ROWS = 10_000;
/** Characters of a chunk: longer rows have fewer others beside them. */
const MOST_OF_A_CHUNK = 2_000_000;

/**
 * Reads the upload of a job into chunks of rows, and refuses those that cannot be badges, with all that is wrong with them. What an earlier try has
 * stored is passed over. Does nothing when another process reads it, or it is not to be read.
 */
export async function readJob(deps: JobReading, key: JobKey, signal: AbortSignal): Promise<void> {
  const hold = newHold(deps.clock, signal);
  const job = await deps.store.issuanceJobs.takeToRead(key, hold.lease());
  if (job === null) return;
  try {
    const ended = await hold.during(
      (lease) => deps.store.issuanceJobs.keepReading(key, lease),
      () => readParts(deps, job, hold),
    );
    if (ended) await deps.blobs.delete({ issuerId: job.issuerId, blobId: job.id });
  } finally {
    await deps.store.issuanceJobs.giveBack(key, hold.holder);
  }
}

/** Answers whether all was read that can be. */
async function readParts(deps: JobReading, job: JobRecord, hold: Hold): Promise<boolean> {
  const { store, clock } = deps;
  const key = keyOf(job);
  const isColumn = (name: string): boolean => Object.hasOwn(job.options.columns, name) || columnOf(name) !== null;
  let { chunks, rows: stored } = await store.issuanceChunks.stored(key);
  let [passed, readBytes] = [0, 0];
  let plan: RowPlan | null = null;
  const fail = (problem: UploadProblem): Promise<true> => failJob(deps, job, problem);
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const part of deps.blobs.read({ issuerId: job.issuerId, blobId: job.id })) {
      readBytes += part.length;
      yield part;
    }
    if (readBytes < job.size) throw new Error('the upload of a job is not there as a whole');
  }
  for await (const part of deps.readUpload(job.format, bytes(), isColumn)) {
    if (!hold.held()) return false;
    if (part.kind === 'problem') return fail(part.problem);
    if (part.kind === 'header') {
      const planned = planColumns(part.cells, job.options);
      if (!planned.ok) return fail(planned.problem);
      plan = planned;
      await store.issuanceJobs.update(key, { found: { header: part.cells, problem: null } });
      continue;
    }
    const fresh = part.rows.slice(Math.max(0, stored - passed));
    passed += part.rows.length;
    for (const rows of inChunks(fresh)) {
      const chunk = { issuerId: job.issuerId, jobId: job.id, nr: chunks, firstRow: stored + 1, rows: rows.length };
      const results = rows.map(([, content]): RowResult | null => {
        const reading = readRow(content, plan, deps.readBody);
        return reading.ok ? null : { state: 'refused', problem: reading.problem };
      });
      stored += rows.length;
      chunks += 1;
      const kept = await store.transaction((tx) =>
        storeChunk(
          tx,
          { ...chunk, lines: rows.map(([line]) => line), content: rows.map(([, content]) => content), results },
          { hold, readBytes, now: clock.now() },
        ),
      );
      if (!kept) return false;
    }
  }
  if (stored === 0)
    return fail({ code: 'empty', detail: 'The upload has no rows: its first line is followed by none.', line: null, byte: null });
  await store.transaction(async (tx) => {
    const now = clock.now();
    await tx.issuanceJobs.lock(key);
    if (!(await tx.issuanceJobs.keepReading(key, hold.lease()))) return;
    await tx.issuanceJobs.update(key, { state: 'running', readAt: now, readRows: stored, readBytes: job.size, released: true });
    await tx.issuanceChunks.openAll(key, now);
    if (!(await tx.issuanceJobs.endIfDone(key, now))) await orderRows(tx, job.issuerId);
  });
  return true;
}

interface Storing {
  readonly hold: Hold;
  readonly readBytes: number;
  readonly now: Date;
}

async function storeChunk(tx: Repositories, chunk: ChunkRecord, { hold, readBytes, now }: Storing): Promise<boolean> {
  const key = { issuerId: chunk.issuerId, jobId: chunk.jobId };
  if (!(await tx.issuanceJobs.keepReading(key, hold.lease()))) return false;
  const readRows = chunk.firstRow + chunk.rows - 1;
  const released = readRows > HELD_ROWS;
  const open = released && chunk.results.includes(null);
  await tx.issuanceChunks.insert(chunk, { ...chunk, dueAt: open ? now : null }, now);
  const first = released && chunk.firstRow <= HELD_ROWS;
  if (first) await tx.issuanceChunks.openAll(key, now);
  await tx.issuanceJobs.update(key, { readRows, readBytes, ...(first ? { released: true } : {}) });
  if (released) await orderRows(tx, chunk.issuerId);
  return true;
}

/** Has the rows of an issuer issued that are due. */
export async function orderRows({ jobs }: Pick<Repositories, 'jobs'>, issuerId: string): Promise<void> {
  await jobs.add('issue-rows', [{ payload: { issuerId }, key: issuerId }]);
}

async function failJob({ store, clock }: JobReading, job: JobRecord, problem: UploadProblem): Promise<true> {
  const key = keyOf(job);
  await store.transaction(async (tx) => {
    const locked = await tx.issuanceJobs.lock(key);
    if (locked?.state !== 'reading') return;
    await tx.issuanceJobs.update(key, { state: 'failed', found: { ...locked.found, problem }, endedAt: clock.now() });
    await tx.issuanceChunks.closeAll(key);
  });
  return true;
}

function* inChunks(rows: readonly SourceRow[]): Generator<readonly SourceRow[]> {
  let [from, length] = [0, 0];
  for (const [at, [, content]] of rows.entries()) {
    length += typeof content === 'string' ? content.length : content.reduce((sum, cell) => sum + cell.length, 0);
    if (length < MOST_OF_A_CHUNK && at < rows.length - 1) continue;
    yield rows.slice(from, at + 1);
    [from, length] = [at + 1, 0];
  }
}
