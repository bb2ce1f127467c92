import type { PageRequest } from '../../store/index.js';
import { isAdmin, mayActFor, type Request } from '../access/actor.js';
import type { Clock, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { type JobWithProgress, withProgress } from './job-with-progress.js';

/** The jobs of an issuer, newest first. An admin key names the issuer. */
export async function listJobs(
  deps: { readonly store: Pick<Store, 'issuanceJobs'>; readonly clock: Clock },
  { actor, input }: Request<{ readonly issuerId: string | null; readonly page: PageRequest }>,
): Promise<Result<readonly JobWithProgress[]>> {
  const issuerId = input.issuerId ?? actor.issuerId;
  if (issuerId === null)
    return refused(
      'invalid-parameter',
      isAdmin(actor)
        ? 'With an admin key, name the `issuer` whose jobs are to be listed.'
        : 'Name the `issuer` whose jobs are to be listed.',
    );
  if (!mayActFor(actor, issuerId)) return done([]);
  const jobs = await deps.store.issuanceJobs.list(issuerId, input.page);
  return done(await Promise.all(jobs.map((job) => withProgress(deps, job))));
}
