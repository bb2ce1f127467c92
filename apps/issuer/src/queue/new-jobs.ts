import type { JobName } from '../issuing/jobs.js';

/** Hears that a job was added, once that is committed. */
export type JobAdded = (name: JobName) => void;

/** What this process adds to the queue, told to its own workers, so that these do not wait until they look again. */
export interface NewJobs {
  readonly added: JobAdded;
  /** How many times a job of a name was added so far. */
  count(name: JobName): number;
  /** Resolves as soon as more than `known` were added; or when `signal` is aborted. */
  more(name: JobName, known: number, signal: AbortSignal): Promise<void>;
}

export function newJobs(): NewJobs {
  const counts = new Map<JobName, number>();
  const waiting = new Map<JobName, Set<() => void>>();
  const count = (name: JobName): number => counts.get(name) ?? 0;
  return {
    count,
    added(name) {
      counts.set(name, count(name) + 1);
      for (const wake of waiting.get(name) ?? []) wake();
    },
    more(name, known, signal) {
      if (count(name) > known || signal.aborted) return Promise.resolve();
      const sleepers = waiting.get(name) ?? new Set();
      waiting.set(name, sleepers);
      return new Promise((resolve) => {
        const wake = (): void => {
          sleepers.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        sleepers.add(wake);
        signal.addEventListener('abort', wake);
      });
    },
  };
}
