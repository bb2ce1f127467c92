import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { RunOrder, ThreadMessage } from './task.js';

export interface ThreadOptions {
  readonly file: URL;
  /** Megabytes that its values may take. */
  readonly memory: number;
  /** How far it stands behind the service when there is not enough processor time for both: steps of `nice`, where threads have that. */
  readonly niceness: number;
}

/** How a thread ended: because it had no memory left, because it was ended, or by an error of ours. */
export type Ending = { readonly kind: 'memory' | 'ended' } | { readonly kind: 'error'; readonly error: Error };

/** A worker thread that takes one order at a time. */
export interface Thread {
  order(order: RunOrder): void;
  /** Milliseconds of processor time that it used so far; also while it does not answer. */
  used(): number;
  end(): Promise<void>;
}

/** Starts a thread. `onMessage` is called for each of its messages, and `onEnd` once. */
export function startThread(
  { file, memory, niceness }: ThreadOptions,
  onMessage: (message: ThreadMessage) => void,
  onEnd: (ending: Ending) => void,
): Thread {
  const worker = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32 },
    env: {},
    execArgv: [],
    workerData: niceness,
  });
  let id: number | null = null;
  let ending: Ending = { kind: 'ended' };
  worker.on('message', (message: ThreadMessage) => {
    if (message.kind === 'ready') id = message.id;
    onMessage(message);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    ending = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'memory' } : { kind: 'error', error };
  });
  worker.on('exit', () => onEnd(ending));
  return {
    order: (order) => worker.postMessage(order),
    used: () => processorTime(id) ?? worker.performance.eventLoopUtilization().active,
    end: async () => void (await worker.terminate()),
  };
}

/** Of a thread, as Linux counts it, in milliseconds; null where that cannot be read. */
function processorTime(id: number | null): number | null {
  if (id === null) return null;
  try {
    const [nanoseconds = ''] = readFileSync(`/proc/self/task/${id}/schedstat`, 'latin1').split(' ');
    const time = Number(nanoseconds) / 1e6;
    return time > 0 ? time : null;
  } catch {
    return null;
  }
}
