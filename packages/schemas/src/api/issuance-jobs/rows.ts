import { z } from 'zod';
import { id, matching } from '../fields.js';
import { type PageQuery, pageQueryFields, type QuerySchema } from '../paging.js';
import { type FieldError, PROBLEM_CODES, type ProblemCode } from '../problem.js';

export const ROW_STATES = ['ready', 'waiting', 'done', 'existing', 'refused', 'valid', 'cancelled'] as const;
export type RowState = (typeof ROW_STATES)[number];
/** One value of a row that is wrong. */
export interface IssuanceJobRowFault extends FieldError {
  /** The column of the file that it comes from; null where it has none. */
  readonly column: string | null;
  /** What stands there, cut where it is long; null where nothing does, or it is kept no more. */
  readonly value: string | null;
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
    readonly errors: readonly IssuanceJobRowFault[];
  } | null;
}

export interface ListIssuanceJobRowsQuery extends PageQuery {
  readonly state?: RowState | undefined;
}

const count = z.int();

const rowFault = z
  .object({ pointer: z.string(), code: z.string(), detail: z.string(), column: z.string().nullable(), value: z.string().nullable() })
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

export const listIssuanceJobRowsQuerySchema: QuerySchema<ListIssuanceJobRowsQuery> = z.strictObject({
  limit: pageQueryFields.limit,
  cursor: matching(
    /^\d{1,10}$/,
    10,
    'no-such-value',
    'is not a cursor of this list: take `next` of the page before, or leave it out',
  ).optional(),
  state: z.enum(ROW_STATES).optional(),
});
