import { describe, expect, it } from 'vitest';
import { vcApiRequest, WORST } from './worst/index.mjs';
import { verifyWorst } from './worst/verify-worst.mjs';

// T6, T5 and T22: the worst inputs of strangers that are known.

/** Milliseconds of processor time for one input in both ways. Most take less than 100; those that this corpus was made for took minutes. */
const MOST = 3_000;

describe('the worst inputs of strangers', () => {
  it('are at least a hundred, each under its own name, and most can be sent to the service', async () => {
    expect(new Set(WORST.map(({ name }) => name)).size).toBe(WORST.length);
    const requests = (await Promise.all(WORST.map(async ({ make }) => vcApiRequest(await make())))).filter((request) => request !== null);
    expect(requests.length).toBeGreaterThan(100);
    // The service takes bodies of one mebibyte.
    for (const { body } of requests) expect(body.length).toBeLessThanOrEqual(1_048_576);
  });

  it.each(WORST)('$name: takes bounded time, and nothing in it is confirmed', async ({ make }) => {
    const made = await make();
    const begun = process.cpuUsage();
    const verdicts = await verifyWorst(made);
    const { user, system } = process.cpuUsage(begun);
    expect((user + system) / 1000).toBeLessThan(MOST);
    expect(verdicts.badge).not.toBe('genuine-issuer-confirmed');
  });
});
