/** Why the local PostgreSQL cannot be used; each code has one remedy. */
export type LocalPostgresCode =
  | 'unsupported'
  | 'unknown-user'
  | 'folder-in-use'
  | 'server-still-running'
  | 'initialisation-failed'
  | 'password-missing'
  | 'other-version'
  | 'disk-full'
  | 'start-failed';

/** The server cannot be started. The message is one sentence: the problem, and the remedy in terms of this package. */
export class LocalPostgresError extends Error {
  override readonly name = 'LocalPostgresError';
  readonly code: LocalPostgresCode;
  /** The problem alone, without a full stop, for a caller that has a better remedy to name. */
  readonly problem: string;

  constructor(code: LocalPostgresCode, problem: string, remedy: string, options?: ErrorOptions) {
    super(`${problem}; ${remedy}.`, options);
    this.code = code;
    this.problem = problem;
  }
}
