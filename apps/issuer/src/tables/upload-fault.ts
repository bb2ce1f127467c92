import type { UploadProblem } from '../store/index.js';
import { MOST_COLUMNS } from './limits.js';

export const EMPTY_FILE = 'The file is empty. Its first line names the columns, and each further line is one badge.';
export const EMPTY_SHEET = 'The first sheet is empty. Its first row names the columns, and each further row is one badge.';

/** Ends the reading of an upload; `readUpload` makes it the last part. */
export class UploadFault extends Error {
  override name = 'UploadFault';
  readonly problem: UploadProblem;

  constructor(code: UploadProblem['code'], detail: string, place: { readonly line?: number; readonly byte?: number } = {}) {
    super(detail);
    this.problem = { code, detail, line: place.line ?? null, byte: place.byte ?? null };
  }
}

export function tooManyColumns(line: number, count: number): UploadFault {
  const detail = `Line ${line} has ${count} cells; a file has at most ${MOST_COLUMNS} columns. Remove those that are not needed.`;
  return new UploadFault('too-many-columns', detail, { line });
}
