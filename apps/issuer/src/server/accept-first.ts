import type { EventEmitter } from 'node:events';
import { setImmediate as endOfRound } from 'node:timers/promises';

/**
 * Resolves when no new connection waits to be accepted. The event loop accepts one in each round, so whatever else is done in a round is
 * waited for by everybody who has just connected: who brings work waits until they are in. All who wait share one look.
 */
export type AcceptFirst = () => Promise<void>;

/**
 * @param server an HTTP server
 * @param patience milliseconds after which connections that still come no longer hold up the work
 */
export function acceptFirst(server: EventEmitter, patience = 100): AcceptFirst {
  let accepted = false;
  server.on('connection', () => {
    accepted = true;
  });
  const look = async (): Promise<void> => {
    const end = performance.now() + patience;
    await endOfRound();
    do {
      accepted = false;
      await endOfRound();
    } while (accepted && performance.now() < end);
  };
  let looking: Promise<void> | null = null;
  return () => {
    looking ??= look().finally(() => {
      looking = null;
    });
    return looking;
  };
}
