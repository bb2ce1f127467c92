import { z } from 'zod';
import { id } from '../fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from '../paging.js';
import { type DuplicateRule, mode, rule } from './options.js';

/** What the whole upload of a job is refused for. */
export const UPLOAD_PROBLEM_CODES = [
  'empty',
  'not-text',
  'wrong-header',
  'malformed-table',
  'row-too-long',
  'too-many-columns',
  'too-many-rows',
  'too-large',
  'not-a-spreadsheet',
  'upload-lost',
  'upload-unreadable',
] as const;
export type UploadProblemCode = (typeof UPLOAD_PROBLEM_CODES)[number];

export const JOB_STATES = ['reading', 'running', 'ended', 'cancelled', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];
export interface IssuanceJob {
  readonly id: string;
  readonly issuerId: string;
  readonly achievementId: string;
  readonly mode: 'issue' | 'validate';
  readonly format: 'csv' | 'ndjson' | 'xlsx';
  readonly onDuplicate: DuplicateRule;
  readonly state: JobState;
  readonly createdAt: string;
  readonly endedAt: string | null;
  /** Until when what it issued can be taken back; null while it goes on, and of a job that cannot be. */
  readonly undoUntil: string | null;
  /** The upload in bytes, and how many of them were read. */
  readonly upload: { readonly bytes: number; readonly readBytes: number };
  readonly rows: IssuanceJobRows;
  /** Rows a second in the last half minute; null while nothing is done. */
  readonly rowsPerSecond: number | null;
  /** At that rate; null where it cannot be told. */
  readonly secondsLeft: number | null;
  /** Why the upload cannot be read. */
  readonly problem: IssuanceJobProblem | null;
}

export interface IssuanceJobRows {
  /** Null until all are read. */
  readonly total: number | null;
  readonly read: number;
  readonly ready: number;
  readonly waiting: number;
  readonly done: number;
  readonly existing: number;
  readonly refused: number;
  readonly valid: number;
  readonly cancelled: number;
}

export interface IssuanceJobProblem {
  readonly code: string;
  readonly detail: string;
  readonly line: number | null;
  readonly byte: number | null;
}

export interface ListIssuanceJobsQuery extends PageQuery {
  readonly issuer?: string | undefined;
}

const count = z.int();
export const jobProblemSchema: z.ZodType<IssuanceJobProblem> = z
  .object({ code: z.string(), detail: z.string(), line: count.nullable(), byte: count.nullable() })
  .meta({ id: 'IssuanceJobProblem' });

export const issuanceJobSchema: z.ZodType<IssuanceJob> = z
  .object({
    id: id(),
    issuerId: id(),
    achievementId: id(),
    mode,
    format: z.enum(['csv', 'ndjson', 'xlsx']),
    onDuplicate: rule,
    state: z.enum(JOB_STATES),
    createdAt: z.string(),
    endedAt: z.string().nullable(),
    undoUntil: z.string().nullable(),
    upload: z.object({ bytes: count, readBytes: count }),
    rows: z
      .object({
        total: count.nullable(),
        read: count,
        ready: count,
        waiting: count,
        done: count,
        existing: count,
        refused: count,
        valid: count,
        cancelled: count,
      })
      .meta({ id: 'IssuanceJobRows' }),
    rowsPerSecond: z.number().nullable(),
    secondsLeft: count.nullable(),
    problem: jobProblemSchema.nullable(),
  })
  .meta({ id: 'IssuanceJob' });

export const listIssuanceJobsQuerySchema: QuerySchema<ListIssuanceJobsQuery> = z.strictObject({
  ...pageQueryFields,
  issuer: id().optional(),
});
