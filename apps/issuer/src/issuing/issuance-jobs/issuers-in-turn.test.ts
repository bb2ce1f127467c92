import { loopbackServer } from '@proofmark/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CONCURRENCY } from '../../queue/concurrency.js';
import { IDLE } from '../../queue/idle-handlers.fixture.js';
import { startWorkers, type Workers } from '../../queue/workers.js';
import { good, type Issuing, makeTenant, startIssuing } from '../issuing.fixture.js';
import type { JobHandlers } from '../jobs.js';
import type { UseCases } from '../use-cases.js';
import type { BlobStore } from './blob-store.js';
import { jobsOf, learners } from './jobs.fixture.js';

let issuing: Issuing;
const started: Workers[] = [];
beforeAll(async () => {
  issuing = await startIssuing();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((workers) => workers.stop()));
});
afterAll(() => issuing.close());

/** The workers of a process, which do nothing but what jobs of rows need. */
function work(useCases: UseCases, change: { readonly lanes?: number; readonly turn?: (issuerId: string) => void } = {}): void {
  const handlers: JobHandlers = {
    ...IDLE,
    'read-upload': useCases.readJob,
    'issue-rows': async (issuer, signal) => {
      change.turn?.(issuer.issuerId);
      await useCases.issueRows(issuer, signal);
    },
  };
  const concurrency = { ...CONCURRENCY, 'issue-rows': change.lanes ?? CONCURRENCY['issue-rows'] };
  const hour = 3_600_000;
  started.push(
    startWorkers(issuing.database.pool, handlers, { concurrency, poll: 10, tick: hour, shortTick: hour, onError: () => undefined }),
  );
}

const PATIENCE = { timeout: 100_000, interval: 20 };

describe('the jobs of several issuers', () => {
  it('are read beside each other: very many rows of one, in several uploads, do not hold up ten rows of another', async () => {
    const [large, small] = [await makeTenant(issuing, 'large'), await makeTenant(issuing, 'small')];
    let [begun, open] = [0, (): void => undefined];
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { uploads } = issuing.foundation;
    const useCases = issuing.with({
      uploads: {
        ...uploads,
        blobsOf(store): BlobStore {
          const blobs = uploads.blobsOf(store);
          return {
            ...blobs,
            async *read(key, from) {
              if (key.issuerId === large.issuer.id) {
                begun += 1;
                await gate;
              }
              yield* blobs.read(key, from);
            },
          };
        },
      },
    });
    const [ofLarge, ofSmall] = [jobsOf(issuing, large, useCases), jobsOf(issuing, small, useCases)];
    const many: string[] = [];
    for (let nr = 0; nr < CONCURRENCY['read-upload'] + 1; nr += 1) many.push(good(await ofLarge.create(learners(30, nr * 100))).job.id);
    work(useCases);
    await vi.waitFor(() => expect(begun).toBe(1), PATIENCE);
    const ten = good(await ofSmall.create(learners(10))).job.id;
    await vi.waitFor(async () => expect((await ofSmall.look(ten)).job.state).toBe('ended'), PATIENCE);
    expect(begun).toBe(1);
    open();
    for (const id of many) await vi.waitFor(async () => expect((await ofLarge.look(id)).progress.done).toBe(30), PATIENCE);
  });

  it('take turns, one chunk each', async () => {
    const [large, small] = [await makeTenant(issuing, 'many'), await makeTenant(issuing, 'few')];
    const [ofLarge, ofSmall] = [jobsOf(issuing, large), jobsOf(issuing, small)];
    const { signal } = new AbortController();
    const jobs: string[] = [];
    for (const [of, rows] of [
      [ofLarge, 1100],
      [ofSmall, 10],
    ] as const) {
      const { issuerId, id: jobId } = good(await of.create(learners(rows))).job;
      await issuing.useCases.readJob({ issuerId, jobId }, signal);
      jobs.push(jobId);
    }
    const turns: string[] = [];
    work(issuing.useCases, { lanes: 1, turn: (issuerId) => void turns.push(issuerId) });
    await vi.waitFor(async () => expect((await ofLarge.look(jobs[0]!)).job.state).toBe('ended'), PATIENCE);
    expect((await ofSmall.look(jobs[1]!)).progress.done).toBe(10);
    expect(turns.slice(0, 3)).toEqual([large.issuer.id, small.issuer.id, large.issuer.id]);
  });

  it('give their place back after some seconds when the host of their work is slow, and go on in their next turn', async () => {
    let ahead = 0;
    const clock = { now: () => new Date(Date.now() + ahead) };
    const forge = await loopbackServer((request, response) => {
      ahead += 4000;
      response.setHeader('content-type', 'text/javascript').end(`export const path = '${request.url}';\n`);
    });
    const slow = await makeTenant(issuing, 'slow', { evidencePolicy: { min: 1, pinned: 'required' } });
    const issuerId = slow.issuer.id;
    const useCases = issuing.with({ clock });
    const jobs = jobsOf(issuing, slow, useCases);
    const rows = Array.from({ length: 12 }, (_, at) => `learner-${at}@x.example,${forge.origin}/work-${at}.mjs`);
    const { id: jobId } = good(await jobs.create(`email,evidence\n${rows.join('\n')}\n`)).job;
    const { signal } = new AbortController();
    await useCases.readJob({ issuerId, jobId }, signal);
    const done = [0];
    while ((await jobs.look(jobId)).job.state === 'running') {
      expect(await issuing.store.issuanceChunks.hasDue(issuerId, clock.now())).toBe(true);
      await useCases.issueRows({ issuerId }, signal);
      done.push((await jobs.look(jobId)).progress.done);
      // Each turn gets on, by no more than what was begun at its beginning.
      const [before = 0, now = 0] = done.slice(-2);
      expect([now > before, now - before <= 2]).toEqual([true, true]);
    }
    expect(done.at(-1)).toBe(12);
    await forge.close();
  });
});
