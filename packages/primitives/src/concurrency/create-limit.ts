import pLimit from 'p-limit';

/** Runs so many tasks at once; the others wait in line, first come, first served. */
export interface Limit {
  /** The task's own outcome. Rejects with an AbortError for a task that `clear` took out of the line. A task must not wait for another of the same limit. */
  run<T>(task: () => Promise<T>): Promise<T>;
  /** Takes all that wait out of the line. What has begun goes on. */
  clear(): void;
}

/** A limit of `atOnce` tasks, over p-limit. */
export function createLimit(atOnce: number): Limit {
  const limit = pLimit({ concurrency: atOnce, rejectOnClear: true });
  return { run: (task) => limit(task), clear: () => limit.clearQueue() };
}

/** Runs a few tasks at once, lets a few more wait, and turns the rest away. */
export interface BoundedLimit {
  /** The task's own outcome, or null when there is no room for it. */
  run<T>(task: () => Promise<T>): Promise<T | null>;
}

/**
 * A limit for work that anyone may ask for: it bounds what strangers can make this process do, and ask of others, at any moment.
 *
 * @param atOnce tasks that run at the same time, one or more
 * @param waiting tasks that may wait for them; none when 0
 */
export function createBoundedLimit(atOnce: number, waiting: number): BoundedLimit {
  const limit = pLimit(atOnce);
  return { run: async (task) => (limit.activeCount + limit.pendingCount < atOnce + waiting ? limit(task) : null) };
}
