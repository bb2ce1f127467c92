import type { SourceRow, UploadProblem } from '../../../store/index.js';

/** A part of an upload, in its order. A `problem` is the last one: what follows it was not read. */
export type UploadPart =
  | { readonly kind: 'header'; readonly cells: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'problem'; readonly problem: UploadProblem };

/**
 * Reads an upload as rows, with memory that does not grow with it.
 *
 * @param isColumn whether a cell of the first line is the name of a column, by which is found out what separates cells
 * @param isId whether it is the name of a column of ids; none is by default
 */
export type ReadUpload = (
  format: 'csv' | 'ndjson' | 'xlsx',
  bytes: AsyncIterable<Uint8Array>,
  isColumn: (name: string) => boolean,
  isId?: (name: string) => boolean,
) => AsyncIterable<UploadPart>;

/** The beginning of a table, or why it cannot be read. */
export type UploadHead =
  | { readonly ok: true; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly problem: UploadProblem };

/**
 * Reads the names of the columns and the first rows. Of CSV the bytes may be the beginning of a file, and end anywhere.
 *
 * @param most rows that are wanted
 */
export type ReadUploadHead = (
  format: 'csv' | 'xlsx',
  bytes: AsyncIterable<Uint8Array>,
  isColumn: (name: string) => boolean,
  most: number,
) => Promise<UploadHead>;
