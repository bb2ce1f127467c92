import { setTimeout as after } from 'node:timers/promises';
import { fairQueue } from '@proofmark/platform/node';

/** Bodies that are read at the same time. Large ones that arrive together would keep the event loop busy with reading. */
const AT_ONCE = 2;
/** Bytes of a body that waits for no turn: the system has handed it over with the header. */
const SMALL = 32_768;
/** Milliseconds after which a body that comes slowly no longer holds up others; it is read on. */
const PATIENCE = 200;

/** Reads bodies of requests, of each client one after another, and clients in turns; `announced` bytes, NaN when the length is not known. Null when too many wait, or the client has left. */
export type ReadInTurns = <T>(client: string, announced: number, read: () => Promise<T>, signal: AbortSignal) => Promise<T | null>;

export function readInTurns(): ReadInTurns {
  const queue = fairQueue({ atOnce: AT_ONCE, perClient: 1, waiting: 512, waitingPerClient: 64 });
  return async (client, announced, read, signal) => {
    if (announced <= SMALL) return read();
    const begun = await queue.run(
      client,
      async () => {
        const reading = read();
        await Promise.race([reading, after(PATIENCE, undefined, { ref: false })]).catch(() => undefined);
        return { reading };
      },
      signal,
    );
    return begun === null ? null : begun.reading;
  };
}
