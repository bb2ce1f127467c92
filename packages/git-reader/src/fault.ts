import type { GitFailureCode } from './failure.js';

/** Ends a reading from any depth of it; turned into a `GitFailure` in one place and never seen outside. */
export class GitFault extends Error {
  override readonly name = 'GitFault';
  readonly code: GitFailureCode;
  readonly status: number | undefined;

  constructor(code: GitFailureCode, status?: number) {
    super(code);
    this.code = code;
    this.status = status;
  }
}
