import { createHash } from 'node:crypto';
import { encodeUtf8, equalBytes } from '@proofmark/primitives';
import { canonicalJson } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import type { IssuanceJobOptions } from '@proofmark/schemas/api';
import type { JobRecord } from '../../store/index.js';
import type { Actor, Request } from '../access/actor.js';
import { ownerOf } from '../access/idempotently.js';
import { loadAchievement } from '../access/load-achievement.js';
import { recordAct } from '../access/record-act.js';
import type { BadgeSources } from '../credentials/batch/badge-sources.js';
import { newPublicId } from '../identifiers.js';
import type { IdSource, Store } from '../ports.js';
import { done, type Result, refused } from '../result.js';
import { refuseJobs } from './act-on-job.js';
import { type BlobStore, StorageAway } from './blob-store.js';
import { keyOf } from './load-job.js';
import { mayBeMadeAgain } from './reading/failed-reading.js';

export interface NewJobInput {
  readonly options: IssuanceJobOptions;
  readonly format: JobRecord['format'];
  readonly upload: AsyncIterable<Uint8Array>;
  /** From the header; null when the caller sent none. */
  readonly idempotencyKey: string | null;
}

export interface JobCreation extends IdSource {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly sources: Pick<BadgeSources, 'issuer'>;
}

/** A job, and whether an earlier request with the same key had made it. */
export interface CreatedJob {
  readonly job: JobRecord;
  readonly replayed: boolean;
}

/** Bytes of an upload. A workbook is kept in memory while it is read. */
const MOST_BYTES: Readonly<Record<JobRecord['format'], number>> = { csv: 2 ** 31, ndjson: 2 ** 31, xlsx: 50 * 1024 * 1024 };

/** Jobs of one issuer that have not ended: each has an upload that is kept. */
const MOST_OPEN = 50;

/** Keeps an upload and makes a job of it, which issues a badge for each row. The upload and the job are durable when this answers. */
export async function createJob(deps: JobCreation, { actor, input }: Request<NewJobInput>): Promise<Result<CreatedJob>> {
  const { store, clock } = deps;
  const { options, format, idempotencyKey } = input;
  const achievement = await loadAchievement(store.achievements, actor, options.achievementId);
  if (!achievement.ok) return achievement;
  const { issuerId, archivedAt } = achievement.value;
  if (archivedAt !== null) return refused('conflict', 'This achievement is archived: it issues no more badges.');
  const suspended = await refuseJobs(store, issuerId);
  if (suspended !== null) return suspended;
  if ((await store.issuanceJobs.open(issuerId)) >= MOST_OPEN) return tooManyOpen();
  const issuer = await deps.sources.issuer(issuerId);
  const job: JobRecord = {
    issuerId,
    id: newPublicId(deps, issuer),
    achievementId: options.achievementId,
    apiKeyId: actor.keyId,
    requestId: actor.requestId ?? null,
    mode: options.mode ?? 'issue',
    format,
    options: {
      onDuplicate: options.onDuplicate ?? achievement.value.onDuplicate ?? 'refuse',
      columns: options.columns ?? {},
      extraColumns: options.extraColumns ?? 'refuse',
      ...(options.mail === undefined ? {} : { mail: options.mail }),
    },
    state: 'uploading',
    found: { header: null, problem: null },
    size: 0,
    readBytes: 0,
    readRows: 0,
    readAt: null,
    createdAt: clock.now(),
    startedAt: null,
    endedAt: null,
    contentDroppedAt: null,
  };
  await store.issuanceJobs.insert(job);
  const upload = measured(input.upload, MOST_BYTES[format]);
  const blob = { issuerId, blobId: job.id };
  let answer: Result<CreatedJob> | null = null;
  try {
    await deps.blobs.put(blob, upload.bytes);
    answer = await beginJob(deps, actor, { ...job, size: upload.size() }, { key: idempotencyKey, hash: upload.hash(options, format) });
  } catch (error) {
    if (error instanceof StorageAway) answer = refused('unavailable', AWAY, undefined, 60);
    else if (error instanceof UploadEnded) answer = refused(error.code, error.message);
    else throw error;
  } finally {
    if (answer?.ok !== true || answer.value.replayed) await leaveNothing(deps, job);
  }
  return answer;
}

const AWAY = 'The storage in which uploads are kept does not answer at the moment. Send the file again in a minute.';

/** What cannot be removed just now is found later, by that its upload has ended. */
async function leaveNothing({ store, blobs, clock }: JobCreation, job: JobRecord): Promise<void> {
  try {
    await blobs.delete({ issuerId: job.issuerId, blobId: job.id });
  } catch (error) {
    if (!(error instanceof StorageAway)) throw error;
    await store.issuanceJobs.update(keyOf(job), { endedAt: clock.now() });
    return;
  }
  await store.issuanceJobs.remove(keyOf(job));
}

function tooManyOpen(): Result<never> {
  return refused(
    'too-many-requests',
    `${MOST_OPEN} jobs of this issuer have not ended. Wait until some have, or cancel them: GET /v1/issuance-jobs lists them.`,
    undefined,
    60,
  );
}

/** Has the job read, unless an earlier request with the same key made one. */
async function beginJob(
  deps: JobCreation,
  actor: Actor,
  job: JobRecord,
  { key, hash }: { readonly key: string | null; readonly hash: Uint8Array },
): Promise<Result<CreatedJob>> {
  return deps.store.transaction(async (tx): Promise<Result<CreatedJob>> => {
    const { issuerId } = job;
    if (key !== null) {
      const request = { issuerId, owner: ownerOf(actor, issuerId), key };
      const earlier = await tx.issuanceJobs.findByRequest(request);
      if (earlier !== null && !equalBytes(earlier.requestHash, hash))
        return refused(
          'idempotency-key-reused',
          'This Idempotency-Key was used with another upload or other options. Send those of then, or these with a new key.',
        );
      const found = earlier === null ? null : await tx.issuanceJobs.find({ issuerId, jobId: earlier.jobId });
      if (found !== null && !mayBeMadeAgain(found)) return done({ job: found, replayed: true });
      if (found !== null) await tx.issuanceJobs.forgetRequest(keyOf(found));
      await tx.issuanceJobs.nameRequest(job.id, request, hash);
    }
    await tx.issuanceJobs.update(keyOf(job), { state: 'reading', size: job.size });
    await tx.jobs.add('read-upload', [{ payload: keyOf(job), key: job.id }]);
    const details = { achievementId: job.achievementId, mode: job.mode, format: job.format };
    await recordAct(deps, tx, actor, { action: 'issuance-job.created', issuerId, objectId: job.id, details });
    return done({ job: { ...job, state: 'reading' }, replayed: false });
  });
}

/** The upload cannot be taken: nothing of it is kept. */
class UploadEnded extends Error {
  readonly code: 'payload-too-large' | 'malformed-request';
  constructor(code: UploadEnded['code'], message: string) {
    super(message);
    this.code = code;
  }
}

function measured(source: AsyncIterable<Uint8Array>, most: number) {
  const digest = createHash('sha256');
  let size = 0;
  async function* pass(): AsyncGenerator<Uint8Array> {
    const pieces = source[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await pieces.next().catch((cause: unknown) => {
          throw new UploadEnded('malformed-request', brokenOff(cause));
        });
        if (next.done === true) return;
        size += next.value.length;
        if (size > most) {
          throw new UploadEnded(
            'payload-too-large',
            `The upload is larger than ${most} bytes, the most that one of this format has. Cut it in two.`,
          );
        }
        digest.update(next.value);
        yield next.value;
      }
    } finally {
      await pieces.return?.().catch(() => undefined);
    }
  }
  return {
    bytes: pass(),
    size: () => size,
    hash(options: IssuanceJobOptions, format: JobRecord['format']): Uint8Array {
      const asked = canonicalJson({ format, options: options as unknown as JsonObject });
      return digest.update(encodeUtf8(asked)).digest();
    },
  };
}

function brokenOff(cause: unknown): string {
  const said = cause instanceof Error && 'userMessage' in cause ? ` ${String(cause.userMessage)}` : '';
  return `The upload broke off before its end.${said} Send it again.`;
}
