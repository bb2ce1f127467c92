import type { UndoIssuanceJob } from '@proofmark/schemas/api';
import type { BulkActRecord, JobRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { recordAct } from '../access/record-act.js';
import { newPublicId } from '../identifiers.js';
import { keyOf, loadJob } from '../issuance-jobs/load-job.js';
import type { IdSource, Store } from '../ports.js';
import { done, notFound, type Refused, type Result, refused } from '../result.js';
import { UNDO_WINDOW } from '../status-lists/begin-acts.js';
import { badgesOfJob } from './taken-back.js';

/**
 * Takes back what a job issued, within ten minutes after its end: the badges that nobody claimed are withdrawn, since what is signed is never deleted. A
 * job does it, so that it goes on after a crash. Again changes nothing.
 */
export async function undoIssuanceJob(
  deps: IdSource & { readonly store: Store },
  { actor, input }: Request<Pick<UndoIssuanceJob, 'claimed'> & { readonly jobId: string }>,
): Promise<Result<BulkActRecord>> {
  const { store, clock } = deps;
  const loaded = await loadJob(store.issuanceJobs, actor, input.jobId);
  if (!loaded.ok) return loaded;
  const key = keyOf(loaded.value);
  const { issuerId, jobId } = key;
  const { issued, claimed } = await countBadges(store, issuerId, jobId);
  const issuer = await store.issuers.find(issuerId);
  if (issuer === null) throw new Error('a job has no issuer');
  return store.transaction(async (tx): Promise<Result<BulkActRecord>> => {
    const job = await tx.issuanceJobs.lock(key);
    if (job === null) return notFound('job');
    const earlier = await tx.bulkActs.ofJob(issuerId, jobId);
    if (earlier !== null) return done(earlier);
    const now = clock.now();
    const refusal = undoRefusal(job, now) ?? (input.claimed === 'keep' ? null : claimedRefusal(claimed));
    if (refusal !== null) return refusal;
    const act: BulkActRecord = {
      ...{ issuerId, id: newPublicId(deps, issuer), kind: 'issue', state: 'undoing', jobId, apiKeyId: actor.keyId },
      ...{ badges: issued - claimed, createdAt: now, dueAt: undoUntil(job) ?? now, endedAt: null },
    };
    await tx.bulkActs.insert(act);
    await tx.jobs.add('finish-bulk-acts', [{ payload: {} }]);
    await recordAct(deps, tx, actor, { action: 'issuance-job.undone', issuerId, objectId: jobId, details: { bulkActId: act.id } });
    return done(act);
  });
}

/** Until when a job can be taken back; null for one of which that cannot be said yet, or that cannot be. */
export function undoUntil({ mode, options, endedAt }: Pick<JobRecord, 'mode' | 'options' | 'endedAt'>): Date | null {
  if (mode === 'validate' || options.onDuplicate === 'supersede' || endedAt === null) return null;
  return new Date(endedAt.getTime() + UNDO_WINDOW);
}

function undoRefusal(job: JobRecord, now: Date): Refused | null {
  if (job.mode === 'validate') return refused('conflict', 'This job only validated: it issued nothing that could be taken back.');
  if (job.options.onDuplicate === 'supersede') {
    return refused(
      'conflict',
      'This job withdrew earlier badges, and that is for good: it cannot be taken back. Correct or revoke single badges.',
    );
  }
  const until = undoUntil(job);
  if (until === null) return refused('conflict', 'This job goes on. Cancel it first: POST …/cancel.');
  return until > now ? null : refused('conflict', 'Ten minutes have passed: this job cannot be taken back any more. Revoke single badges.');
}

function claimedRefusal(claimed: number): Refused | null {
  if (claimed === 0) return null;
  const detail = `Learners have claimed ${claimed} of these badges. To take back the others only, send "claimed": "keep".`;
  return refused('conflict', detail);
}

async function countBadges(store: Store, issuerId: string, jobId: string): Promise<{ readonly issued: number; readonly claimed: number }> {
  const counts = { issued: 0, claimed: 0 };
  for await (const ids of badgesOfJob(store, issuerId, jobId)) {
    counts.issued += ids.length;
    counts.claimed += (await store.bulkActs.claimedAmong(issuerId, ids)).length;
  }
  return counts;
}
