import type { JobName } from '../issuing/jobs.js';

/** How many jobs of a name a process does at a time. Few: requests come first. */
export const CONCURRENCY: Readonly<Record<JobName, number>> = {
  'find-due-work': 1,
  'prune-idempotency': 1,
  'prune-public-changes': 1,
  'seal-audit-log': 1,
  'prune-deliveries': 1,
  'record-issued': 1,
  'tend-records': 1,
  'fill-in-recipients': 1,
  'finish-bulk-acts': 1,
  'apply-retention': 1,
  'recheck-work': 4,
  'archive-work': 1,
  'find-issuance-work': 1,
  // Of one issuer one, and two (`use-cases-of-jobs.ts`): the other places are for other issuers.
  'read-upload': 4,
  'issue-rows': 8,
  'withdraw-superseded': 1,
  'write-sign-in-mail': 2,
  'send-mail': 2,
  'serve-mails': 1,
  'tell-assessors': 1,
  'prune-people': 1,
};
