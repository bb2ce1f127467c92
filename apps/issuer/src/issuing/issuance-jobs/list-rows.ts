import type { RowState } from '@proofmark/schemas/api';
import type { ChunkRecord, JobRecord, RowContent, RowCounts, RowResult } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import type { Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { keyOf, loadJob } from './load-job.js';

/** A row of a job, its number from 1, and its line in the file. The content is kept where the row is no badge. */
export interface JobRow {
  readonly row: number;
  readonly line: number;
  readonly state: RowState;
  readonly result: RowResult | null;
  readonly content: RowContent | null;
}

export interface RowsInput {
  readonly jobId: string;
  readonly state: RowState | null;
  /** Rows after this number. */
  readonly after: number;
}

export interface JobRows {
  readonly job: JobRecord;
  /** Read as they are taken. */
  readonly rows: AsyncIterable<JobRow>;
}

/** The rows of a job, in the order of the file. */
export async function listRows({ store }: { readonly store: Store }, { actor, input }: Request<RowsInput>): Promise<Result<JobRows>> {
  const job = await loadJob(store.issuanceJobs, actor, input.jobId);
  return job.ok ? done({ job: job.value, rows: rowsOf(store, job.value, input) }) : job;
}

/** Chunks that are read together. */
const TOGETHER = 4;

async function* rowsOf(store: Store, job: JobRecord, { state, after }: RowsInput): AsyncGenerator<JobRow> {
  const counted = state === null || state === 'ready' || state === 'cancelled' ? null : (state satisfies keyof RowCounts);
  for (let nr = 0; ; ) {
    const chunks = await store.issuanceChunks.list(keyOf(job), { fromNr: nr, count: TOGETHER, after }, counted);
    const last = chunks.at(-1);
    if (last === undefined) return;
    for (const chunk of chunks) {
      for (const row of rowsOfChunk(job, chunk)) if (row.row > after && (state === null || row.state === state)) yield row;
    }
    nr = last.nr + 1;
  }
}

function* rowsOfChunk(job: JobRecord, { firstRow, rows, content, results, lines }: ChunkRecord): Generator<JobRow> {
  for (let at = 0; at < rows; at += 1) {
    const result = results[at] ?? null;
    yield { row: firstRow + at, line: lines[at] ?? 0, state: stateOf(job, result), result, content: content[at] ?? null };
  }
}

/** A row that was not begun when its job was ended is cancelled with it; when the job is resumed, it is ready again. */
function stateOf({ state }: JobRecord, result: RowResult | null): RowState {
  if (result !== null && result.state !== 'waiting') return result.state;
  if (state === 'cancelled' || state === 'failed') return 'cancelled';
  return result?.state ?? 'ready';
}
