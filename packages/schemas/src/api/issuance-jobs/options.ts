import { z } from 'zod';
import { id, text } from '../fields.js';
import type { QuerySchema } from '../paging.js';

/** What is done when a person has a badge of the achievement already that stands. */
export const DUPLICATE_RULES = ['refuse', 'return', 'supersede', 'allow'] as const;
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

/**
 * What a column of an uploaded file can be. `result:NAME` besides: the value of the result NAME. `given_name` and `family_name` together are a name, for files
 * that have it in two columns.
 */
export const JOB_COLUMNS = [
  'email',
  'did',
  'name',
  'given_name',
  'family_name',
  'external_id',
  'language',
  'evidence',
  'narrative',
  'valid_from',
  'valid_until',
] as const;
export type JobColumn = (typeof JOB_COLUMNS)[number];
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
  /** Whether recipients get a mail with a link to claim their badge. Default: what the row says, else what the issuer says for all. */
  readonly mail?: boolean | undefined;
}

export const rule: z.ZodType<DuplicateRule> = z.enum(DUPLICATE_RULES);
export const mode: z.ZodType<'issue' | 'validate'> = z.enum(['issue', 'validate']);
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
  mail: z.boolean().optional(),
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
  readonly mail?: 'true' | 'false' | undefined;
}

export const postIssuanceJobQuerySchema: QuerySchema<PostIssuanceJobQuery> = z.strictObject({
  achievement: id().optional(),
  mode: mode.optional(),
  onDuplicate: rule.optional(),
  columns: z.string().max(100_000).optional(),
  extraColumns: extraColumns.optional(),
  mail: z.enum(['true', 'false']).optional(),
});
