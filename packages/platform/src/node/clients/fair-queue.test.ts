import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairQueue } from './fair-queue.js';

async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

/** Tasks that end when they are told to, and the order in which they began. */
function stage(): { readonly begun: string[]; task(name: string): () => Promise<string>; end(name: string): Promise<void> } {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    task: (name) => () => {
      begun.push(name);
      return new Promise((resolve) => ends.set(name, () => resolve(name)));
    },
    async end(name) {
      await settle();
      ends.get(name)?.();
      await settle();
    },
  };
}

describe('a fair queue', () => {
  it('lets clients take turns, however many tasks one of them has', async () => {
    const queue = fairQueue({ atOnce: 1, perClient: 1, waiting: 10, waitingPerClient: 10 });
    const { begun, task, end } = stage();
    for (const name of ['a1', 'a2', 'a3', 'b1', 'c1', 'b2']) void queue.run(name.slice(0, 1), task(name));
    for (const name of ['a1', 'b1', 'c1', 'a2', 'b2', 'a3']) await end(name);
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('leaves room for others while one client has all that it may have', async () => {
    const queue = fairQueue({ atOnce: 3, perClient: 2, waiting: 10, waitingPerClient: 10 });
    const { begun, task } = stage();
    for (const name of ['a1', 'a2', 'a3', 'b1']) void queue.run(name.slice(0, 1), task(name));
    await settle();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
  });

  it('turns away what has no room, of one client and of all', async () => {
    const queue = fairQueue({ atOnce: 1, perClient: 1, waiting: 3, waitingPerClient: 2 });
    const { task, end } = stage();
    const asked = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1'].map((name) => queue.run(name.slice(0, 1), task(name)));
    expect(await Promise.all([asked[3], asked[5]])).toEqual([null, null]);
    for (const name of ['a1', 'b1', 'a2', 'a3']) await end(name);
    expect(await Promise.all(asked)).toEqual(['a1', 'a2', 'a3', null, 'b1', null]);
  });

  it('forgets those who leave while they wait', async () => {
    const queue = fairQueue({ atOnce: 1, perClient: 1, waiting: 2, waitingPerClient: 1 });
    const { begun, task, end } = stage();
    const first = queue.run('a', task('a'));
    const gone = new AbortController();
    const left = queue.run('b', task('b'), gone.signal);
    gone.abort();
    expect(await left).toBeNull();
    expect(await queue.run('b', task('b'), gone.signal)).toBeNull();
    const last = queue.run('b', task('b again'));
    await end('a');
    await end('b again');
    expect([await first, await last, begun]).toEqual(['a', 'b again', ['a', 'b again']]);
  });

  it('has room again after a task that fails', async () => {
    const queue = fairQueue({ atOnce: 1, perClient: 1, waiting: 0, waitingPerClient: 0 });
    await expect(queue.run('a', () => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await queue.run('a', async () => 1)).toBe(1);
  });

  it('never runs more than allowed, and runs all that it takes', async () => {
    const tasks = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(4), fc.nat(3)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(tasks, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), async (all, atOnce, perClient) => {
        const queue = fairQueue({ atOnce, perClient, waiting: 5, waitingPerClient: 3 });
        const running = new Map<string, number>();
        let most = 0;
        const asked: Promise<number | null>[] = [];
        for (const [client, turns, pause] of all) {
          for (let turn = 0; turn < pause; turn++) await Promise.resolve();
          const task = async (): Promise<number> => {
            running.set(client, (running.get(client) ?? 0) + 1);
            expect(running.get(client)).toBeLessThanOrEqual(perClient);
            most = Math.max(
              most,
              [...running.values()].reduce((sum, one) => sum + one, 0),
            );
            for (let turn = 0; turn < turns; turn++) await Promise.resolve();
            running.set(client, (running.get(client) ?? 0) - 1);
            return turns;
          };
          asked.push(queue.run(client, task));
        }
        const answers = await Promise.all(asked);
        expect(most).toBeLessThanOrEqual(atOnce);
        expect(answers.every((answer, at) => answer === null || answer === all[at]?.[1])).toBe(true);
      }),
    );
  });
});
