import { afterEach, describe, expect, it } from 'vitest';
import type { RunOrder } from './task.js';
import { type Job, type RunOutcome, type ThreadPool, threadPool } from './thread-pool.js';

// T6: work for strangers has limits, whatever it does.

/** A thread that computes for so many milliseconds, fills its memory, or fails: whatever it is told. */
const PROGRAM = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ task }) => {
  const end = performance.now() + (task.spin ?? 0);
  while (performance.now() < end);
  const kept = [];
  while (task.fill) kept.push(Array.from({ length: 1000 }, () => ({})));
  if (task.crash) throw new Error('a mistake of ours');
  parentPort.postMessage({ kind: 'done', result: task.name });
});
parentPort.postMessage({ kind: 'ready', id: null });
`;
const FILE = new URL(
  `data:text/javascript,${encodeURIComponent(`import { createRequire } from 'node:module'; const require = createRequire('/');${PROGRAM}`)}`,
);

const pools: ThreadPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

const errors: Error[] = [];
function open({ threads = 1, slowAfter = 10_000, limit = 60_000 } = {}): (task: object, job?: Partial<Job>) => Promise<RunOutcome> {
  const pool = threadPool({ file: FILE, memory: 64, threads, slowAfter, limit, onError: (error) => errors.push(error) });
  pools.push(pool);
  return (task, job) =>
    pool.run({
      order: { task, documents: new Map(), last: false } as unknown as RunOrder,
      rank: () => 0,
      pace: 'quick',
      usedBefore: 0,
      deadline: performance.now() + 60_000,
      ...job,
    });
}

const said = (result: string): object => ({ kind: 'said', message: { kind: 'done', result } });

describe('a pool of threads', () => {
  it('ends a job in the middle of its loop when it takes more processor time than it is given, and goes on', async () => {
    const run = open({ limit: 200 });
    const [ended, next] = await Promise.all([run({ spin: 1e9 }), run({ name: 'next' })]);
    expect(ended).toMatchObject({ kind: 'limit', limit: 'processor-time' });
    expect(ended.used).toBeGreaterThan(200);
    expect(ended.cost).toBeGreaterThan(ended.used);
    expect(next).toMatchObject(said('next'));
  });

  it('ends a job at its deadline, however little processor time it took', async () => {
    const run = open({ limit: 60_000 });
    const [ended, next] = await Promise.all([run({ spin: 1e9 }, { deadline: performance.now() + 300 }), run({ name: 'next' })]);
    expect(ended).toMatchObject({ kind: 'limit', limit: 'time' });
    expect(next).toMatchObject(said('next'));
  });

  it('counts earlier runs of the same verification', async () => {
    const run = open({ limit: 60_000 });
    expect(await run({ spin: 1e9 }, { usedBefore: 59_900 })).toMatchObject({ kind: 'limit', limit: 'processor-time' });
  });

  it('ends a job that fills its memory, and goes on', async () => {
    const run = open();
    const [ended, next] = await Promise.all([run({ fill: true }), run({ name: 'next' })]);
    expect([ended, next]).toMatchObject([{ kind: 'limit', limit: 'memory' }, said('next')]);
  });

  it('ends a job when its time is over, also while it waits', async () => {
    const run = open();
    const deadline = performance.now() + 150;
    const [running, waiting] = await Promise.all([run({ spin: 1e9 }, { deadline }), run({ spin: 1e9 }, { deadline })]);
    expect([running, waiting]).toMatchObject([
      { kind: 'limit', limit: 'time' },
      { kind: 'limit', limit: 'time' },
    ]);
  });

  it('ends a job whose client has left, and takes one that waits out of the line', async () => {
    const run = open();
    const gone = new AbortController();
    const jobs = [run({ spin: 1e9 }, { signal: gone.signal }), run({ spin: 1e9 }, { signal: gone.signal }), run({ name: 'stays' })];
    setTimeout(() => gone.abort(), 100);
    expect(await Promise.all(jobs)).toMatchObject([{ kind: 'left' }, { kind: 'left' }, said('stays')]);
  });

  it('takes the client that used least first', async () => {
    const run = open();
    const order: string[] = [];
    const ranked = (name: string, rank: number): Promise<unknown> => run({ name }, { rank: () => rank }).then(() => order.push(name));
    const first = run({ spin: 50 });
    await Promise.all([first, ranked('much', 900), ranked('little', 5), ranked('some', 100)]);
    expect(order).toEqual(['little', 'some', 'much']);
  });

  it('leaves a thread to quick jobs while there are slow ones, known as such or not', async () => {
    const run = open({ threads: 2, slowAfter: 100 });
    const order: string[] = [];
    const slow = (job: Partial<Job>): Promise<unknown> => run({ spin: 1500, name: 'slow' }, job).then(() => order.push('slow'));
    const slowOnes = [slow({ pace: 'slow' }), slow({ pace: 'slow' }), slow({})];
    await run({ name: 'quick' });
    order.push('quick');
    await Promise.all(slowOnes);
    expect(order).toEqual(['quick', 'slow', 'slow', 'slow']);
  });

  it('leaves a thread to quick jobs while all others have some that may be slow', async () => {
    const run = open({ threads: 3 });
    const order: string[] = [];
    const unsure = (): Promise<unknown> => run({ spin: 500 }, { pace: 'unsure' }).then(() => order.push('unsure'));
    const unsureOnes = [unsure(), unsure(), unsure()];
    await run({});
    order.push('quick');
    await Promise.all(unsureOnes);
    expect(order).toEqual(['quick', 'unsure', 'unsure', 'unsure']);
  });

  it('tells of an error of ours, and goes on', async () => {
    errors.length = 0;
    const run = open();
    const [failed, next] = await Promise.all([run({ crash: true }), run({ name: 'next' })]);
    expect(failed).toMatchObject({ kind: 'said', message: { kind: 'failed', error: { message: 'a mistake of ours' }, exhausted: false } });
    expect(next).toMatchObject(said('next'));
    expect(errors).toHaveLength(1);
  });
});
