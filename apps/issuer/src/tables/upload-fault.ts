import type { UploadProblem } from '../store/index.js';

/** Ends the reading of an upload; `readUpload` makes it the last part. */
export class UploadFault extends Error {
  override name = 'UploadFault';
  readonly problem: UploadProblem;

  constructor(code: UploadProblem['code'], detail: string, place: { readonly line?: number; readonly byte?: number } = {}) {
    super(detail);
    this.problem = { code, detail, line: place.line ?? null, byte: place.byte ?? null };
  }
}
