import type { DuplicateRule, FieldError, ProblemCode, UploadProblemCode } from '@proofmark/schemas/api';

/** What the whole upload is refused for, and where: a line from 1, a byte from 0. */
export interface UploadProblem {
  readonly code: UploadProblemCode;
  readonly detail: string;
  readonly line: number | null;
  readonly byte: number | null;
}

/** How an upload is to be read and what is to be done with it, as the request said. */
export interface JobOptions {
  readonly onDuplicate: DuplicateRule;
  /** What each column of the file is, by its name there; null for one that is ignored. Columns that are not named are known by their names. */
  readonly columns: Readonly<Record<string, string | null>>;
  readonly extraColumns: 'refuse' | 'ignore';
  /** Whether recipients get a mail, where their row does not say it; absent where the issuer decides. */
  readonly mail?: boolean;
}

export interface RowFault extends FieldError {
  /** The column of the file that the member comes from; null for a file without columns. */
  readonly column: string | null;
}

/** Why a row is no badge. */
export interface RowProblem {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: readonly RowFault[];
}

/** What became of a row. */
export type RowResult =
  | { readonly state: 'done'; readonly credentialId: string }
  /** The person has the badge already; nothing was issued. */
  | { readonly state: 'existing'; readonly credentialId: string }
  | { readonly state: 'refused'; readonly problem: RowProblem }
  /** Nobody answered for its work: it is tried again. */
  | { readonly state: 'waiting'; readonly problem: RowProblem; readonly tries: number; readonly dueAt: string }
  /** Would be issued; the job only validates. */
  | { readonly state: 'valid' };

/** A row as it was uploaded: the line where it begins (from 1), and what it holds. */
export type SourceRow = readonly [line: number, content: RowContent];

/** The cells of a row, or its JSON; or cells of which some have no value of their own. */
export type RowContent = readonly string[] | string | OddRow;

export interface OddRow {
  readonly cells: readonly string[];
  readonly odd: readonly OddCell[];
}

/**
 * A cell of a spreadsheet that says nothing by itself: a formula without its value, an error of the spreadsheet program, or one that is merged with a
 * cell of a row above it; or one that is to be an id, and is a truth value, a date, a fraction, or a number of which the program keeps only a part.
 */
export interface OddCell {
  readonly kind: 'formula' | 'error' | 'merged' | 'no-id';
  /** As the spreadsheet names it: `B2`, or `B2:B9`. */
  readonly place: string;
  /** From 0. */
  readonly column: number;
}

/** What reading the upload found. */
export interface JobFindings {
  /** The names of the columns; null for a file without columns, and before it is read. */
  readonly header: readonly string[] | null;
  /** Why it cannot be read. */
  readonly problem: UploadProblem | null;
  /** How often it could not be read for a reason that does not lie in it: since it was not there, or for another. */
  readonly tries?: { readonly lost: number; readonly other: number };
}

export interface JobRecord {
  readonly issuerId: string;
  readonly id: string;
  readonly achievementId: string;
  readonly apiKeyId: string;
  readonly requestId: string | null;
  readonly mode: 'issue' | 'validate';
  readonly format: 'csv' | 'ndjson' | 'xlsx';
  readonly options: JobOptions;
  /** `failed`: the upload cannot be read; `ended`: every row has its result. */
  readonly state: 'uploading' | 'reading' | 'running' | 'ended' | 'cancelled' | 'failed';
  readonly found: JobFindings;
  /** Of the upload, in bytes, and how many were read. */
  readonly size: number;
  readonly readBytes: number;
  readonly readRows: number;
  /** Since when all rows are read. */
  readonly readAt: Date | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Since when what stood in its rows is gone. */
  readonly contentDroppedAt: Date | null;
}

export interface RowCounts {
  readonly done: number;
  readonly existing: number;
  readonly refused: number;
  readonly waiting: number;
  readonly valid: number;
}

/** Some rows of a job. `firstRow` is the number of the first one among the rows of the file, from 1. */
export interface ChunkRecord {
  readonly issuerId: string;
  readonly jobId: string;
  readonly nr: number;
  readonly firstRow: number;
  readonly rows: number;
  /** Where each row begins in the file, from 1. */
  readonly lines: readonly number[];
  /** The cells of each row, or its JSON; null where a row needs its content no more. */
  readonly content: readonly (RowContent | null)[];
  readonly results: readonly (RowResult | null)[];
}
export type ChunkKey = Pick<ChunkRecord, 'issuerId' | 'jobId' | 'nr'>;
