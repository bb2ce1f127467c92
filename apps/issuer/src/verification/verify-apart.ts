import { type AbortableDocuments, fairQueue, tokenBuckets } from '@proofmark/platform/node';
import type { Fetched } from '@proofmark/verifying';
import { bytesOf, fetchDocuments } from './fetch-documents.js';
import { type ResultOf, sizeOf, type Task, type TaskKind } from './task.js';
import { type ThreadPool, threadPool } from './thread-pool.js';
import type { Asking, Outcome, Verifier } from './verifier.js';

export interface ApartOptions {
  readonly documents: AbortableDocuments;
  readonly threads: number;
  /** Megabytes of one thread. */
  readonly memory: number;
  /** Processor time of each client, in milliseconds: so much at once, and then so much a second. */
  readonly budget: { readonly capacity: number; readonly perSecond: number };
  /** Milliseconds: processor time of one verification, and time by the clock for all of it. */
  readonly limits?: { readonly processorTime: number; readonly time: number };
  readonly onError: (error: Error) => void;
  /** The program of the threads; only tests name another one. */
  readonly file?: URL;
}

/** The program of the threads. There is none where the sources run without a build. */
export const THREAD: URL = new URL('./thread-entry.js', import.meta.url);

const LIMITS = { processorTime: 2000, time: 10_000 };
/** Verifications under way: of all clients and of one, most of which wait for the network. */
const QUEUE = { atOnce: 64, perClient: 3, waiting: 256, waitingPerClient: 16 };
/**
 * Milliseconds of processor time from which on a verification counts as slow, or as one that may be: of itself, of what it may cost by its size,
 * and of all that its client used lately. Honest ones take some five, and a client that brings ten in a second gets that much back.
 */
const SLOW = { itself: 150, size: 32, client: 1000 };
const UNSURE = { itself: 30, size: 8, client: 150 };
/** Bytes that cost a millisecond, as a rule: for the order of what was not tried yet. Honest badges and lists have some thousands. */
const BYTES = 1000;
/**
 * Milliseconds that anything may cost of which only the beginning is known, since it is small and names what is large. Less says nothing, and
 * what came first is first.
 */
const UNKNOWN = 10;
/** Honest documents need four. */
const MOST_RUNS = 12;
/** Of the time for all, what is left for the last run, when no more documents are waited for. */
const LAST_RUN = 1500;

/**
 * Does tasks on threads of their own, so that no document can hold up the event loop. A run in a thread never waits: it names the documents that it
 * lacks, they are fetched here through the safe fetch, all together, and the task is run again with them. So a slow host takes no
 * thread, and ending a thread harms nobody else. Clients take turns, and each pays for the processor time that it uses.
 */
export function verifyApart(options: ApartOptions): Verifier & Pick<ThreadPool, 'ready'> {
  const { documents: source, threads, memory, budget, limits = LIMITS, onError, file = THREAD } = options;
  const pool = threadPool({ file, threads, memory, slowAfter: SLOW.itself, limit: limits.processorTime, onError });
  const buckets = tokenBuckets(budget);
  const queue = fairQueue(QUEUE);

  const exhausted = (client: string): Outcome<never> | null => {
    const left = buckets.left(client);
    return left > 0 ? null : { kind: 'busy', seconds: Math.ceil(-left / budget.perSecond) + 1 };
  };

  const verifyOne = async (task: Task, { client, signal }: Asking): Promise<Outcome<unknown>> => {
    // While it waited, its client may have used up what it had.
    const refusal = exhausted(client);
    if (refusal !== null) return refusal;
    const deadline = performance.now() + limits.time;
    const late = AbortSignal.timeout(Math.max(1, limits.time - LAST_RUN));
    const ended = signal === undefined ? late : AbortSignal.any([late, signal]);
    const documents = new Map<string, Fetched>();
    let used = 0;
    for (let run = 1; ; run += 1) {
      const estimate = (sizeOf(task) + bytesOf(documents)) / BYTES;
      const spent = (): number => budget.capacity - buckets.left(client);
      // With its documents there it is known better.
      const cost = run === 1 ? Math.max(estimate, UNKNOWN) : estimate;
      const over = (bound: typeof SLOW): boolean => used > bound.itself || estimate > bound.size || spent() > bound.client;
      const pace = over(SLOW) ? 'slow' : over(UNSURE) ? 'unsure' : 'quick';
      const order = { task, documents, last: late.aborted || run > MOST_RUNS };
      const outcome = await pool.run({ order, rank: () => spent() + cost, pace, usedBefore: used, deadline, signal });
      used += outcome.used;
      buckets.charge(client, outcome.cost);
      if (outcome.kind === 'limit') return { kind: 'limit', limit: outcome.limit };
      if (outcome.kind === 'left') return { kind: 'left' };
      const { message } = outcome;
      if (message.kind === 'done') return { kind: 'done', result: message.result };
      if (message.kind === 'failed') {
        if (message.exhausted) return { kind: 'limit', limit: 'memory' };
        throw message.error;
      }
      await fetchDocuments(message.requests, documents, source, ended);
      if (signal?.aborted) return { kind: 'left' };
    }
  };

  return {
    ready: pool.ready,
    async run<K extends TaskKind>(task: Task<K>, asking: Asking) {
      const outcome = exhausted(asking.client) ?? (await queue.run(asking.client, () => verifyOne(task, asking), asking.signal));
      if (outcome === null) return asking.signal?.aborted ? { kind: 'left' } : { kind: 'busy', seconds: 2 };
      return outcome as Outcome<ResultOf<K>>;
    },
    close: () => pool.close(),
  };
}
