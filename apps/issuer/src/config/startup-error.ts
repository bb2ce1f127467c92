import { OperatorError } from './operator-error.js';

export type StartupCode =
  | 'setting-invalid'
  | 'setting-unknown'
  | 'admin-key-file'
  | 'settings-contradict'
  | 'passphrase-missing'
  | 'passphrase-wrong'
  | 'passphrase-unreadable'
  | 'keys-damaged'
  | 'keys-not-imported'
  | 'keyring-mismatch'
  | 'data-folder-unwritable'
  | 'data-folder-in-use'
  | 'database-unreachable'
  | 'database-too-old'
  | 'database-newer-than-code'
  | 'database-encoding'
  | 'replica-unusable'
  | 'storage-refused'
  | 'database-rights-missing'
  | 'migration-changed'
  | 'migration-failed'
  | 'queue-failed'
  | 'embedded-postgres-unsupported'
  | 'embedded-postgres-failed'
  | 'base-url-changed'
  | 'signatures-not-verifiable'
  | 'port-in-use'
  | 'address-unavailable';

/** Why the service cannot start. */
export class StartupError extends OperatorError<StartupCode> {
  override readonly name = 'StartupError';
}
