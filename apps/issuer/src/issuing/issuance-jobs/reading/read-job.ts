import type { JobKey, JobRecord, UploadProblem } from '../../../store/index.js';
import { refuseJobs } from '../act-on-job.js';
import type { BlobStore } from '../blob-store.js';
import { columnOf, planColumns } from '../columns/columns.js';
import { type Hold, newHold } from '../hold.js';
import { keyOf } from '../load-job.js';
import { orderRows } from '../order-rows.js';
import type { PlacesPerIssuer } from '../places-per-issuer.js';
import { type RowPlan, saysNothing } from '../row-body.js';
import { type ChunkWriter, type ChunkWriting, chunkWriter } from './chunk-writer.js';
import { noteFailure, UploadLost } from './failed-reading.js';
import type { ReadUpload } from './upload-reader.js';

export interface JobReading extends ChunkWriting {
  readonly blobs: BlobStore;
  readonly readUpload: ReadUpload;
  /** Of the uploads of one issuer, this process reads one after the other. */
  readonly readers: PlacesPerIssuer;
}

/**
 * Reads the upload of a job into chunks of rows, and refuses those that cannot be badges, with all that is wrong with them. What an earlier try has
 * stored is passed over. Does nothing when another process reads it, or it is not to be read. At its end the next upload of the issuer is ordered. Where it
 * cannot be read it is tried again, ever more seldom, until its job fails.
 */
export async function readJob(deps: JobReading, key: JobKey, signal: AbortSignal): Promise<void> {
  const { store, clock, readers } = deps;
  if ((await refuseJobs(store, key.issuerId)) !== null) return;
  // The one that is read orders this one.
  if (!readers.enter(key.issuerId)) return;
  try {
    await readAlone(deps, key, signal);
  } finally {
    readers.leave(key.issuerId);
  }
  if (signal.aborted) return;
  const next = await store.issuanceJobs.nextUnread(key.issuerId, clock.now());
  if (next !== null) await store.jobs.add('read-upload', [{ payload: { issuerId: key.issuerId, jobId: next }, key: next }]);
}

async function readAlone(deps: JobReading, key: JobKey, signal: AbortSignal): Promise<void> {
  const hold = newHold(deps.clock, signal);
  const job = await deps.store.issuanceJobs.takeToRead(key, hold.lease());
  if (job === null) return;
  let again: Date | null = null;
  try {
    const ended = await hold.during(
      (lease) => deps.store.issuanceJobs.keepReading(key, lease),
      () => readParts(deps, job, hold),
    );
    if (ended) await deps.blobs.delete({ issuerId: job.issuerId, blobId: job.id });
  } catch (error) {
    // A process that stops says nothing of the upload.
    if (!signal.aborted) again = await noteFailure(deps, job, hold, error);
    throw error;
  } finally {
    await deps.store.issuanceJobs.giveBack(key, hold.holder, again);
  }
}

/** Answers whether all was read that can be, by this process. */
async function readParts(deps: JobReading, job: JobRecord, hold: Hold): Promise<boolean> {
  const stored = await deps.store.issuanceChunks.stored(keyOf(job));
  const writer = chunkWriter(deps, job, hold, stored);
  try {
    const problem = await storeParts(deps, job, hold, { writer, stored: stored.rows });
    const rows = problem === 'lost' ? null : await writer.end();
    if (problem === 'lost' || rows === null) return false;
    if (problem !== null) return await failJob(deps, job, hold, problem);
    return await (rows === 0 ? failJob(deps, job, hold, EMPTY) : beginIssuing(deps, job, hold, rows));
  } finally {
    // A chunk that is stored just now keeps its connection until it is.
    await writer.end().catch(() => undefined);
  }
}

const EMPTY: UploadProblem = {
  code: 'empty',
  detail: 'The upload has no rows: its first line is followed by none.',
  line: null,
  byte: null,
};

interface Writing {
  readonly writer: ChunkWriter;
  /** Rows that an earlier try has stored. */
  readonly stored: number;
}

/** Has what is new stored; what keeps the upload from being read to its end; `lost` when another process has it by now. */
async function storeParts(
  { store, blobs, readUpload }: JobReading,
  job: JobRecord,
  hold: Hold,
  { writer, stored }: Writing,
): Promise<UploadProblem | 'lost' | null> {
  const { columns } = job.options;
  const isColumn = (name: string): boolean => Object.hasOwn(columns, name) || columnOf(name) !== null;
  const isId = (name: string): boolean => (Object.hasOwn(columns, name) ? columns[name] : columnOf(name)) === 'external_id';
  let [passed, readBytes] = [0, 0];
  let plan: RowPlan | null = null;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const part of blobs.read({ issuerId: job.issuerId, blobId: job.id })) {
      readBytes += part.length;
      yield part;
    }
    if (readBytes < job.size) throw new UploadLost('the upload of a job is not there as a whole');
  }
  for await (const part of readUpload(job.format, bytes(), isColumn, isId)) {
    if (!hold.held()) return 'lost';
    if (part.kind === 'problem') return part.problem;
    if (part.kind === 'header') {
      const planned = planColumns(part.cells, job.options);
      if (!planned.ok) return planned.problem;
      plan = planned;
      await store.issuanceJobs.update(keyOf(job), { found: { ...job.found, header: part.cells } });
      continue;
    }
    const columnsOfFile = plan;
    const said = columnsOfFile === null ? part.rows : part.rows.filter(([, content]) => !saysNothing(content, columnsOfFile));
    const rows = said.slice(Math.max(0, stored - passed));
    passed += said.length;
    if (!(await writer.add({ rows, plan, readBytes }))) return 'lost';
  }
  return null;
}

/** All rows are stored: has them issued. False when the job is another process's by now, which reads the upload itself, or has ended. */
async function beginIssuing({ store, clock }: JobReading, job: JobRecord, hold: Hold, readRows: number): Promise<boolean> {
  const key = keyOf(job);
  return store.transaction(async (tx) => {
    const now = clock.now();
    await tx.issuanceJobs.lock(key);
    if (!(await tx.issuanceJobs.keepReading(key, hold.lease()))) return false;
    await tx.issuanceJobs.update(key, { state: 'running', readAt: now, readRows, readBytes: job.size, released: true });
    await tx.issuanceChunks.openAll(key, now);
    if (!(await tx.issuanceJobs.endIfDone(key, now))) await orderRows(tx, job.issuerId);
    return true;
  });
}

/** False as `beginIssuing` answers it. */
async function failJob({ store, clock }: JobReading, job: JobRecord, hold: Hold, problem: UploadProblem): Promise<boolean> {
  const key = keyOf(job);
  return store.transaction(async (tx) => {
    const locked = await tx.issuanceJobs.lock(key);
    if (locked === null || !(await tx.issuanceJobs.keepReading(key, hold.lease()))) return false;
    await tx.issuanceJobs.update(key, { state: 'failed', found: { ...locked.found, problem }, endedAt: clock.now() });
    await tx.issuanceChunks.closeAll(key);
    return true;
  });
}
