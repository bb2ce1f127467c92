import type { IssueCredential } from '@proofmark/schemas/api';
import type { ChunkKey, ChunkRecord, JobRecord, RowResult } from '../../store/index.js';
import { standingActor } from '../access/later-actor.js';
import type { BadgeSources } from '../credentials/batch/badge-sources.js';
import type { IdSource, Store } from '../ports.js';
import { refuseJobs } from './act-on-job.js';
import type { ChunkIssuing, OpenRow } from './chunk-issuing.js';
import { columnOf, planColumns } from './columns/columns.js';
import { type Hold, newHold } from './hold.js';
import { issueChunk } from './issue-chunk.js';
import { keyOf } from './load-job.js';
import { orderRows } from './order-rows.js';
import type { PlacesPerIssuer } from './places-per-issuer.js';
import { type ReadIssueBody, type RowPlan, readRow } from './row-body.js';
import { newTurn, type Turn } from './turn.js';

export interface RowIssuing extends ChunkIssuing, IdSource {
  readonly store: Store;
  readonly sources: BadgeSources;
  readonly readBody: ReadIssueBody;
  /** Chunks of one issuer that this process works on at a time: one is signed while the other is stored, and all other places are for others. */
  readonly workers: PlacesPerIssuer;
}

/** Where something of ours failed, the rows are tried again after so many milliseconds. */
const AGAIN = 5000;

/**
 * Issues the badges of one chunk of rows of an issuer that is due, and orders the next one, so that issuers take turns. A process that dies in the
 * middle leaves rows that are done, with their badges, and others that were not begun; when its lease has ended, another process goes on.
 */
export async function issueRows(deps: RowIssuing, { issuerId }: { readonly issuerId: string }, signal: AbortSignal): Promise<void> {
  const { store, clock, workers } = deps;
  // They stand still, and are ordered when the suspension is lifted.
  if ((await refuseJobs(store, issuerId)) !== null) return;
  // Those that are worked on order the next ones.
  if (!workers.enter(issuerId)) return;
  try {
    await issueOneChunk(deps, issuerId, signal);
  } finally {
    workers.leave(issuerId);
  }
  if (await store.issuanceChunks.hasDue(issuerId, clock.now())) await orderRows(store, issuerId);
}

async function issueOneChunk(deps: RowIssuing, issuerId: string, signal: AbortSignal): Promise<void> {
  const { store, clock, workers } = deps;
  const hold = newHold(clock, signal);
  const chunk = await store.transaction((tx) => tx.issuanceChunks.take(issuerId, hold.lease()));
  if (chunk === null) return;
  const key: ChunkKey = { issuerId, jobId: chunk.jobId, nr: chunk.nr };
  // Another worker may take the next one meanwhile.
  if (!workers.isFull(issuerId) && (await store.issuanceChunks.hasDue(issuerId, clock.now()))) await orderRows(store, issuerId);
  const job = await store.issuanceJobs.find(key);
  if (job === null) return;
  const turn = newTurn(clock);
  let results = new Map<number, RowResult>();
  try {
    const actor = await standingActor(store, { id: job.apiKeyId, issuerId, scope: 'credentials:issue' }, clock.now());
    if (actor === null) return await cancelForKey(deps, job);
    const { open, unreadable } = openRows(deps, job, chunk);
    results = await hold.during(
      (lease) => store.issuanceChunks.keep(key, lease),
      () => issueChunk({ ...deps, turn, actor }, job, key, open, hold),
    );
    for (const [at, result] of unreadable) results.set(at, result);
  } finally {
    await settle(deps, key, { hold, turn }, results);
  }
}

/** Who withdraws a key, or takes a role from a person, stops what they have ordered. */
async function cancelForKey({ store, clock }: RowIssuing, job: JobRecord): Promise<void> {
  await store.transaction(async (tx) => {
    const locked = await tx.issuanceJobs.lock(keyOf(job));
    if (locked === null || !['reading', 'running'].includes(locked.state)) return;
    await tx.issuanceJobs.update(keyOf(job), { state: 'cancelled', endedAt: clock.now() });
    await tx.issuanceChunks.closeAll(keyOf(job));
  });
}

/** The rows of a chunk that are to be tried now, and those that cannot be read, which were refused before and are tried again. */
function openRows({ readBody, clock }: RowIssuing, job: JobRecord, { content, results }: ChunkRecord) {
  const plan = planOf(job);
  const now = clock.now().toISOString();
  const open: OpenRow[] = [];
  const unreadable = new Map<number, RowResult>();
  for (const [at, row] of content.entries()) {
    const result = results[at] ?? null;
    if (row === null || (result !== null && (result.state !== 'waiting' || result.dueAt > now))) continue;
    const reading = readRow(row, plan, readBody);
    if (reading.ok) open.push({ at, body: mailed(reading.body, job), plan, tries: result?.state === 'waiting' ? result.tries : 0 });
    else unreadable.set(at, { state: 'refused', problem: reading.problem });
  }
  return { open, unreadable };
}

/** What a row says of its mail goes before what the job says. */
function mailed(body: IssueCredential, { options: { mail } }: JobRecord): IssueCredential {
  return mail === undefined || body.mail !== undefined ? body : { ...body, mail };
}

/** What the columns of a job's file are; null for a file of JSON, and before it is read. */
export function planOf({ found: { header }, options }: JobRecord): RowPlan | null {
  if (header === null) return null;
  const planned = planColumns(header, options);
  return planned.ok ? planned : { header, targets: header.map(columnOf) };
}

/** Writes what became of the rows and gives the chunk back, unless another process has it by now. */
async function settle(
  { store, clock }: RowIssuing,
  key: ChunkKey,
  { hold: { holder }, turn }: { readonly hold: Hold; readonly turn: Turn },
  found: ReadonlyMap<number, RowResult>,
): Promise<void> {
  await store.transaction(async (tx) => {
    const now = clock.now();
    const job = await tx.issuanceJobs.lock(key);
    const chunk = job === null ? null : await tx.issuanceChunks.lock(key, holder);
    if (job === null || chunk === null) return;
    const results = chunk.results.map((result, at) => (result === null || result.state === 'waiting' ? (found.get(at) ?? result) : result));
    const content = chunk.content.map((row, at) => (needsContent(results[at]) ? row : null));
    const open = job.state === 'reading' || job.state === 'running';
    await tx.issuanceChunks.settle(key, { content, results, dueAt: open ? dueAtOf(results, now, turn.isOver() ? 0 : AGAIN) : null }, now);
    await tx.issuanceJobs.endIfDone(key, now);
  });
}

function needsContent(result: RowResult | null | undefined): boolean {
  return result == null || result.state === 'waiting' || result.state === 'refused';
}

/** When a row of the chunk is to be tried next; null when each has its result. Those that were not tried to their end are after some milliseconds. */
function dueAtOf(results: readonly (RowResult | null)[], now: Date, after: number): Date | null {
  const again = new Date(now.getTime() + after);
  const due = results.flatMap((result) => (result === null ? [again] : result.state === 'waiting' ? [new Date(result.dueAt)] : []));
  return due.length === 0 ? null : new Date(Math.min(...due.map((each) => each.getTime())));
}
