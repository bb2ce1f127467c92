import { StartupError } from '../../config/startup-error.js';
import type { Migration } from './migrations.js';

/** A file that was applied. */
export interface Applied {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
  /** As in `Migration`; null when a release applied it that did not know of it. */
  readonly works_with: number | null;
}

/**
 * Refuses, with a StartupError, a database that was made by other files, or that later files changed in such a way that this code cannot use it.
 * A database that is newer, but says that code of this age can go on, is fine: so an update needs no outage, and can be taken back.
 */
export function checkApplied(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, { version, name, checksum, works_with }] of applied.entries()) {
    const known = migrations[index];
    if (known === undefined) {
      if (works_with !== null && works_with <= migrations.length) continue;
      throw new StartupError(
        'database-newer-than-code',
        `The database is at version ${applied.length} (${name}), which is too new for this service (version ${migrations.length}); start the newer release.`,
      );
    }
    if (known.version !== version || known.checksum !== checksum) {
      throw new StartupError(
        'migration-changed',
        `The database was made with another text of ${known.name} than this release has; start the release that made it, or use a fresh database.`,
      );
    }
  }
}
