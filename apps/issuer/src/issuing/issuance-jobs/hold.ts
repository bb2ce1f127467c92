import { randomUUID } from 'node:crypto';
import type { Lease } from '../../store/index.js';
import type { Clock } from '../ports.js';

/** A process that is not heard of for so long has died. */
const LEASE = 20_000;
const KEEP_EVERY = 5000;

/** That this process works on something alone. */
export interface Hold {
  readonly holder: string;
  lease(): Lease;
  /** False once another process has it, or the process is about to stop. */
  held(): boolean;
  /** Keeps it as long as `work` takes, by `keep`, which answers whether it is still ours. */
  during<T>(keep: (lease: Lease) => Promise<boolean>, work: () => Promise<T>): Promise<T>;
}

export function newHold(clock: Clock, signal: AbortSignal): Hold {
  const holder = randomUUID();
  let lost = false;
  const lease = (): Lease => ({ holder, until: new Date(clock.now().getTime() + LEASE), now: clock.now() });
  return {
    holder,
    lease,
    held: () => !lost && !signal.aborted,
    async during(keep, work) {
      const timer = setInterval(() => {
        // A database that is away for a moment may be back for the next one.
        keep(lease()).then(
          (ours) => {
            lost ||= !ours;
          },
          () => undefined,
        );
      }, KEEP_EVERY);
      timer.unref();
      try {
        return await work();
      } finally {
        clearInterval(timer);
      }
    },
  };
}
