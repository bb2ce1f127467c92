import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Issuing, startIssuing } from '../issuing.fixture.js';
import { hostVisits } from './host-visits.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
/** What one process takes places of hosts by. */
const newProcess = () => hostVisits({ store: issuing.store, clock });

describe('the host of work', () => {
  it('is asked by two processes at a time, whichever they are, and by others when one is done', async () => {
    const [one, two, three] = [newProcess(), newProcess(), newProcess()];
    const host = 'forge.example';
    expect([await one.take(host), await two.take(host), await three.take(host)]).toEqual([true, true, false]);
    expect(await three.take('other.example')).toBe(true);
    await one.release(host);
    expect(await three.take(host)).toBe(true);
    expect(await one.take(host)).toBe(false);
    for (const each of [two, three]) await each.release(host);
    await three.release('other.example');
  });

  it('is asked again after the database was away for a moment', async () => {
    let away = true;
    const take: typeof issuing.store.hostVisits.take = async (...asked) => {
      if (away) throw new Error('the database does not answer');
      return issuing.store.hostVisits.take(...asked);
    };
    const one = hostVisits({ store: { hostVisits: { ...issuing.store.hostVisits, take } }, clock });
    const host = 'late.example';
    const both = await Promise.allSettled([one.take(host), one.take(host)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    away = false;
    expect(await one.take(host)).toBe(true);
    await one.release(host);
    const { rows } = await issuing.database.pool.query('SELECT count(*)::int AS n FROM host_visit');
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('is asked by others some seconds after a process died that asked it', async () => {
    const { rows } = await issuing.database.pool.query('SELECT count(*)::int AS n FROM host_visit');
    expect(rows).toEqual([{ n: 0 }]);
    const host = 'silent.example';
    const take = async (n: number): Promise<boolean> => {
      const lease = {
        holder: `00000000-0000-4000-8000-00000000000${n}`,
        until: new Date(clock.now().getTime() + 20_000),
        now: clock.now(),
      };
      return issuing.store.hostVisits.take(host, lease, 2);
    };
    // Two that do not keep what they took.
    expect([await take(1), await take(2), await newProcess().take(host)]).toEqual([true, true, false]);
    ahead += 20_001;
    const next = newProcess();
    expect(await next.take(host)).toBe(true);
    await next.release(host);
  });
});
