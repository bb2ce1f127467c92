import { setTimeout as wait } from 'node:timers/promises';
import { createLimit, type Limit } from '@proofmark/primitives';

/** Has work that asks one host done one after the other. */
export type Turn = <T>(host: string, work: () => Promise<T>) => Promise<T>;

/**
 * Turns for each host, so that a hundred badges with work on one host do not ask it at the same time.
 *
 * @param gap milliseconds that a host is left in peace between two turns
 */
export function perHostQueue(gap: number): Turn {
  const queues = new Map<string, { readonly limit: Limit; users: number }>();
  return (host, work) => {
    const queue = queues.get(host) ?? { limit: createLimit(1), users: 0 };
    queues.set(host, queue);
    queue.users += 1;
    return new Promise((resolve) => {
      void queue.limit.run(async () => {
        const mine = Promise.resolve().then(work);
        resolve(mine);
        await mine.catch(() => undefined);
        await wait(gap, undefined, { ref: false });
        queue.users -= 1;
        if (queue.users === 0) queues.delete(host);
      });
    });
  };
}
