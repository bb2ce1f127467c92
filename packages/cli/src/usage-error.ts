/** Exit codes of the command line. Programs depend on them. */
export const EXIT = { allGenuine: 0, notGenuine: 1, unfinished: 2, failed: 1, usage: 64 } as const;

/** The command was called wrongly, or an input cannot be had at all: one sentence for the person, exit code 64. */
export class UsageError extends Error {
  override name = 'UsageError';
}
