import { setTimeout as wait } from 'node:timers/promises';

/** Has work that asks one host done one after the other. */
export type Turn = <T>(host: string, work: () => Promise<T>) => Promise<T>;

/**
 * Turns for each host, so that a hundred badges with work on one host do not fall upon it together.
 *
 * @param gap milliseconds that a host is left in peace between two turns
 */
export function perHostQueue(gap: number): Turn {
  const last = new Map<string, Promise<void>>();
  return async (host, work) => {
    const before = last.get(host) ?? Promise.resolve();
    const mine = before.then(work);
    const rest = mine.then(
      () => wait(gap, undefined, { ref: false }),
      () => wait(gap, undefined, { ref: false }),
    );
    last.set(host, rest);
    void rest.then(() => {
      if (last.get(host) === rest) last.delete(host);
    });
    return mine;
  };
}
