export type BackupCode =
  | 'file-exists'
  | 'file-unwritable'
  | 'file-unreadable'
  | 'not-a-backup'
  | 'backup-damaged'
  | 'backup-newer'
  | 'backup-of-other-files'
  | 'database-not-empty'
  | 'database-in-use'
  | 'schema-unlike-release';

/** Why a backup could not be written or restored. The message is one sentence or two for the operator, with the remedy. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly code: BackupCode;

  constructor(code: BackupCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
