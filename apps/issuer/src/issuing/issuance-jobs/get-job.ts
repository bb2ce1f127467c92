import type { Request } from '../access/actor.js';
import type { Clock, Store } from '../ports.js';
import { done, type Result } from '../result.js';
import { type JobWithProgress, withProgress } from './job-with-progress.js';
import { loadJob } from './load-job.js';

/** One job and how far it is. */
export async function getJob(
  deps: { readonly store: Pick<Store, 'issuanceJobs'>; readonly clock: Clock },
  { actor, input }: Request<string>,
): Promise<Result<JobWithProgress>> {
  const job = await loadJob(deps.store.issuanceJobs, actor, input);
  return job.ok ? done(await withProgress(deps, job.value)) : job;
}
