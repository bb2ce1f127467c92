/** Processes that were away for longer begin anew, see `followChanges`; a transaction lasts a minute at most. */
const KEPT = 2 * 3_600_000;
const BATCH = 5000;

/** Deletes the rows of changes that every process has read by now, in batches. As a job it may run twice. */
export async function pruneChanges(
  { prune }: { prune(olderThan: number, limit: number): Promise<number> },
  signal?: AbortSignal,
): Promise<void> {
  while (!signal?.aborted) if ((await prune(KEPT, BATCH)) < BATCH) return;
}
