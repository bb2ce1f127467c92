import type { IssuanceJob, IssuanceJobOptions } from '@proofmark/schemas/api';
import type { Send } from './transport.js';

/** A file with a row for each badge. A stream is sent as it comes. */
export interface JobFile {
  readonly type: 'text/csv' | 'application/x-ndjson' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  readonly bytes: Uint8Array | ReadableStream<Uint8Array>;
}

/** A file with a framework of skills. */
export interface SkillFile {
  readonly type: 'application/json' | 'text/csv';
  readonly bytes: Uint8Array | ReadableStream<Uint8Array>;
}

/** Sends a file and what is to become of it. */
export function createJob(
  send: Send,
  options: IssuanceJobOptions,
  file: JobFile,
  idempotencyKey: string | undefined,
): Promise<IssuanceJob> {
  const { achievementId: achievement, columns, ...rest } = options;
  const query = { achievement, ...rest, ...(columns === undefined ? {} : { columns: JSON.stringify(columns) }) };
  return send({ method: 'POST', path: '/v1/issuance-jobs', query, raw: file, idempotencyKey });
}
