import { OperatorError } from '../config/operator-error.js';

export type BackupCode =
  | 'file-exists'
  | 'file-unwritable'
  | 'file-unreadable'
  | 'not-a-backup'
  | 'backup-damaged'
  | 'backup-newer'
  | 'backup-of-other-files'
  | 'no-database'
  | 'database-not-empty'
  | 'database-in-use'
  | 'schema-unlike-release'
  | 'issuer-unknown'
  | 'issuer-taken'
  | 'other-address';

/** Why a backup could not be written or restored. */
export class BackupError extends OperatorError<BackupCode> {
  override readonly name = 'BackupError';
}
