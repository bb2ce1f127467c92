import { z } from 'zod';
import { text } from '../fields.js';
import type { IssuanceJobProblem } from './job.js';
import { jobProblemSchema } from './job.js';

/** The beginning of a table as text, such as what was copied out of a spreadsheet. */
export interface ReadUploadColumns {
  readonly text: string;
}

export interface UploadColumn {
  /** As the first line names it. */
  readonly name: string;
  /** What it seems to be, as `columns` of a job takes it; null where nothing is known. */
  readonly is: string | null;
}

/** What the columns of a file seem to be, and its first rows. */
export interface UploadColumns {
  readonly format: 'csv' | 'xlsx';
  readonly columns: readonly UploadColumn[];
  /** The first rows, with a cell for each column; long cells are cut. */
  readonly rows: readonly (readonly string[])[];
  /** Why the file cannot be read; null when it can. */
  readonly problem: IssuanceJobProblem | null;
}

/** Characters of a table that is sent as text. */
const MOST_TABLE_TEXT = 500_000;

export const readUploadColumnsSchema: z.ZodType<ReadUploadColumns> = z
  .strictObject({ text: text(MOST_TABLE_TEXT) })
  .meta({ id: 'ReadUploadColumns', example: { text: 'E-Mail\tVorname\tNachname\nada@example.org\tAda\tLovelace\n' } });

export const uploadColumnsSchema: z.ZodType<UploadColumns> = z
  .object({
    format: z.enum(['csv', 'xlsx']),
    columns: z.array(z.object({ name: z.string(), is: z.string().nullable() }).meta({ id: 'UploadColumn' })),
    rows: z.array(z.array(z.string())),
    problem: jobProblemSchema.nullable(),
  })
  .meta({ id: 'UploadColumns' });
