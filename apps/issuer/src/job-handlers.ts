import type { JobHandlers } from './issuing/jobs.js';
import type { Store } from './issuing/ports.js';
import type { UseCases } from './issuing/use-cases.js';
import { perHostQueue } from './limits/per-host-queue.js';
import { pruneChanges } from './public/cache/prune-changes.js';
import type { Logger } from './server/logger.js';

/** Between two questions to one host. */
const HOST_GAP = 1000;

/** What is done for each job, by the use cases. */
export function jobHandlers(useCases: UseCases, store: Store, logger: Logger): JobHandlers {
  const {
    orderDueRechecks,
    pruneIdempotency,
    sealAuditLogs,
    recordIssued,
    tendRecords,
    dateListsAnew,
    resignBadges,
    recheckCredential,
    archiveEvidence,
    pruneDeliveries,
    fillInRecipients,
    applyRetention,
  } = useCases;
  const {
    findIssuanceWork,
    readJob,
    issueRows,
    withdrawSuperseded,
    writeSignInMail,
    sendMail,
    serveMails,
    tellAssessors,
    prunePeople,
    pruneReports,
    finishBulkActs,
  } = useCases;
  const turn = perHostQueue(HOST_GAP);
  return {
    'find-due-work': async (_, signal) => void (await orderDueRechecks(signal)),
    'prune-idempotency': async (_, signal) => void (await pruneIdempotency(signal)),
    'prune-public-changes': (_, signal) => pruneChanges(store.publicChanges, signal),
    'seal-audit-log': (_, signal) => sealAuditLogs(signal),
    'prune-deliveries': (_, signal) => pruneDeliveries(signal),
    'record-issued': async (_, signal) => void (await recordIssued(signal)),
    'tend-records': async (_, signal) => {
      for (const issuerId of (await tendRecords(signal)).lost) {
        logger.error(
          { issuerId },
          'a record cannot be signed: its record key cannot be used; restore it, or revoke it, and a new one is made',
        );
      }
      await resignBadges(signal);
      await dateListsAnew(signal);
    },
    'fill-in-recipients': (_, signal) => fillInRecipients(signal),
    'finish-bulk-acts': (_, signal) => finishBulkActs(signal),
    'apply-retention': (_, signal) => applyRetention(signal),
    'recheck-work': (badge, signal) => recheckCredential(badge, { turn, signal }),
    'archive-work': (badge, signal) => archiveEvidence(badge, signal),
    'find-issuance-work': () => findIssuanceWork(),
    'read-upload': (job, signal) => readJob(job, signal),
    'issue-rows': (issuer, signal) => issueRows(issuer, signal),
    'withdraw-superseded': (badge) => withdrawSuperseded(badge),
    'write-sign-in-mail': (request) => writeSignInMail(request),
    'send-mail': (mail) => sendMail(mail),
    'serve-mails': (_, signal) => serveMails(signal),
    'tell-assessors': (_, signal) => tellAssessors(signal),
    'prune-people': async () => {
      await prunePeople();
      await pruneReports();
    },
  };
}
