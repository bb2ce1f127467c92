import type PgBoss from 'pg-boss';
import type { JobName, JobPayloads } from '../issuing/jobs.js';

interface QueueSettings extends Omit<PgBoss.Queue, 'name'> {
  /** After so many seconds a job that has not ended counts as one whose process died, and is given to another. */
  readonly expireInSeconds: number;
}

/** How each job is kept. `short`: of the jobs with one key, one waits at a time. */
export const QUEUES: Readonly<Record<JobName, QueueSettings>> = {
  'find-due-work': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  'prune-idempotency': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  'prune-public-changes': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  'seal-audit-log': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  'prune-deliveries': { policy: 'short', expireInSeconds: 300, retryLimit: 0 },
  'record-issued': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  'tend-records': { policy: 'short', expireInSeconds: 900, retryLimit: 0 },
  'fill-in-recipients': { policy: 'short', expireInSeconds: 900, retryLimit: 0 },
  'finish-bulk-acts': { policy: 'short', expireInSeconds: 900, retryLimit: 0 },
  'apply-retention': { policy: 'short', expireInSeconds: 900, retryLimit: 0 },
  'recheck-work': { policy: 'short', expireInSeconds: 300, retryLimit: 5, retryDelay: 60, retryBackoff: true },
  'archive-work': { policy: 'short', expireInSeconds: 600, retryLimit: 20, retryDelay: 60, retryBackoff: true },
  'find-issuance-work': { policy: 'short', expireInSeconds: 60, retryLimit: 0 },
  // Whoever takes a job or a chunk has a lease of its own, which ends far sooner.
  'read-upload': { policy: 'short', expireInSeconds: 7200, retryLimit: 3, retryDelay: 5 },
  'issue-rows': { policy: 'short', expireInSeconds: 1800, retryLimit: 3, retryDelay: 5 },
  'withdraw-superseded': { policy: 'short', expireInSeconds: 60, retryLimit: 20, retryDelay: 5, retryBackoff: true },
  'write-sign-in-mail': { policy: 'short', expireInSeconds: 60, retryLimit: 5, retryDelay: 5, retryBackoff: true },
  'send-mail': { policy: 'short', expireInSeconds: 120, retryLimit: 9, retryDelay: 15, retryBackoff: true },
  'serve-mails': { policy: 'short', expireInSeconds: 180, retryLimit: 0 },
  'tell-assessors': { policy: 'short', expireInSeconds: 300, retryLimit: 0 },
  'prune-people': { policy: 'short', expireInSeconds: 300, retryLimit: 0 },
};

export const JOB_NAMES = Object.keys(QUEUES) as readonly JobName[];

/**
 * The members of each payload. What a newer release adds may change what is to be done: a job with other members is left to a worker that knows them
 * (`leave-job.ts`).
 */
const MEMBERS: { readonly [Name in JobName]: readonly (keyof JobPayloads[Name])[] } = {
  'find-due-work': [],
  'prune-idempotency': [],
  'prune-public-changes': [],
  'seal-audit-log': [],
  'prune-deliveries': [],
  'record-issued': [],
  'tend-records': [],
  'fill-in-recipients': [],
  'finish-bulk-acts': [],
  'apply-retention': [],
  'recheck-work': ['issuerId', 'credentialId'],
  'archive-work': ['issuerId', 'credentialId'],
  'find-issuance-work': [],
  'read-upload': ['issuerId', 'jobId'],
  'issue-rows': ['issuerId'],
  'withdraw-superseded': ['issuerId', 'credentialId', 'apiKeyId'],
  'write-sign-in-mail': ['requestId'],
  'send-mail': ['mailId'],
  'serve-mails': [],
  'tell-assessors': [],
  'prune-people': [],
};

/** Whether this release knows what a job with these data is to do. */
export function isKnown<Name extends JobName>(name: Name, data: unknown): data is JobPayloads[Name] {
  const members: readonly PropertyKey[] = MEMBERS[name];
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const found = Object.keys(data);
  return found.length === members.length && found.every((member) => members.includes(member));
}
