import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { codeOf, good, type Issuing, makeTenant, startIssuing } from '../../issuing.fixture.js';
import { type BlobStore, StorageAway } from '../blob-store.js';
import { jobsOf, learners } from '../jobs.fixture.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

const { signal } = new AbortController();
let tenants = 0;

/** A storage that can be away, use cases on it, and a clock that can be put forward. */
async function stage() {
  tenants += 1;
  const acme = await makeTenant(issuing, `school-${tenants}`);
  const state = { away: false, ahead: 0, cut: false, keeps: false, atEnd: async () => {} };
  const clock = { now: () => new Date(Date.now() + state.ahead) };
  const { uploads: storage } = issuing.foundation;
  const inDatabase = storage.blobsOf(issuing.store);
  const there = (): void => {
    if (state.away) throw new StorageAway('the storage does not answer');
  };
  const blobs: BlobStore = {
    async put(key, bytes) {
      there();
      await inDatabase.put(key, bytes);
    },
    async *read(key, from) {
      there();
      for await (const part of inDatabase.read(key, from)) yield state.cut ? part.subarray(0, -1) : part;
      await state.atEnd();
    },
    async delete(key) {
      there();
      if (!state.keeps) await inDatabase.delete(key);
    },
  };
  const useCases = issuing.with({ clock, uploads: { ...storage, blobsOf: () => blobs } });
  const jobs = jobsOf(issuing, acme, useCases);
  const issuerId = acme.issuer.id;
  const read = (jobId: string) => useCases.readJob({ issuerId, jobId }, signal);
  const isToBeRead = async (jobId: string): Promise<boolean> =>
    (await issuing.store.issuanceJobs.findUnread(clock.now(), new Date(0))).some((one) => one.jobId === jobId);
  /** Reads an upload and issues its rows, by that clock; answers how many badges came. */
  async function run(jobId: string): Promise<number> {
    await read(jobId);
    while (await issuing.store.issuanceChunks.hasDue(issuerId, clock.now())) await useCases.issueRows({ issuerId }, signal);
    return (await jobs.look(jobId)).progress.done;
  }
  /** As another process does, once this one was not heard of for a while. */
  async function takeOver(jobId: string): Promise<void> {
    const lease = "holder = gen_random_uuid(), leased_until = now() + interval '1 hour'";
    await issuing.database.pool.query(`UPDATE issuance_job SET ${lease} WHERE id = $1`, [jobId]);
  }
  /** Has all rows stored, as a process leaves them that dies before it has them issued. */
  async function readButNotBegin(jobId: string): Promise<void> {
    state.keeps = true;
    await read(jobId);
    await issuing.database.pool.query("UPDATE issuance_job SET state = 'reading', read_at = NULL WHERE id = $1", [jobId]);
    state.keeps = false;
  }
  const uploads = async (): Promise<number> =>
    (await issuing.database.pool.query('SELECT count(*)::int AS n FROM blob_part WHERE issuer_id = $1', [issuerId])).rows[0].n;
  return { acme, state, useCases, blobs, jobs, read, run, isToBeRead, readButNotBegin, takeOver, uploads };
}

describe('an upload that cannot be read', () => {
  it('fails its job after some looks when it is gone, and the same request then makes another', async () => {
    const { acme, state, blobs, jobs, read, run, isToBeRead } = await stage();
    const { id } = good(await jobs.create(learners(20), { key: 'once' })).job;
    await blobs.delete({ issuerId: acme.issuer.id, blobId: id });
    for (let look = 1; look <= 3; look += 1) {
      expect(await isToBeRead(id)).toBe(true);
      await expect(read(id)).rejects.toThrow('not there as a whole');
      // Not at once again.
      expect(await isToBeRead(id)).toBe(false);
      state.ahead += 600_000;
    }
    const { job } = await jobs.look(id);
    expect([job.state, await isToBeRead(id)]).toEqual(['failed', false]);
    expect(job.found.problem).toMatchObject({ code: 'upload-lost', detail: expect.stringContaining('Send the same file again') });
    const again = good(await jobs.create(learners(20), { key: 'once' }));
    expect([again.replayed, again.job.id === id]).toEqual([false, false]);
    expect(await run(again.job.id)).toBe(20);
    expect(good(await jobs.create(learners(20), { key: 'once' })).job.id).toBe(again.job.id);
  });

  it('is waited for while its storage is away, ever more seldom, and is read when the storage is back', async () => {
    const { state, jobs, read, run, isToBeRead } = await stage();
    const { id } = good(await jobs.create(learners(3))).job;
    state.away = true;
    const pauses: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      await expect(read(id)).rejects.toThrow('does not answer');
      const before = state.ahead;
      while (!(await isToBeRead(id))) state.ahead += 1000;
      pauses.push(Math.round((state.ahead - before) / 5000));
    }
    expect(pauses.slice(0, 4)).toEqual([1, 2, 4, 8]);
    expect(Math.max(...pauses)).toBe(120);
    state.away = false;
    expect(await run(id)).toBe(3);
  });

  it('fails its job in the end when its storage stays away, and says what to do', async () => {
    const { state, jobs, read } = await stage();
    const { id } = good(await jobs.create(learners(3), { key: 'once', onDuplicate: 'allow' })).job;
    state.away = true;
    let tries = 0;
    while ((await jobs.look(id)).job.state === 'reading' && tries < 1000) {
      await expect(read(id)).rejects.toThrow('does not answer');
      tries += 1;
      state.ahead += 600_001;
    }
    const { job } = await jobs.look(id);
    expect([tries, job.state, job.found.problem?.code]).toEqual([100, 'failed', 'upload-unreadable']);
    expect(job.found.problem?.detail).toContain('Send the same file again: nothing of it was issued');
    state.away = false;
    expect(good(await jobs.create(learners(3), { key: 'once', onDuplicate: 'allow' })).replayed).toBe(false);
  });

  it.each([
    ['allow', /^The upload .* Badges that were issued stay: leave their rows out .* `onDuplicate` as `refuse`\.$/],
    ['supersede', /^The upload .* Badges that were issued stay\. .* revoke each of them .* leave their rows out\.$/],
  ] as const)(
    'makes no other job of the same request with %s once badges of it may be issued, and says what to do',
    async (rule, detail) => {
      const { acme, state, useCases, jobs, read } = await stage();
      const file = learners(11_000);
      const { id } = good(await jobs.create(file, { key: 'once', onDuplicate: rule })).job;
      state.cut = true;
      // What was read until then is stored.
      state.atEnd = () => vi.waitFor(async () => expect((await jobs.look(id)).job.readRows).toBeGreaterThan(10_000), { timeout: 30_000 });
      await expect(read(id)).rejects.toThrow('not there as a whole');
      await useCases.issueRows({ issuerId: acme.issuer.id }, signal);
      for (let look = 2; look <= 3; look += 1) {
        state.ahead += 600_000;
        await expect(read(id)).rejects.toThrow('not there as a whole');
      }
      const again = good(await jobs.create(file, { key: 'once', onDuplicate: rule }));
      expect([again.replayed, again.job.id, again.job.state]).toEqual([true, id, 'failed']);
      expect(again.job.found.problem).toMatchObject({ code: 'upload-lost', detail: expect.stringMatching(detail) });
      expect((await jobs.look(id)).progress.done).toBeGreaterThan(0);
    },
  );

  it('makes no badge of a job that another process has taken over, and stays there for it', async () => {
    const { state, jobs, read, readButNotBegin, run, takeOver, uploads } = await stage();
    const { id } = good(await jobs.create(learners(20))).job;
    await readButNotBegin(id);
    state.atEnd = () => takeOver(id);
    await read(id);
    expect([(await jobs.look(id)).job.state, await uploads()]).toEqual(['reading', 1]);
    state.atEnd = async () => {};
    state.ahead += 3_601_000;
    expect([await run(id), await uploads()]).toEqual([20, 0]);
  });

  it('stays there when its job is cancelled as its end is read, so that the job can be resumed', async () => {
    const { acme, state, useCases, jobs, read, readButNotBegin, run, uploads } = await stage();
    const { id } = good(await jobs.create(learners(20))).job;
    await readButNotBegin(id);
    state.atEnd = async () => void good(await useCases.cancelJob({ actor: acme.actor, input: id }));
    await read(id);
    expect([(await jobs.look(id)).job.state, await uploads()]).toEqual(['cancelled', 1]);
    state.atEnd = async () => {};
    good(await useCases.resumeJob({ actor: acme.actor, input: id }));
    expect([await run(id), await uploads()]).toEqual([20, 0]);
  });

  it('does not fail a job that another process has taken over, and stays there for it', async () => {
    const { state, jobs, read, takeOver, uploads } = await stage();
    const { id } = good(await jobs.create('email,name\n"never closed,x\n')).job;
    state.atEnd = () => takeOver(id);
    await read(id);
    expect([(await jobs.look(id)).job.state, await uploads()]).toEqual(['reading', 1]);
    state.atEnd = async () => {};
    state.ahead += 3_601_000;
    await read(id);
    expect([(await jobs.look(id)).job.state, await uploads()]).toEqual(['failed', 0]);
  });

  it('is not counted as failed when the process stops', async () => {
    const { acme, useCases, state, jobs, isToBeRead } = await stage();
    const { id } = good(await jobs.create(learners(3))).job;
    state.away = true;
    const stopped = AbortSignal.abort();
    for (let at = 0; at < 5; at += 1)
      await expect(useCases.readJob({ issuerId: acme.issuer.id, jobId: id }, stopped)).rejects.toThrow('does not answer');
    expect([(await jobs.look(id)).job.found.tries, await isToBeRead(id)]).toEqual([undefined, true]);
  });
});

describe('an upload to a storage that is away', () => {
  it('is refused as often as it is sent, leaves nothing that counts, and is taken when the storage is back', async () => {
    const { state, useCases, jobs, acme } = await stage();
    const waiting = good(await jobs.create(learners(3))).job.id;
    state.away = true;
    for (let at = 0; at < 60; at += 1) expect(codeOf(await jobs.create(learners(2)))).toBe('unavailable');
    // Other uploads are ordered all the same.
    await issuing.database.pool.query("DELETE FROM pgboss.job WHERE name = 'read-upload'");
    await expect(useCases.findIssuanceWork()).rejects.toThrow('could not be removed');
    const ordered = await issuing.database.pool.query("SELECT data->>'jobId' AS id FROM pgboss.job WHERE name = 'read-upload'");
    expect(ordered.rows.map(({ id }) => id)).toContain(waiting);
    state.away = false;
    await useCases.findIssuanceWork();
    const left = await issuing.database.pool.query("SELECT id FROM issuance_job WHERE issuer_id = $1 AND state = 'uploading'", [
      acme.issuer.id,
    ]);
    expect(left.rows).toEqual([]);
    expect((await jobs.whole(learners(4))).progress.done).toBe(4);
  });
});
