import { describe, expect, it } from 'vitest';
import { limited } from './limited.js';

function open(): { readonly task: () => Promise<string>; readonly finish: () => void } {
  let finish = (): void => undefined;
  const done = new Promise<string>((resolve) => {
    finish = () => resolve('done');
  });
  return { task: () => done, finish: () => finish() };
}

describe('limited', () => {
  it('runs some, lets some wait, and turns the rest away', async () => {
    const limit = limited(1, 1);
    const [first, second] = [open(), open()];
    const running = limit.run(first.task);
    let begun = false;
    const waiting = limit.run(() => {
      begun = true;
      return second.task();
    });
    expect(await limit.run(async () => 'never')).toBeNull();
    expect(begun).toBe(false);
    first.finish();
    expect(await running).toBe('done');
    second.finish();
    expect(await waiting).toBe('done');
    expect(await limit.run(async () => 'again')).toBe('again');
  });

  it('goes on after a task that fails', async () => {
    const limit = limited(1, 0);
    await expect(limit.run(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await limit.run(async () => 1)).toBe(1);
  });
});
