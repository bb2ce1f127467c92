import { ApiProblem, ServiceUnavailable } from '@proofmark/client';
import { describe, expect, it } from 'vitest';
import { keepTrying } from './keep-trying.js';

const lost = new ServiceUnavailable('Nobody answers.', true);
const problem = (code: 'too-many-requests' | 'not-found', retryAfter: number | null = null) =>
  new ApiProblem({ code, status: 400, title: 'T', detail: 'D' }, retryAfter);

/** A clock that stands still but for what is waited. */
function stage() {
  const told: string[] = [];
  const pauses: number[] = [];
  let time = 0;
  const keep = keepTrying((text) => told.push(text), {
    now: () => time,
    wait: async (milliseconds) => {
      pauses.push(milliseconds);
      time += milliseconds;
    },
  });
  return { told, pauses, keep };
}

/** Fails so many times with an error, and then answers. */
function failing(error: unknown, times: number): () => Promise<string> {
  let left = times;
  return async () => {
    if (left === 0) return 'answer';
    left -= 1;
    throw error;
  };
}

describe('keepTrying', () => {
  it('tries a lost connection again, longer each time, and tells of it once', async () => {
    const { told, pauses, keep } = stage();
    expect(await keep(failing(lost, 3))).toBe('answer');
    expect(pauses).toEqual([500, 1000, 2000]);
    expect(told).toEqual(['Nobody answers. Trying again …']);
  });

  it('gives up after some seconds a service that never answered, and after a quarter of an hour one that did', async () => {
    const { pauses, keep } = stage();
    await expect(keep(failing(lost, 1000))).rejects.toBe(lost);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(5000);
    await keep(async () => 'once');
    pauses.length = 0;
    await expect(keep(failing(lost, 1000))).rejects.toBe(lost);
    const waited = pauses.reduce((sum, pause) => sum + pause, 0);
    expect(waited).toBeGreaterThan(880_000);
    expect(waited).toBeLessThanOrEqual(900_000);
  });

  it('waits as long as the service asks', async () => {
    const { pauses, keep } = stage();
    await keep(async () => 'once');
    await keep(failing(problem('too-many-requests', 60), 1));
    expect(pauses).toEqual([60_000]);
  });

  it('throws at once what does not pass', async () => {
    for (const error of [problem('not-found'), new ServiceUnavailable('No such API.'), new Error('ours')]) {
      const { pauses, keep } = stage();
      await expect(keep(failing(error, 1))).rejects.toBe(error);
      expect(pauses).toEqual([]);
    }
  });
});
