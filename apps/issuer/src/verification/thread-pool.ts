import type { RunOrder, ThreadMessage } from './task.js';
import { type Ending, startThread, type Thread, type ThreadOptions } from './thread.js';

export interface PoolOptions extends Omit<ThreadOptions, 'niceness'> {
  readonly threads: number;
  /** Milliseconds of processor time after which a job counts as slow, and after which it is ended. */
  readonly slowAfter: number;
  readonly limit: number;
  /** Told of threads that ended by an error of ours. */
  readonly onError: (error: Error) => void;
}

/** One run of one verification. */
export interface Job {
  readonly order: RunOrder;
  /** What its client used lately, and what the job may cost, in milliseconds: the lowest is next. */
  readonly rank: () => number;
  /** What is known of it by its size, by its client, and by earlier runs. */
  readonly pace: Pace;
  /** Processor time of earlier runs of the same verification, in milliseconds. */
  readonly usedBefore: number;
  /** When it has to have ended, by `performance.now()`. */
  readonly deadline: number;
  readonly signal?: AbortSignal | undefined;
}

/** Whether a job is slow, may be, or is as quick as honest ones as far as anybody can tell. */
export type Pace = 'quick' | 'unsure' | 'slow';

/** What became of a run. `used` is its processor time in milliseconds; `cost` is that with threads that had to be ended for it. */
export type RunOutcome = Spent &
  (
    | { readonly kind: 'said'; readonly message: Exclude<ThreadMessage, { kind: 'ready' }> }
    | { readonly kind: 'limit'; readonly limit: Limit }
    | { readonly kind: 'left' }
  );
interface Spent {
  readonly used: number;
  readonly cost: number;
}

export type Limit = 'processor-time' | 'memory' | 'time';

/** An outcome without what it cost. */
type Ended = RunOutcome extends infer Each ? (Each extends Spent ? Omit<Each, keyof Spent> : never) : never;

export interface ThreadPool {
  run(job: Job): Promise<RunOutcome>;
  /** Rejects when the first thread cannot be started. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** How often threads are looked at, and how long a thread is let go on for a client that has left, in milliseconds. */
const LOOK = 20;
const GRACE = 50;
/** What it costs to start a thread, in milliseconds of processor time. */
const START = 400;
const RETRY = 1000;
/** Of the thread that takes quick jobs alone, and of the others: where the processor has work for all, a quick job does not share its time with slow ones. */
const NICENESS = { quick: 5, any: 15 };
/** Threads that are started and wait to take the place of one that had to be ended. */
const SPARE = 1;

interface Waiting {
  readonly job: Job;
  pace: Pace;
  /** What it cost in threads that it had to give up for others. */
  lost: number;
  readonly resolve: (outcome: RunOutcome) => void;
}

interface Place {
  readonly takes: 'quick' | 'any';
  thread: Thread;
  ready: boolean;
  running: (Waiting & { readonly from: number }) | null;
}

/**
 * Runs jobs on threads. One thread in three at most is left to slow jobs, and all but one to those that may be slow. A job that turns out to be slow keeps its thread while there is room
 * for it; where others wait for the thread, it is taken away, and the job begins again when its turn as a slow one comes. So a quick job
 * waits for no more than `slowAfter`.
 */
export function threadPool({ threads, slowAfter, limit, onError, ...options }: PoolOptions): ThreadPool {
  const most: Readonly<Record<Pace, number>> = {
    slow: Math.max(1, Math.floor(threads / 3)),
    unsure: Math.max(1, threads - 1),
    quick: threads,
  };
  const places: Place[] = [];
  const line = new Set<Waiting>();
  let closed = false;
  let started: () => void = () => undefined;
  let refused: (error: Error) => void = () => undefined;
  const ready = new Promise<void>((resolve, reject) => {
    [started, refused] = [resolve, reject];
  });
  ready.catch(() => undefined);

  /** Whether one more of this pace may run: those that are slower count too. */
  const room = (pace: Pace): boolean =>
    places.filter(({ running }) => running !== null && most[running.pace] <= most[pace]).length < most[pace];
  const start = (place: Place): void => {
    place.ready = false;
    const own = startThread(
      { ...options, niceness: NICENESS[place.takes] },
      (message) => place.thread === own && heard(place, message),
      (ending) => place.thread === own && ended(place, ending),
    );
    place.thread = own;
  };
  const heard = (place: Place, message: ThreadMessage): void => {
    if (message.kind === 'ready') {
      place.ready = true;
      started();
    } else finish(place, { kind: 'said', message }, 0);
    next();
  };
  const ended = (place: Place, ending: Ending): void => {
    if (closed) return;
    if (ending.kind === 'error') {
      onError(ending.error);
      finish(place, { kind: 'said', message: { kind: 'failed', error: ending.error, exhausted: false } }, START);
    } else finish(place, { kind: 'limit', limit: 'memory' }, START);
    if (place.ready) start(place);
    else {
      if (ending.kind === 'error') refused(ending.error);
      setTimeout(() => closed || start(place), RETRY).unref();
    }
  };
  const usedBy = (place: Place): number => (place.running === null ? 0 : Math.max(0, place.thread.used() - place.running.from));
  const finish = (place: Place, outcome: Ended, extra: number): void => {
    const [{ running }, used] = [place, usedBy(place)];
    place.running = null;
    running?.resolve({ ...outcome, used, cost: running.lost + extra + used });
  };
  /** Ends a thread in the middle of its job, and starts another in its place. Without an outcome, the job begins again later. */
  const replace = (place: Place, outcome: Ended | null): void => {
    const { running, thread } = place;
    if (outcome !== null) finish(place, outcome, START);
    else if (running !== null) {
      const lost = running.lost + START + usedBy(place);
      place.running = null;
      line.add({ job: running.job, resolve: running.resolve, pace: 'slow', lost });
    }
    start(place);
    void thread.end();
    next();
  };
  const leaveLine = (waiting: Waiting, outcome: Ended): void => {
    line.delete(waiting);
    waiting.resolve({ ...outcome, used: 0, cost: waiting.lost });
  };
  const next = (): void => {
    for (const place of places) {
      if (!room('quick')) break;
      if (!place.ready || place.running !== null) continue;
      const open = { quick: room('quick'), unsure: room('unsure'), slow: room('slow') };
      let best: Waiting | null = null;
      const fits = ({ pace }: Waiting): boolean => open[pace] && (pace === 'quick' || place.takes === 'any');
      for (const waiting of line) if (fits(waiting) && (best === null || waiting.job.rank() < best.job.rank())) best = waiting;
      if (best === null) continue;
      line.delete(best);
      place.running = Object.assign(best, { from: place.thread.used() });
      place.thread.order(best.job.order);
    }
    looking();
  };
  const look = (): void => {
    const now = performance.now();
    for (const waiting of [...line]) {
      if (waiting.job.signal?.aborted) leaveLine(waiting, { kind: 'left' });
      else if (now > waiting.job.deadline) leaveLine(waiting, { kind: 'limit', limit: 'time' });
    }
    for (const place of places) {
      const { running } = place;
      if (running === null) continue;
      const used = usedBy(place);
      const total = running.job.usedBefore + used;
      if (total > limit) replace(place, { kind: 'limit', limit: 'processor-time' });
      else if (now > running.job.deadline) replace(place, { kind: 'limit', limit: 'time' });
      else if (running.job.signal?.aborted && used > GRACE) replace(place, { kind: 'left' });
      else if (running.pace !== 'slow' && total > slowAfter) {
        if (room('slow')) running.pace = 'slow';
        else if ([...line].some(({ pace }) => pace !== 'slow')) replace(place, null);
      }
    }
    next();
  };
  let timer: NodeJS.Timeout | null = null;
  const looking = (): void => {
    const needed = !closed && (line.size > 0 || places.some(({ running }) => running !== null));
    if (needed) timer ??= setInterval(look, LOOK).unref();
    else if (timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };

  for (let count = 0; count < threads + SPARE; count += 1) {
    // With one thread alone, that one does everything.
    const place = { takes: count === 0 && threads > 1 ? 'quick' : 'any', ready: false, running: null } as unknown as Place;
    places.push(place);
    start(place);
  }
  return {
    ready,
    run(job) {
      if (closed) return Promise.resolve({ kind: 'left', used: 0, cost: 0 });
      return new Promise((resolve) => {
        line.add({ job, pace: job.pace, lost: 0, resolve });
        next();
        looking();
      });
    },
    async close() {
      closed = true;
      for (const waiting of [...line]) leaveLine(waiting, { kind: 'left' });
      for (const place of places) finish(place, { kind: 'left' }, 0);
      looking();
      await Promise.all(places.map(({ thread }) => thread.end()));
    },
  };
}
