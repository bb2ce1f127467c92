import { setImmediate as others } from 'node:timers/promises';
import type { ChunkRecord, JobRecord, RowResult, SourceRow } from '../../../store/index.js';
import type { Clock, Repositories, Store } from '../../ports.js';
import type { Hold } from '../hold.js';
import { keyOf } from '../load-job.js';
import { orderRows } from '../order-rows.js';
import { type ReadIssueBody, type RowPlan, readRow } from '../row-body.js';
import { cellsOf } from './cells-of.js';

/** Rows of an upload after which badges are issued while it is read on. Of a smaller one nothing is issued until all of it could be read. */
export const HELD_ROWS = 10_000;
/** Characters of a chunk: longer rows have fewer others beside them. */
const MOST_OF_A_CHUNK = 2_000_000;
/** Rows of the first chunk: few, so that soon something is issued. */
const FIRST = 50;
/** Rows that are looked at without a pause: some milliseconds. */
const WITHOUT_PAUSE = 100;

export interface ChunkWriting {
  readonly store: Store;
  readonly clock: Clock;
  readonly readBody: ReadIssueBody;
}

/** Rows that follow those that were stored. */
export interface FreshRows {
  readonly rows: readonly SourceRow[];
  readonly plan: RowPlan | null;
  /** Bytes of the upload that were read so far. */
  readonly readBytes: number;
}

/** Stores the rows of an upload in chunks, each by one commit, while the next ones are read. */
export interface ChunkWriter {
  /** Refuses the rows that cannot be badges, and has all of them stored; false when the job is another process's by now, or has ended. */
  add(rows: FreshRows): Promise<boolean>;
  /** How many rows are stored, once all are; null as `add` answers false. */
  end(): Promise<number | null>;
}

/** @param stored what an earlier try has stored */
export function chunkWriter(
  { store, clock, readBody }: ChunkWriting,
  job: JobRecord,
  hold: Hold,
  stored: { readonly chunks: number; readonly rows: number },
): ChunkWriter {
  let { chunks, rows: count } = stored;
  let last: Promise<boolean> = Promise.resolve(true);
  const isKept = (): Promise<boolean> => last;
  return {
    async add({ rows, plan, readBytes }) {
      for (const some of inChunks(rows, chunks === 0)) {
        const results = await resultsOf(some, plan, readBody);
        const chunk: ChunkRecord = {
          issuerId: job.issuerId,
          jobId: job.id,
          nr: chunks,
          firstRow: count + 1,
          rows: some.length,
          lines: some.map(([line]) => line),
          content: some.map(([, content]) => content),
          results,
        };
        if (!(await isKept())) return false;
        count += some.length;
        chunks += 1;
        last = store.transaction((tx) => storeChunk(tx, chunk, { hold, readBytes, now: clock.now() }));
        // Its error reaches the caller that awaits it.
        last.catch(() => undefined);
      }
      return true;
    },
    end: async () => ((await isKept()) ? count : null),
  };
}

async function resultsOf(
  rows: readonly SourceRow[],
  plan: RowPlan | null,
  readBody: ReadIssueBody,
): Promise<readonly (RowResult | null)[]> {
  const results: (RowResult | null)[] = [];
  for (const [at, [, content]] of rows.entries()) {
    if (at % WITHOUT_PAUSE === WITHOUT_PAUSE - 1) await others();
    const reading = readRow(content, plan, readBody);
    results.push(reading.ok ? null : { state: 'refused', problem: reading.problem });
  }
  return results;
}

interface Storing {
  readonly hold: Hold;
  readonly readBytes: number;
  readonly now: Date;
}

async function storeChunk(tx: Repositories, chunk: ChunkRecord, { hold, readBytes, now }: Storing): Promise<boolean> {
  const key = keyOf({ issuerId: chunk.issuerId, id: chunk.jobId });
  const readRows = chunk.firstRow + chunk.rows - 1;
  const released = readRows > HELD_ROWS;
  if (!(await tx.issuanceJobs.keepReading(key, hold.lease(), { readRows, readBytes, released }))) return false;
  const open = released && chunk.results.includes(null);
  await tx.issuanceChunks.insert(chunk, { ...chunk, dueAt: open ? now : null }, now);
  if (released && chunk.firstRow <= HELD_ROWS) await tx.issuanceChunks.openAll(key, now);
  if (released) await orderRows(tx, chunk.issuerId);
  return true;
}

function* inChunks(rows: readonly SourceRow[], first: boolean): Generator<readonly SourceRow[]> {
  let [from, length, most] = [0, 0, first ? FIRST : rows.length];
  for (const [at, [, content]] of rows.entries()) {
    length += cellsOf(content).reduce((sum, cell) => sum + cell.length, 0);
    if (length < MOST_OF_A_CHUNK && at < rows.length - 1 && at + 1 - from < most) continue;
    yield rows.slice(from, at + 1);
    [from, length, most] = [at + 1, 0, rows.length];
  }
}
