import type { JobKey, JobRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { refuseSuspended } from '../issuers/suspension.js';
import type { IdSource, Repositories, Store } from '../ports.js';
import { done, type Refused, type Result, refused } from '../result.js';
import { type JobWithProgress, withProgress } from './job-with-progress.js';
import { keyOf, loadJob } from './load-job.js';

export type JobActing = IdSource & { readonly store: Store };

/**
 * Changes a job that an actor names, locked meanwhile, and answers it as it is then. `act` has the locked job, null when it is gone; a refusal of its
 * own is the answer.
 */
export async function actOnJob(
  deps: JobActing,
  { actor, input }: Request<string>,
  act: (tx: Repositories, job: JobRecord | null, key: JobKey) => Promise<Result<null>>,
): Promise<Result<JobWithProgress>> {
  const loaded = await loadJob(deps.store.issuanceJobs, actor, input);
  if (!loaded.ok) return loaded;
  const key = keyOf(loaded.value);
  const acted = await deps.store.transaction(async (tx) => act(tx, await tx.issuanceJobs.lock(key), key));
  if (!acted.ok) return acted;
  const now = await deps.store.issuanceJobs.find(key);
  return done(await withProgress(deps, now ?? loaded.value));
}

/** A refusal where the issuer of a job is suspended. It is read anew: nothing of a job is compared with a version later. */
export async function refuseJobs(tx: Pick<Repositories, 'issuers'>, issuerId: string): Promise<Refused | null> {
  const issuer = await tx.issuers.find(issuerId);
  return issuer === null ? null : refuseSuspended(issuer);
}

/** What stood in the rows of a job is kept for some days after its end. */
export function rowsAreGone(): Refused {
  return refused('conflict', 'What stood in the rows of this job is not kept any more: send the file again, as a new job.');
}

/** What a job issued was taken back: it issues no more. */
export function wasTakenBack(): Refused {
  return refused('conflict', 'What this job issued was taken back: send the file again, as a new job.');
}
