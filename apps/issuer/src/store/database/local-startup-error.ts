import type { LocalPostgresCode, LocalPostgresError } from '@proofmark/local-postgres';
import { type StartupCode, StartupError } from '../../config/startup-error.js';

const OTHER_SERVER = 'set DATABASE_URL to a PostgreSQL server (15 or later)';

/** The service's own code and, where a setting of the service is the remedy, that remedy. */
const STARTUP: Readonly<Record<LocalPostgresCode, { readonly code: StartupCode; readonly remedy?: string }>> = {
  unsupported: { code: 'embedded-postgres-unsupported', remedy: OTHER_SERVER },
  'unknown-user': { code: 'embedded-postgres-unsupported', remedy: 'run as another user, or set DATABASE_URL' },
  'folder-in-use': { code: 'data-folder-in-use', remedy: 'stop it, or set DATA_DIR to another folder' },
  'server-still-running': { code: 'data-folder-in-use' },
  'initialisation-failed': { code: 'embedded-postgres-failed' },
  'password-missing': { code: 'embedded-postgres-failed' },
  'other-version': {
    code: 'embedded-postgres-failed',
    remedy: 'start the earlier release, or move the data to a server and set DATABASE_URL',
  },
  'disk-full': { code: 'embedded-postgres-failed' },
  'start-failed': { code: 'embedded-postgres-failed' },
};

/** Translates why the local PostgreSQL did not start into the sentence that the operator reads. */
export function localStartupError(error: LocalPostgresError): StartupError {
  const { code, remedy } = STARTUP[error.code];
  return new StartupError(code, remedy === undefined ? error.message : `${error.problem}; ${remedy}.`, { cause: error });
}
