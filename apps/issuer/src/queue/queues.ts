import type PgBoss from 'pg-boss';
import type { JobName } from '../issuing/jobs.js';

interface QueueSettings extends Omit<PgBoss.Queue, 'name'> {
  /** After so many seconds a job that has not ended counts as one whose process died, and is given to another. */
  readonly expireInSeconds: number;
}

/** How each job is kept. `short`: of the jobs with one key, one waits at a time. */
export const QUEUES: Readonly<Record<JobName, QueueSettings>> = {
  'find-due-work': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  'prune-idempotency': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  'seal-audit-log': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  'record-issued': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  'tend-records': { policy: 'short', expireInSeconds: 900, retryLimit: 0 },
  'recheck-work': { policy: 'short', expireInSeconds: 300, retryLimit: 5, retryDelay: 60, retryBackoff: true },
  'archive-work': { policy: 'short', expireInSeconds: 600, retryLimit: 20, retryDelay: 60, retryBackoff: true },
};

export const JOB_NAMES = Object.keys(QUEUES) as readonly JobName[];
