import type { IssuanceJob, IssuanceJobOptions } from '@proofmark/schemas/api';
import type { Send } from './transport.js';

/** A file with a row for each badge. A stream is sent as it comes. */
export interface JobFile {
  readonly type: 'text/csv' | 'application/x-ndjson' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  readonly bytes: Uint8Array | ReadableStream<Uint8Array>;
}

/** A file whose columns are looked at. */
export interface TableFile extends JobFile {
  readonly type: Exclude<JobFile['type'], 'application/x-ndjson'>;
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
  const { achievementId: achievement, columns, mail, ...rest } = options;
  const said = {
    ...(columns === undefined ? {} : { columns: JSON.stringify(columns) }),
    ...(mail === undefined ? {} : { mail: String(mail) }),
  };
  const query = { achievement, ...rest, ...said };
  return send({ method: 'POST', path: '/v1/issuance-jobs', query, raw: file, idempotencyKey });
}
