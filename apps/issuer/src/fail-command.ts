import { BackupError } from './backup/backup-error.js';
import { StartupError } from './config/startup-error.js';
import { describeError } from './server/logger.js';

/**
 * Ends a command of the operator that failed, with exit code 1: one sentence for the operator; anything else is a mistake of ours, and its place in the
 * code is part of the sentence.
 */
export function failCommand(error: unknown): void {
  const known = error instanceof StartupError || error instanceof BackupError;
  console.error(known ? error.message : `It failed: ${JSON.stringify(describeError(error))}`);
  process.exitCode = 1;
}
