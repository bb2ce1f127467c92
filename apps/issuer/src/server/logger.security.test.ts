import { slowness } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { describeError, redact } from './logger.js';

// T22 and T26: what the log makes of a path, and how long it takes.

describe('redact', () => {
  it.each([
    ['GET /ada@example.org/x', 'GET …@…'],
    ['mail=ada@example.org, next', 'mail=…@…, next'],
    ['/badges/ada%40example.org', '…@…'],
    ['postgres://user:secret@db.example/x', 'postgres:…@…'],
    ['failed for "Ada Lovelace" here', 'failed for "…" here'],
    [`"${'a'.repeat(3_000)}"`, '"…"'],
    ['key pm_live_abcdefgh_12 used', 'key pm_live_… used'],
    ['/console/pm_owner_abcdefgh_12 and pm_session_abc', '/console/pm_owner_… and pm_session_…'],
    ['@example at the start, and an end@', '@example at the start, and an end@'],
    ['x=@a@b', 'x=…@…'],
    ['/v1/credentials/0198c0de', '/v1/credentials/0198c0de'],
  ])('makes of %s what a log may hold', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('takes time that grows with the length of the text, not with its square', () => {
    for (const run of ['a', '@', '=', ':', '"', '://', 'pm_live_', '%40', 'a@', '.', ' ', "'", '%4', '"a']) {
      const text = run.repeat(Math.ceil(15_500 / run.length));
      const begun = process.cpuUsage();
      for (let round = 0; round < 10; round += 1) redact(text);
      const { user, system } = process.cpuUsage(begun);
      // The quadratic pattern took 688 ms for a single round.
      expect((user + system) / 1000, run).toBeLessThan(400 * slowness('processor'));
    }
  });

  it('cuts what is longer than any address or message', () => {
    expect(redact('a '.repeat(1_000_000)).length).toBeLessThanOrEqual(20_000);
  });
});

describe('describeError', () => {
  it('redacts and cuts the messages of an error and of its causes', () => {
    const cause = new Error(`duplicate key (ada@example.org) ${'x '.repeat(100_000)}`);
    const text = JSON.stringify(describeError(new Error('failed "secret"', { cause })));
    expect(text).not.toMatch(/ada@|secret/);
    expect(text.length).toBeLessThan(60_000);
  });
});
