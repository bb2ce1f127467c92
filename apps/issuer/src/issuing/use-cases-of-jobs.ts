import { type BulkActUseCases, bulkActUseCases } from './bulk-acts/bulk-act-use-cases.js';
import { checkBadge } from './credentials/batch/check-badge.js';
import { withdrawSuperseded } from './credentials/withdraw-superseded.js';
import type { BlobStore } from './issuance-jobs/blob-store.js';
import { cancelJob } from './issuance-jobs/cancel-job.js';
import type { ChunkIssuing } from './issuance-jobs/chunk-issuing.js';
import { readColumns } from './issuance-jobs/columns/read-columns.js';
import { createJob } from './issuance-jobs/create-job.js';
import { findIssuanceWork } from './issuance-jobs/find-work.js';
import { getJob } from './issuance-jobs/get-job.js';
import { hostVisits } from './issuance-jobs/host-visits.js';
import { issueRows } from './issuance-jobs/issue-rows.js';
import { listJobs } from './issuance-jobs/list-jobs.js';
import { listRows } from './issuance-jobs/list-rows.js';
import { placesPerIssuer } from './issuance-jobs/places-per-issuer.js';
import { readJob } from './issuance-jobs/reading/read-job.js';
import type { ReadUpload, ReadUploadHead } from './issuance-jobs/reading/upload-reader.js';
import { resumeJob } from './issuance-jobs/resume-job.js';
import { retryJob } from './issuance-jobs/retry-job.js';
import type { ReadIssueBody } from './issuance-jobs/row-body.js';
import type { IdSource, Store } from './ports.js';
import { done } from './result.js';
import type { StatusQueue } from './status-lists/status-queue.js';

/** How uploads are kept and read. */
export interface Uploads {
  /** Where they are kept: in the database of the store, or elsewhere. */
  blobsOf(store: Store): BlobStore;
  readonly read: ReadUpload;
  readonly readHead: ReadUploadHead;
  readonly readBody: ReadIssueBody;
}

export interface JobFoundation extends IdSource, Omit<ChunkIssuing, 'wouldConform' | 'hosts'> {
  readonly store: Store;
  readonly uploads: Uploads;
  readonly statuses: StatusQueue;
  readonly baseUrl: string;
}

type WithoutDeps<F> = F extends (deps: never, ...rest: infer R) => infer A ? (...rest: R) => A : never;

/** What is done about jobs that issue many badges, and about what else is done to many at once. */
export interface JobUseCases extends BulkActUseCases {
  readonly readColumns: WithoutDeps<typeof readColumns>;
  readonly createJob: WithoutDeps<typeof createJob>;
  readonly getJob: WithoutDeps<typeof getJob>;
  readonly listJobs: WithoutDeps<typeof listJobs>;
  readonly listRows: WithoutDeps<typeof listRows>;
  readonly cancelJob: WithoutDeps<typeof cancelJob>;
  readonly resumeJob: WithoutDeps<typeof resumeJob>;
  readonly retryJob: WithoutDeps<typeof retryJob>;
  readonly readJob: WithoutDeps<typeof readJob>;
  readonly issueRows: WithoutDeps<typeof issueRows>;
  readonly findIssuanceWork: WithoutDeps<typeof findIssuanceWork>;
  readonly withdrawSuperseded: WithoutDeps<typeof withdrawSuperseded>;
}

/** Chunks of one issuer that are worked on at a time. */
const CHUNKS = 2;

/** No place in a list has this number: a badge that is only looked at takes none. */
const NO_PLACE = { listId: 1, index: 0 };

export function jobUseCases(foundation: JobFoundation): JobUseCases {
  const { store, clock, random, sources, uploads, statuses, baseUrl } = foundation;
  const ids = { clock, random };
  const blobs = uploads.blobsOf(store);
  const chunks: ChunkIssuing = {
    ...foundation,
    hosts: hostVisits({ store, clock }),
    async wouldConform(parts) {
      const checked = await checkBadge(parts, await sources.issuer(parts.achievement.issuerId), NO_PLACE, baseUrl);
      return checked.ok ? done(null) : checked;
    },
  };
  const reading = { store, blobs, clock, readUpload: uploads.read, readBody: uploads.readBody, readers: placesPerIssuer(1) };
  const issuing = { ...chunks, ...ids, readBody: uploads.readBody, workers: placesPerIssuer(CHUNKS) };
  return {
    ...bulkActUseCases({ store, statuses, ...ids }),
    readColumns: (input) => readColumns({ readHead: uploads.readHead }, input),
    createJob: (request) => createJob({ store, blobs, sources, ...ids }, request),
    getJob: (request) => getJob({ store, clock }, request),
    listJobs: (request) => listJobs({ store, clock }, request),
    listRows: (request) => listRows({ store }, request),
    cancelJob: (request) => cancelJob({ store, ...ids }, request),
    resumeJob: (request) => resumeJob({ store, ...ids }, request),
    retryJob: (request) => retryJob({ store, ...ids }, request),
    readJob: (key, signal) => readJob(reading, key, signal),
    issueRows: (payload, signal) => issueRows(issuing, payload, signal),
    findIssuanceWork: () => findIssuanceWork({ store, blobs, clock }),
    withdrawSuperseded: (payload) => withdrawSuperseded({ store, statuses, ...ids }, payload),
  };
}
