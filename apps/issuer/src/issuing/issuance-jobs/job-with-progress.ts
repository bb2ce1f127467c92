import type { JobProgress, JobRecord } from '../../store/index.js';
import type { Clock, Store } from '../ports.js';
import { keyOf } from './load-job.js';

/** A job, what became of its rows so far, and over how many seconds `recently` is counted. */
export interface JobWithProgress {
  readonly id: string;
  readonly job: JobRecord;
  readonly progress: JobProgress;
  readonly seconds: number;
}

/** Seconds over which the rate is taken. */
const WINDOW = 30;

export async function withProgress(
  { store, clock }: { readonly store: Pick<Store, 'issuanceJobs'>; readonly clock: Clock },
  job: JobRecord,
): Promise<JobWithProgress> {
  const now = clock.now().getTime();
  const end = Math.min(now, job.endedAt?.getTime() ?? now);
  const begin = Math.max(end - WINDOW * 1000, job.createdAt.getTime());
  const progress = await store.issuanceJobs.progress(keyOf(job), new Date(begin));
  return { id: job.id, job, progress, seconds: Math.max(0.001, (end - begin) / 1000) };
}
