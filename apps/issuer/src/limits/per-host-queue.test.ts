import { describe, expect, it } from 'vitest';
import { perHostQueue } from './per-host-queue.js';

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the per-host queue', () => {
  it('runs tasks for one host one after the other with a pause, without waiting for other hosts', async () => {
    const turn = perHostQueue(30);
    const log: string[] = [];
    const visit = (host: string, name: string) =>
      turn(host, async () => {
        log.push(`${name} begins`);
        await sleep(10);
        log.push(`${name} ends`);
        return performance.now();
      });
    const began = performance.now();
    const [first, second, other] = await Promise.all([visit('a', 'first'), visit('a', 'second'), visit('b', 'other')]);
    expect(log.indexOf('second begins')).toBeGreaterThan(log.indexOf('first ends'));
    expect(log.indexOf('other begins')).toBeLessThan(log.indexOf('first ends'));
    expect(second! - first!).toBeGreaterThanOrEqual(35);
    expect(other! - began).toBeLessThan(second! - began);
  });

  it('goes on after a task that failed, and rejects for its own caller alone', async () => {
    const turn = perHostQueue(1);
    const failing = turn('a', () => Promise.reject(new Error('no')));
    const next = turn('a', async () => 'well');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('well');
  });
});
