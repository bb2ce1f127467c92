import { OperatorError } from './config/operator-error.js';
import { describeError } from './server/logger.js';

/**
 * Ends a command of the operator that failed, with exit code 1: one sentence for the operator; anything else is a mistake of ours, and its place in the
 * code is part of the sentence.
 */
export function failCommand(error: unknown): void {
  console.error(error instanceof OperatorError ? error.message : `It failed: ${JSON.stringify(describeError(error))}`);
  process.exitCode = 1;
}
