import { z } from 'zod';
import { id, matching, text } from './fields.js';
import type { PageQuery, QuerySchema } from './paging.js';
import { pageQueryFields } from './paging.js';
import { type FieldError, PROBLEM_CODES, type ProblemCode } from './problem.js';

/** What is done when a person has a badge of the achievement already that stands. */
export const DUPLICATE_RULES = ['refuse', 'return', 'supersede', 'allow'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/** What a column of an uploaded file can be. `result:NAME` besides: the value of the result NAME. */
export const JOB_COLUMNS = ['email', 'did', 'name', 'external_id', 'evidence', 'narrative', 'valid_from', 'valid_until'] as const;
export type JobColumn = (typeof JOB_COLUMNS)[number];

export const JOB_STATES = ['reading', 'running', 'ended', 'cancelled', 'failed'] as const;
export type JobState = (typeof JOB_STATES)[number];

export const ROW_STATES = ['ready', 'waiting', 'done', 'existing', 'refused', 'valid', 'cancelled'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** What is to become of an upload: as a part of a form, as query parameters, or as members beside `rows`. */
export interface IssuanceJobOptions {
  readonly achievementId: string;
  /** Default: `issue`. */
  readonly mode?: 'issue' | 'validate' | undefined;
  /** Default: what the achievement says, or else `refuse`. */
  readonly onDuplicate?: DuplicateRule | undefined;
  /** By the name of a column in the file: what it is, or null for one that is ignored. */
  readonly columns?: Readonly<Record<string, string | null>> | undefined;
  /** Default: `refuse`. */
  readonly extraColumns?: 'refuse' | 'ignore' | undefined;
}

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

export interface IssuanceJobRow {
  /** The number of the row, from 1; and the line of the file where it begins. */
  readonly row: number;
  readonly line: number;
  readonly state: RowState;
  /** The badge that was issued, or that the person has already. */
  readonly credentialId: string | null;
  readonly problem: {
    readonly code: ProblemCode;
    readonly detail: string;
    readonly errors: readonly (FieldError & { readonly column: string | null })[];
  } | null;
}

export interface ListIssuanceJobsQuery extends PageQuery {
  readonly issuer?: string | undefined;
}

export interface ListIssuanceJobRowsQuery extends PageQuery {
  readonly state?: RowState | undefined;
}

const rule = z.enum(DUPLICATE_RULES);
const mode = z.enum(['issue', 'validate']);
const extraColumns = z.enum(['refuse', 'ignore']);
/** `result:` and a name, or one of the columns. */
const isColumn = (value: string): boolean => JOB_COLUMNS.some((column) => column === value) || /^result:.{1,200}$/.test(value);

const columnsSchema = z.record(
  z.string().min(1).max(200),
  text(210)
    .refine(isColumn, { error: `is none of ${JOB_COLUMNS.join(', ')} and result:NAME`, params: { code: 'no-such-value' } })
    .nullable(),
);

const optionFields = {
  achievementId: id(),
  mode: mode.optional(),
  onDuplicate: rule.optional(),
  columns: columnsSchema.optional(),
  extraColumns: extraColumns.optional(),
};

export const issuanceJobOptionsSchema: z.ZodType<IssuanceJobOptions> = z.strictObject(optionFields).meta({
  id: 'IssuanceJobOptions',
  example: { achievementId: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01', mode: 'issue', columns: { 'E-Mail-Adresse': 'email' } },
});

export interface CreateIssuanceJob extends IssuanceJobOptions {
  readonly rows: readonly unknown[];
}

/** A job whose rows are in the request. Each row is checked by itself, so one that is wrong keeps no other from being issued. */
export const createIssuanceJobSchema: z.ZodType<CreateIssuanceJob> = z
  .strictObject({ ...optionFields, rows: z.array(z.record(z.string(), z.unknown())).min(1).max(10_000) })
  .meta({
    id: 'CreateIssuanceJob',
    example: {
      achievementId: '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01',
      rows: [{ recipient: { email: 'ada@example.org', name: 'Ada Lovelace' } }],
    },
  });

/** The same for an upload that is the body itself. */
export interface PostIssuanceJobQuery {
  readonly achievement?: string | undefined;
  readonly mode?: 'issue' | 'validate' | undefined;
  readonly onDuplicate?: DuplicateRule | undefined;
  readonly columns?: string | undefined;
  readonly extraColumns?: 'refuse' | 'ignore' | undefined;
}

export const postIssuanceJobQuerySchema: QuerySchema<PostIssuanceJobQuery> = z.strictObject({
  achievement: id().optional().meta({ description: 'What was earned.' }),
  mode: mode.optional().meta({ description: '`validate` issues nothing and finds every fault; `issue` when absent.', example: 'issue' }),
  onDuplicate: rule.optional().meta({
    description: 'When a person has the badge already: `refuse`, `return` it, `supersede` it, or `allow` a second one.',
    example: 'refuse',
  }),
  columns: z.string().max(100_000).optional().meta({
    description: 'As JSON, by the name of a column in the file: what it is, or null for one that is ignored.',
    example: '{"E-Mail-Adresse":"email","Kurs":null}',
  }),
  extraColumns: extraColumns
    .optional()
    .meta({ description: 'Columns that are not known: `refuse` the file, or `ignore` them.', example: 'ignore' }),
});

const count = z.int();
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
    problem: z
      .object({ code: z.string(), detail: z.string(), line: count.nullable(), byte: count.nullable() })
      .meta({ id: 'IssuanceJobProblem' })
      .nullable(),
  })
  .meta({ id: 'IssuanceJob' });

const rowFault = z
  .object({ pointer: z.string(), code: z.string(), detail: z.string(), column: z.string().nullable() })
  .meta({ id: 'IssuanceJobRowFault' });

export const issuanceJobRowSchema: z.ZodType<IssuanceJobRow> = z
  .object({
    row: count,
    line: count,
    state: z.enum(ROW_STATES),
    credentialId: id().nullable(),
    problem: z
      .object({ code: z.enum(PROBLEM_CODES), detail: z.string(), errors: z.array(rowFault) })
      .meta({ id: 'IssuanceJobRowProblem' })
      .nullable(),
  })
  .meta({ id: 'IssuanceJobRow' }) as unknown as z.ZodType<IssuanceJobRow>;

export const listIssuanceJobsQuerySchema: QuerySchema<ListIssuanceJobsQuery> = z.strictObject({
  ...pageQueryFields,
  issuer: id().optional().meta({ description: 'For admin keys: whose jobs. Other keys see those of their own issuer.' }),
});

export const listIssuanceJobRowsQuerySchema: QuerySchema<ListIssuanceJobRowsQuery> = z.strictObject({
  limit: pageQueryFields.limit,
  cursor: matching(/^\d{1,10}$/, 10, 'no-such-value', 'is not a cursor of this list: take `next` of the page before, or leave it out')
    .optional()
    .meta({ description: 'The `next` of the page before.', example: '500' }),
  state: z.enum(ROW_STATES).optional().meta({ description: 'Only rows of this state.', example: 'refused' }),
});
