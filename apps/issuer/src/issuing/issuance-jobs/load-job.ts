import type { JobKey, JobRecord } from '../../store/index.js';
import { type Actor, tenantFor } from '../access/actor.js';
import type { Store } from '../ports.js';
import { done, notFound, type Result } from '../result.js';

/** The job that an actor names; `not-found` for one that does not exist, belongs to another issuer, or is still uploaded. */
export async function loadJob(
  jobs: Pick<Store['issuanceJobs'], 'tenantOf' | 'find'>,
  actor: Actor,
  jobId: string,
): Promise<Result<JobRecord>> {
  const issuerId = await tenantFor(actor, jobId, jobs.tenantOf);
  const found = issuerId === null ? null : await jobs.find({ issuerId, jobId });
  return found === null || found.state === 'uploading' ? notFound('job') : done(found);
}

export function keyOf({ issuerId, id }: Pick<JobRecord, 'issuerId' | 'id'>): JobKey {
  return { issuerId, jobId: id };
}
