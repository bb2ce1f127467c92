import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool } from '../../store/database/pool.js';
import { jobsOf, learners } from '../issuance-jobs/jobs.fixture.js';
import { codeOf, good, type Issuing, listOf, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';

// What a job issued can be taken back for ten minutes after its end, as long as nobody claimed it.

let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
function minutes(count: number): void {
  ahead += count * 60_000;
}

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing({ clock });
});
afterAll(() => issuing.close());
let n = 0;
beforeEach(async () => {
  ahead = 0;
  n += 1;
  acme = await makeTenant(issuing, `acme-${n}`);
});

const undo = (jobId: string, claimed?: 'keep', useCases = issuing.useCases) =>
  useCases.undoIssuanceJob({ actor: acme.actor, input: { jobId, claimed } });

async function reasons(): Promise<readonly (string | null)[]> {
  const { credentials } = good(await issuing.useCases.listCredentials({ actor: acme.actor, input: listOf() }));
  return credentials.map(({ revoked }) => (revoked === null ? null : revoked.reason));
}

async function claimOne(): Promise<string> {
  const { credentials } = good(await issuing.useCases.listCredentials({ actor: acme.actor, input: listOf() }));
  const credentialId = credentials[0]!.id;
  const made = good(await issuing.useCases.createClaimLink({ actor: acme.actor, input: { credentialId } }));
  await issuing.useCases.claimBadge(made.token);
  return credentialId;
}

const BY_MISTAKE = 'It was issued by mistake.';

describe('a job that is taken back', () => {
  it('has its badges withdrawn with that reason, all of them, and issues no more', async () => {
    const jobs = jobsOf(issuing, acme);
    const { id } = await jobs.whole(`${learners(30)}not an address,Nobody\n`);
    const act = good(await undo(id));
    expect(act).toMatchObject({ kind: 'issue', state: 'undoing', badges: 30, jobId: id });
    await issuing.useCases.finishBulkActs();
    expect(await reasons()).toEqual(Array(30).fill(BY_MISTAKE));
    expect(good(await undo(id))).toMatchObject({ id: act.id, state: 'undone', badges: 30 });
    expect(codeOf(await issuing.useCases.retryJob({ actor: acme.actor, input: id }))).toBe('conflict');
  });

  it('is not, ten minutes after its end', async () => {
    const { id } = await jobsOf(issuing, acme).whole(learners(2));
    minutes(10.1);
    expect(codeOf(await undo(id))).toBe('conflict');
    await issuing.useCases.finishBulkActs();
    expect(await reasons()).toEqual([null, null]);
  });

  it('is not while it goes on, or when it issued nothing or withdrew earlier badges', async () => {
    const jobs = jobsOf(issuing, acme);
    const running = good(await jobs.create(learners(2)));
    const validated = await jobs.whole(learners(2), { mode: 'validate' });
    const superseding = await jobs.whole(learners(2), { onDuplicate: 'supersede' });
    expect([codeOf(await undo(running.job.id)), codeOf(await undo(validated.id)), codeOf(await undo(superseding.id))]).toEqual(
      Array(3).fill('conflict'),
    );
  });

  it('is not once a learner claimed a badge of it, unless those that were claimed are to stay', async () => {
    const { id } = await jobsOf(issuing, acme).whole(learners(3));
    await claimOne();
    const refused = await undo(id);
    expect(refused.ok ? '' : refused.refusal.detail).toContain('claimed 1 of these badges');
    expect(good(await undo(id, 'keep'))).toMatchObject({ badges: 2 });
    await issuing.useCases.finishBulkActs();
    expect((await reasons()).filter((reason) => reason === BY_MISTAKE)).toHaveLength(2);
  });

  it('is taken back once when two processes are asked and both carry it out', async () => {
    const { id } = await jobsOf(issuing, acme).whole(learners(20));
    const pool = createPool(issuing.database.url);
    const other = testProcess(pool, { clock }).useCases;
    const [one, two] = await Promise.all([undo(id), undo(id, undefined, other)]);
    expect(good(one).id).toBe(good(two).id);
    await Promise.all([issuing.useCases.finishBulkActs(), other.finishBulkActs()]);
    await pool.end();
    expect(await reasons()).toEqual(Array(20).fill(BY_MISTAKE));
    const { rows } = await issuing.database.pool.query('SELECT count(*)::int AS n FROM status_event WHERE issuer_id = $1', [
      acme.issuer.id,
    ]);
    expect(rows[0].n).toBe(20);
  });

  it('is gone on with after a process died in the middle', async () => {
    const { id } = await jobsOf(issuing, acme).whole(learners(3));
    good(await undo(id));
    const dying = issuing.with({ keys: { ...issuing.foundation.keys, signer: async () => 'lost' as const } });
    await expect(dying.finishBulkActs()).rejects.toThrow();
    expect(await reasons()).toEqual([null, null, null]);
    minutes(60);
    await issuing.useCases.finishBulkActs();
    expect(await reasons()).toEqual(Array(3).fill(BY_MISTAKE));
  });
});
