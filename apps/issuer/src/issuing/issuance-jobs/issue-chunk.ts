import { encodeHex } from '@proofmark/primitives';
import type { Recipient } from '@proofmark/schemas/api';
import type { ChunkKey, JobRecord, RowResult } from '../../store/index.js';
import type { Actor } from '../access/actor.js';
import type { BatchAct, NewBadge } from '../credentials/batch/batch.js';
import { isFaultOfRows } from '../credentials/batch/database-faults.js';
import type { Refusal } from '../result.js';
import type { ChunkInTurn, ChunkIssuing, OpenRow, PreparedRow } from './chunk-issuing.js';
import type { Hold } from './hold.js';
import { prepareRows } from './prepare-rows.js';
import { problemOf } from './row-body.js';
import { waitingOf } from './waiting.js';

/** An achievement is not changed as often as this while one chunk is issued. */
const ROUNDS = 5;

/**
 * Issues the badges of rows. Answers what became of those that are no badge; the others have their results already, committed with the badges. Rows
 * that are in no answer were not tried to their end.
 */
export async function issueChunk(
  deps: ChunkInTurn,
  job: JobRecord,
  chunk: ChunkKey,
  rows: readonly OpenRow[],
  hold: Hold,
): Promise<Map<number, RowResult>> {
  const results = new Map<number, RowResult>();
  const again = new Map<number, number>();
  let open = rows;
  // What is kept of it may be from before a change that refuses rows, or no longer does.
  deps.sources.forgetAchievement(job.issuerId, job.achievementId);
  while (open.length > 0 && hold.held() && !deps.turn.isOver()) {
    const { first, later } = await onePerPerson(deps, job, open, results);
    const achievement = await deps.sources.achievement(job.issuerId, job.achievementId);
    if (achievement === null) throw new Error('a job has no achievement');
    const changed: OpenRow[] = [];
    for await (const ready of prepareRows(deps, achievement.value, first, hold)) {
      for (const { row, refusal } of ready.refused) refuse(deps, row, refusal, results);
      const left = await issueReady({ deps, job, chunk, hold, results }, ready.prepared);
      changed.push(...left);
    }
    if (changed.length > 0) deps.sources.forgetAchievement(job.issuerId, job.achievementId);
    const tried = changed.filter(({ at }) => {
      again.set(at, (again.get(at) ?? 0) + 1);
      return (again.get(at) ?? 0) < ROUNDS;
    });
    open = [...tried, ...later];
  }
  return results;
}

/** Of each person one row; those whose person has the badge already are done with. */
async function onePerPerson(
  { store, clock, recipients }: ChunkIssuing,
  job: JobRecord,
  rows: readonly OpenRow[],
  results: Map<number, RowResult>,
): Promise<{ readonly first: readonly OpenRow[]; readonly later: readonly OpenRow[] }> {
  const { onDuplicate } = job.options;
  if (onDuplicate === 'allow') return { first: rows, later: [] };
  const people = rows.map(({ body: { recipient } }) => ({
    lookup: recipient.email === undefined ? null : recipients.lookup(job.issuerId, recipient.email),
    externalId: recipient.externalId ?? null,
    // A recipient who has only a DID is found when the badge is committed.
    recipientId: null,
  }));
  const found = await store.standing.find(job, people, clock.now());
  const seen = new Set<string>();
  const [first, later]: [OpenRow[], OpenRow[]] = [[], []];
  for (const [nth, row] of rows.entries()) {
    const there = found[nth] ?? null;
    const names = namesOf(row.body.recipient, people[nth]?.lookup ?? null);
    if (there !== null && (onDuplicate !== 'supersede' || there.createdAt >= job.createdAt)) {
      const state = onDuplicate === 'return' ? 'done' : 'existing';
      results.set(row.at, { state, credentialId: there.id });
    } else if (names.some((name) => seen.has(name))) {
      later.push(row);
    } else {
      for (const name of names) seen.add(name);
      first.push(row);
    }
  }
  // A job that only validates issues nothing that the next row of a person would find.
  return job.mode === 'validate' ? { first: [...first, ...later], later: [] } : { first, later };
}

/** Two rows that have one of these may be of one person. */
function namesOf({ did, externalId }: Recipient, lookup: Uint8Array | null): readonly string[] {
  return [
    ...(lookup === null ? [] : [`address ${encodeHex(lookup)}`]),
    ...(did === undefined ? [] : [`did ${did}`]),
    ...(externalId === undefined ? [] : [`external id ${externalId}`]),
  ];
}

interface Issuing {
  readonly deps: ChunkInTurn;
  readonly job: JobRecord;
  readonly chunk: ChunkKey;
  readonly hold: Hold;
  readonly results: Map<number, RowResult>;
}

/** Answers the rows whose achievement was changed meanwhile. */
async function issueReady({ deps, job, chunk, hold, results }: Issuing, prepared: readonly PreparedRow[]): Promise<readonly OpenRow[]> {
  if (prepared.length === 0 || !hold.held()) return [];
  if (job.mode === 'validate') {
    for (const { row, parts } of prepared) {
      const conforms = await deps.wouldConform(parts);
      if (conforms.ok) results.set(row.at, { state: 'valid' });
      else refuse(deps, row, conforms.refusal, results);
    }
    return [];
  }
  const actor: Actor = { ...deps.actor, ...(job.requestId === null ? {} : { requestId: job.requestId }) };
  const { onDuplicate } = job.options;
  const asked =
    onDuplicate === 'allow' ? null : { rule: onDuplicate === 'supersede' ? onDuplicate : ('refuse' as const), before: job.createdAt };
  const badges = prepared.map(
    ({ row, parts }): NewBadge => ({
      actor,
      parts,
      claim: null,
      renewal: null,
      row: { chunk, holder: hold.holder, at: row.at },
      onDuplicate: asked,
    }),
  );
  const act: BatchAct = { actor, action: 'issuance-job.issued', objectId: job.id, details: { chunk: chunk.nr } };
  const outcomes = await deps.issue(job.issuerId, badges, act);
  const changed: OpenRow[] = [];
  for (const [nth, { row }] of prepared.entries()) {
    const settled = outcomes[nth];
    if (settled === undefined) throw new Error('a row has no outcome');
    if (settled.status === 'rejected') {
      // What is not the row's own fault is tried again, all of the chunk that is left.
      if (!isFaultOfRows(settled.reason)) throw settled.reason;
      refuse(deps, row, { code: 'internal-error', detail: 'The badge of this row could not be stored.' }, results);
    } else if (settled.value === 'achievement-changed') {
      changed.push(row);
    } else if (!settled.value.ok) {
      const { refusal } = settled.value;
      if (refusal.existing !== undefined) {
        results.set(row.at, { state: onDuplicate === 'return' ? 'done' : 'existing', credentialId: refusal.existing });
      } else if (refusal.code !== 'conflict') {
        // A conflict: another process has the row, which writes what becomes of it.
        refuse(deps, row, refusal, results);
      }
    }
  }
  return changed;
}

function refuse({ clock }: ChunkIssuing, row: OpenRow, refusal: Refusal, results: Map<number, RowResult>): void {
  const problem = problemOf(refusal, row.plan);
  const wait = { tries: row.tries, now: clock.now(), after: refusal.retryAfter ?? null };
  results.set(row.at, refusal.retryable === true ? waitingOf(problem, wait) : { state: 'refused', problem });
}
