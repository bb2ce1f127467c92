import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBoundedLimit, createLimit } from './create-limit.js';
import { mapLimited } from './map-limited.js';

/** Counts how many of its tasks run at the same time. A task takes so many turns of the event loop. */
function meter(): { readonly task: (turns: number) => Promise<number>; most(): number } {
  let running = 0;
  let most = 0;
  const task = async (turns: number): Promise<number> => {
    running += 1;
    most = Math.max(most, running);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    running -= 1;
    return turns;
  };
  return { task, most: () => most };
}

function gate(): { readonly task: () => Promise<string>; readonly open: () => void } {
  let open = (): void => undefined;
  const done = new Promise<string>((resolve) => {
    open = () => resolve('done');
  });
  return { task: () => done, open: () => open() };
}

describe('a bounded limit', () => {
  it('runs some, lets some wait, and turns the rest away', async () => {
    const limit = createBoundedLimit(1, 1);
    const [first, second] = [gate(), gate()];
    const running = limit.run(first.task);
    let begun = false;
    const waiting = limit.run(() => {
      begun = true;
      return second.task();
    });
    expect(await limit.run(async () => 'never')).toBeNull();
    expect(begun).toBe(false);
    first.open();
    expect(await running).toBe('done');
    second.open();
    expect(await waiting).toBe('done');
    expect(await limit.run(async () => 'again')).toBe('again');
  });

  it('has room again at once after a task that fails', async () => {
    const limit = createBoundedLimit(1, 0);
    await expect(limit.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await limit.run(async () => 1)).toBe(1);
  });

  it('never runs more than allowed, whenever further tasks arrive', async () => {
    const arrivals = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.nat(5), arrivals, async (atOnce, waiting, tasks) => {
        const limit = createBoundedLimit(atOnce, waiting);
        const { task, most } = meter();
        const all: Promise<number | null>[] = [];
        for (const [pause, turns] of tasks) {
          for (let turn = 0; turn < pause; turn++) await Promise.resolve();
          all.push(limit.run(() => task(turns)));
        }
        await Promise.all(all);
        expect(most()).toBeLessThanOrEqual(atOnce);
      }),
    );
  });
});

describe('a limit', () => {
  it('runs tasks in the order in which they came', async () => {
    const limit = createLimit(1);
    const order: number[] = [];
    await Promise.all([3, 1, 2].map((turns) => limit.run(async () => void order.push(turns))));
    expect(order).toEqual([3, 1, 2]);
  });

  it('takes those that wait out of the line, and lets what has begun go on', async () => {
    const limit = createLimit(1);
    const first = gate();
    const running = limit.run(first.task);
    const waiting = limit.run(async () => 'never');
    const cancelled = expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await Promise.resolve();
    limit.clear();
    first.open();
    expect(await running).toBe('done');
    await cancelled;
    expect(await limit.run(async () => 'next')).toBe('next');
  });
});

describe('mapLimited', () => {
  it('answers in the order of the items, with no more at once than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 8, max: 12 }), { maxLength: 20 }),
        async (atOnce, turns) => {
          const { task, most } = meter();
          const found = await mapLimited(atOnce, turns, async (item, at) => [await task(item), at]);
          expect(found).toEqual(turns.map((item, at) => [item, at]));
          expect(most()).toBe(Math.min(atOnce, turns.length));
        },
      ),
    );
  });

  it('rejects with the first failure, and begins with no further item', async () => {
    const begun: number[] = [];
    const fail = async (item: number): Promise<void> => {
      begun.push(item);
      if (item === 1) throw new Error('one');
    };
    await expect(mapLimited(1, [0, 1, 2, 3], fail)).rejects.toThrow('one');
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(begun.slice(0, 2)).toEqual([0, 1]);
    expect(begun).not.toContain(3);
  });
});
