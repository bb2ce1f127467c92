import { once, setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import type PgBoss from 'pg-boss';
import type { JobHandlers, JobName, JobPayloads } from '../issuing/jobs.js';
import { bringBackJobs } from './after-set-back.js';
import { type BossDb, createBoss, overPool } from './boss.js';
import { leaveJob } from './leave-job.js';
import { type NewJobs, newJobs } from './new-jobs.js';
import { isKnown, JOB_NAMES } from './queues.js';

export interface WorkerOptions {
  /** How many jobs of a name this process does at a time. */
  readonly concurrency: Readonly<Record<JobName, number>>;
  /** What this process itself adds: these are taken at once. Others are found when their workers look again. */
  readonly news?: NewJobs;
  /** Milliseconds between two looks for new jobs. */
  readonly poll?: number;
  /** Milliseconds between two searches for jobs whose process died and for old ones to delete. */
  readonly upkeep?: number;
  /** Milliseconds between two orders of the regular jobs. */
  readonly tick?: number;
  /** The same for those that are to be done within seconds. */
  readonly shortTick?: number;
  /** Hears of a job that failed, and of a database that did not answer; the work goes on. */
  readonly onError: (error: unknown, job: JobName | null) => void;
  /** Hears that jobs of a name wait for a worker of another release, the first time. */
  readonly onLeft?: (job: JobName) => void;
}

export interface Workers {
  /** Takes no more jobs, tells those that run to end, and waits for them. */
  stop(): Promise<void>;
}

/** Ordered at every tick; the queue keeps one of each. */
const REGULAR: readonly JobName[] = [
  'find-due-work',
  'prune-idempotency',
  'prune-public-changes',
  'seal-audit-log',
  'prune-deliveries',
  'tend-records',
  'fill-in-recipients',
  'apply-retention',
  'tell-assessors',
  'prune-people',
];

/** Ordered more often. */
const OFTEN: readonly JobName[] = ['record-issued', 'find-issuance-work', 'finish-bulk-acts', 'serve-mails'];

/** People wait for these: they are looked for this often, in milliseconds. */
const SOON: Readonly<Partial<Record<JobName, number>>> = { 'read-upload': 250, 'issue-rows': 250, 'send-mail': 250 };

/** Does jobs in this process until it is stopped. Any number of processes may do so on one database; each job is given to one of them. */
export function startWorkers(pool: pg.Pool, handlers: JobHandlers, options: WorkerOptions): Workers {
  const db = overPool(pool);
  const boss = createBoss(db);
  // An event `error` without a listener would end the process.
  boss.on('error', (error) => options.onError(error, null));
  const stopping = new AbortController();
  const { signal } = stopping;
  // Every job and every pause listens, and none longer than it lasts.
  setMaxListeners(0, signal);
  const loops = [
    ...JOB_NAMES.map((name) => lane({ boss, db }, name, handlers, options, signal)),
    repeat(() => bringBackJobs(db).then(() => boss.maintain()), options.upkeep ?? 15_000, options, signal),
    repeat(() => boss.insert(REGULAR.map((name) => ({ name, data: {} }))), options.tick ?? 60_000, options, signal),
    repeat(() => boss.insert(OFTEN.map((name) => ({ name, data: {} }))), options.shortTick ?? 5000, options, signal),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

const PATIENCE = 5;

interface Queue {
  readonly boss: PgBoss;
  readonly db: BossDb;
}

/** Takes jobs of one name as long as there is room, and ends when the last one has ended. */
async function lane<Name extends JobName>(
  { boss, db }: Queue,
  name: Name,
  handlers: JobHandlers,
  { concurrency, news = newJobs(), poll: usual = 2000, onError, onLeft }: WorkerOptions,
  signal: AbortSignal,
): Promise<void> {
  const poll = Math.min(usual, SOON[name] ?? usual);
  const running = new Set<Promise<void>>();
  let left = false;
  const work = async ({ id, data }: PgBoss.Job<unknown>): Promise<void> => {
    if (isKnown(name, data)) return run(boss, name, { id, data }, handlers, signal);
    await leaveJob(db, name, id);
    if (!left) onLeft?.(name);
    left = true;
  };
  while (!signal.aborted) {
    const room = concurrency[name] - running.size;
    const known = news.count(name);
    const jobs = await boss.fetch<unknown>(name, { batchSize: room }).catch((error: unknown) => {
      onError(error, name);
      return null;
    });
    if (jobs === null) {
      // A database that is away is asked, and complained of, less often.
      await pause(poll * PATIENCE, signal);
      continue;
    }
    for (const job of jobs) {
      const ended = work(job).catch((error: unknown) => onError(error, name));
      running.add(ended);
      void ended.then(() => running.delete(ended));
    }
    if (running.size >= concurrency[name]) await Promise.race(running);
    // What has ended may have ordered the next one.
    else if (jobs.length < room) await untilMore(poll, news, { name, known }, [...running], signal);
  }
  await Promise.all(running);
}

/** Does one job and says so. Where that cannot be said any more, the job expires and is done again. */
async function run<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  { id, data }: { readonly id: string; readonly data: JobPayloads[Name] },
  handlers: JobHandlers,
  signal: AbortSignal,
): Promise<void> {
  const ended = new AbortController();
  try {
    await Promise.race([handlers[name](data, signal), endOf(signal, ended.signal)]);
  } catch (error) {
    // What a message says may be personal; the name of the error is not.
    await boss.fail(name, id, { error: error instanceof Error ? error.name : typeof error });
    if (!signal.aborted) throw error;
    return;
  } finally {
    ended.abort();
  }
  await boss.complete(name, id);
}

/** A job that ignores the abort signal is abandoned, and run again by another process. */
const GRACE = 1000;

/** Rejects soon after `signal`; no longer listens once the job has `ended`. */
async function endOf(signal: AbortSignal, ended: AbortSignal): Promise<never> {
  // A job may come from the queue just when the process begins to stop.
  if (!signal.aborted) await once(signal, 'abort', { signal: ended });
  await wait(GRACE);
  throw new Error('the process stops');
}

async function repeat(work: () => Promise<unknown>, every: number, { onError }: WorkerOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work().catch((error: unknown) => onError(error, null));
    await pause(every, signal);
  }
}

/** Until a job is added here, or one that runs ends, or it is time to look again. */
async function untilMore(
  poll: number,
  news: NewJobs,
  { name, known }: { readonly name: JobName; readonly known: number },
  running: readonly Promise<void>[],
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  const enough = new AbortController();
  const end = (): void => enough.abort();
  signal.addEventListener('abort', end);
  await Promise.race([pause(poll, enough.signal), news.more(name, known, enough.signal), ...running]);
  signal.removeEventListener('abort', end);
  end();
}

/** Ends early when the process is about to stop. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
