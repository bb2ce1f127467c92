import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { jobsOf, learners } from './jobs.fixture.js';

let issuing: Issuing;
let forge: LoopbackServer;
let down = false;
let asked = 0;
beforeAll(async () => {
  issuing = await startIssuing();
  forge = await loopbackServer((request, response) => {
    if (down && request.headers.host?.startsWith('localhost') === true) {
      asked += 1;
      return void request.socket.destroy();
    }
    response.setHeader('content-type', 'text/javascript').end(`export const path = '${request.url}';\n`);
  });
});
afterAll(async () => {
  await forge.close();
  await issuing.close();
});

const signal = new AbortController().signal;
const query = async (text: string, tenant: Tenant): Promise<number> =>
  (await issuing.database.pool.query(text, [tenant.issuer.id])).rows[0]?.n ?? 0;
const badges = (tenant: Tenant) => query('SELECT count(*)::int AS n FROM credential WHERE issuer_id = $1', tenant);

describe('a job in trouble', () => {
  it('gives each row one badge when a process is taken for dead and goes on beside the one that took its place', async () => {
    const acme = await makeTenant(issuing, 'zombie');
    const jobs = jobsOf(issuing, acme);
    const { job } = good(await jobs.create(learners(500), { onDuplicate: 'allow' }));
    const key = { issuerId: acme.issuer.id, jobId: job.id };
    await issuing.useCases.readJob(key, signal);
    const first = issuing.useCases.issueRows(key, signal);
    const held = 'SELECT count(*)::int AS n FROM issuance_chunk WHERE issuer_id = $1 AND holder IS NOT NULL';
    await vi.waitFor(async () => expect(await query(held, acme)).toBe(1), { interval: 1, timeout: 60_000 });
    await issuing.database.pool.query("UPDATE issuance_chunk SET leased_until = now() - interval '1 minute' WHERE issuer_id = $1", [
      acme.issuer.id,
    ]);
    await Promise.all([first, issuing.useCases.issueRows(key, signal)]);
    const { progress } = await jobs.run(job.id);
    expect([progress.done, progress.refused, await badges(acme)]).toEqual([500, 0, 500]);
  });

  it('goes on without the rows of which a host does not answer, and issues them when it does again', async () => {
    const acme = await makeTenant(issuing, 'silent', { evidencePolicy: { min: 1, pinned: 'required' } });
    const jobs = jobsOf(issuing, acme);
    const rows = Array.from({ length: 12 }, (_, at) => {
      const origin = at % 2 === 0 ? forge.origin : forge.origin.replace('localhost', '127.0.0.1');
      return `learner-${at}@x.example,${origin}/work-${at}.mjs`;
    });
    down = true;
    const waiting = await jobs.whole(`email,evidence\n${rows.join('\n')}\n`);
    expect([waiting.job.state, waiting.progress]).toMatchObject(['running', { done: 6, waiting: 6, refused: 0 }]);
    down = false;
    good(await issuing.useCases.retryJob({ actor: acme.actor, input: waiting.id }));
    const ended = await jobs.run(waiting.id);
    expect([ended.job.state, ended.progress.done, await badges(acme)]).toEqual(['ended', 12, 12]);
  });

  it('waits for a host that is down for an hour, asks it seldom, and holds up no other row or job meanwhile', async () => {
    let ahead = 0;
    const clock = { now: () => new Date(Date.now() + ahead) };
    const useCases = issuing.with({ clock });
    const acme = await makeTenant(issuing, 'hour', { evidencePolicy: { min: 1, pinned: 'required' } });
    const jobs = jobsOf(issuing, acme, useCases);
    const issuerId = acme.issuer.id;
    const work = async (): Promise<void> => {
      while (await issuing.store.issuanceChunks.hasDue(issuerId, clock.now())) await useCases.issueRows({ issuerId }, signal);
    };
    const rowsOn = (origin: string, from: number, count: number): string =>
      Array.from({ length: count }, (_, at) => `learner-${from + at}@x.example,${origin}/work-${from + at}.mjs\n`).join('');
    const there = forge.origin.replace('localhost', '127.0.0.1');
    const create = async (rows: string): Promise<string> => {
      const { id: jobId } = good(await jobs.create(`email,evidence\n${rows}`)).job;
      await useCases.readJob({ issuerId, jobId }, signal);
      return jobId;
    };
    down = true;
    asked = 0;
    const first = await create(rowsOn(forge.origin, 0, 40) + rowsOn(there, 40, 5));
    await work();
    expect((await jobs.look(first)).progress).toMatchObject({ done: 5, waiting: 40, refused: 0 });
    for (let minute = 0; minute < 60; minute += 1) {
      ahead += 60_000;
      await work();
    }
    const hour = await jobs.look(first);
    expect([hour.job.state, hour.progress.waiting]).toEqual(['running', 40]);
    // After 1, 2, 4 … minutes, and each time no more rows than show that it does not answer.
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(120);
    const second = await create(rowsOn(there, 100, 5));
    await work();
    expect((await jobs.look(second)).job.state).toBe('ended');
    down = false;
    for (let minute = 0; minute < 64; minute += 1) {
      ahead += 60_000;
      await work();
    }
    const ended = await jobs.look(first);
    expect([ended.job.state, ended.progress.done, await badges(acme)]).toEqual(['ended', 45, 50]);
  });

  it('takes turns with the other jobs of its issuer', async () => {
    const acme = await makeTenant(issuing, 'turns');
    const jobs = jobsOf(issuing, acme);
    const large = good(await jobs.create(learners(1500))).job.id;
    const small = good(await jobs.create(learners(3, 5000))).job.id;
    for (const jobId of [large, small]) await issuing.useCases.readJob({ issuerId: acme.issuer.id, jobId }, signal);
    for (let turn = 0; turn < 2; turn += 1) await issuing.useCases.issueRows({ issuerId: acme.issuer.id }, signal);
    expect([(await jobs.look(large)).progress.done, (await jobs.look(small)).job.state]).toEqual([50, 'ended']);
  });
});
