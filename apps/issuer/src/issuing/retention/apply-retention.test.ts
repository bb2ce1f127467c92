import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsOf, learners } from '../issuance-jobs/jobs.fixture.js';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

let tenants = 0;
const tenant = (): Promise<Tenant> => makeTenant(issuing, `school-${++tenants}`);
const DAY = 86_400_000;
/** What processes do so many days from now. */
const inDays = (days: number): UseCases => issuing.with({ clock: { now: () => new Date(Date.now() + days * DAY) } });

const keep = ({ actor, issuer }: Tenant, changes: object) =>
  issuing.useCases.updateRetention({ actor, input: { issuerId: issuer.id, changes } });

async function kept(issuerId: string): Promise<string> {
  const { rows } = await issuing.database.pool.query(
    `SELECT (SELECT coalesce(string_agg(c.content, ''), '') FROM issuance_chunk c WHERE c.issuer_id = $1)
       || (SELECT coalesce(string_agg(convert_from(b.bytes, 'UTF8'), ''), '') FROM blob_part b WHERE b.issuer_id = $1) AS kept`,
    [issuerId],
  );
  return rows[0].kept;
}

describe('what stands in rows that are no badges', () => {
  it('goes seven days after the end of the job, and what became of the rows stays', async () => {
    const acme = await tenant();
    const jobs = jobsOf(issuing, acme);
    const { job } = await jobs.whole(`${learners(3)}ada@x.example;,Ada\n`);
    await inDays(6.9).applyRetention();
    expect(await kept(acme.issuer.id)).toContain('ada@x.example');
    await inDays(7.1).applyRetention();
    expect(await kept(acme.issuer.id)).not.toMatch(/x\.example|Ada/);
    const rows = await jobs.rows(job.id);
    expect(rows.map(({ state, content }) => [state, content])).toEqual([
      ['done', null],
      ['done', null],
      ['done', null],
      ['refused', null],
    ]);
    expect(rows.at(-1)?.result).toMatchObject({ problem: { errors: [{ column: 'email' }] } });
    expect(codeOf(await issuing.useCases.retryJob({ actor: acme.actor, input: job.id }))).toBe('conflict');
  });

  it('goes with the upload of a job that was ended before it was read, which cannot be gone on with then', async () => {
    const acme = await tenant();
    const jobs = jobsOf(issuing, acme);
    const { job } = good(await jobs.create(learners(2)));
    good(await issuing.useCases.cancelJob({ actor: acme.actor, input: job.id }));
    await inDays(6.9).applyRetention();
    expect(await kept(acme.issuer.id)).toContain('learner-1@x.example');
    await inDays(7.1).applyRetention();
    expect(await kept(acme.issuer.id)).toBe('');
    expect(codeOf(await issuing.useCases.resumeJob({ actor: acme.actor, input: job.id }))).toBe('conflict');
  });

  it('stays while the job goes on, and as long as its issuer says', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    const open = good(await jobsOf(issuing, acme).create(learners(2))).job;
    await jobsOf(issuing, globex).whole(`${learners(1)}nobody,Nobody\n`);
    good(await keep(globex, { refusedRowDays: 20 }));
    await inDays(19).applyRetention();
    expect(await kept(globex.issuer.id)).toContain('nobody');
    expect(await kept(acme.issuer.id)).toContain('learner-1@x.example');
    expect((await jobsOf(issuing, acme).run(open.id)).progress.done).toBe(2);
    await inDays(21).applyRetention();
    expect(await kept(globex.issuer.id)).not.toContain('nobody');
  });
});

describe('a job', () => {
  it('is removed thirty days after its end, or when its issuer says', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    const [usual, short] = [await jobsOf(issuing, acme).whole(learners(1)), await jobsOf(issuing, globex).whole(learners(1))];
    good(await keep(globex, { jobDays: 2 }));
    const there = async (owner: Tenant, id: string) => (await issuing.useCases.getJob({ actor: owner.actor, input: id })).ok;
    await inDays(3).applyRetention();
    expect([await there(acme, usual.job.id), await there(globex, short.job.id)]).toEqual([true, false]);
    await inDays(31).applyRetention();
    expect(await there(acme, usual.job.id)).toBe(false);
    expect(await kept(acme.issuer.id)).toBe('');
  });
});

describe('people whose badges have ended', () => {
  async function issue({ actor, achievement }: Tenant, email: string, validUntil?: string) {
    const body = { recipient: { email, name: 'Ada' }, ...(validUntil === undefined ? {} : { validUntil }) };
    return good(await issuing.useCases.issueCredential({ actor, input: { achievementId: achievement.id, body, idempotencyKey: null } }))
      .credential;
  }
  const page = { limit: 100, after: null, order: 'oldest' } as const;
  const people = async ({ actor }: Tenant) =>
    good(await issuing.useCases.listRecipients({ actor, input: { issuerId: null, externalId: null, email: null, name: null, page } })).map(
      ({ email }) => email,
    );
  const soon = () => new Date(Date.now() + DAY).toISOString();

  it('are erased with them so many days after the last one, when their issuer wants it, and nobody else', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    const ended = await issue(acme, 'ended@x.example', soon());
    const withdrawn = await issue(acme, 'withdrawn@x.example');
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: withdrawn.id } }));
    await issue(acme, 'both@x.example', soon());
    await issue(acme, 'both@x.example');
    const suspended = await issue(acme, 'suspended@x.example');
    good(await issuing.useCases.suspendCredential({ actor: acme.actor, input: { credentialId: suspended.id } }));
    await issue(globex, 'ended@x.example', soon());
    good(await keep(acme, { recipientDays: 100, confirm: 'erase' }));
    await inDays(100.5).applyRetention();
    expect(await people(acme)).toEqual(['ended@x.example', 'both@x.example', 'suspended@x.example']);
    // It is looked once a day.
    await inDays(101.2).applyRetention();
    expect(await people(acme)).toHaveLength(3);
    await inDays(102).applyRetention();
    expect(await people(acme)).toEqual(['both@x.example', 'suspended@x.example']);
    expect(await people(globex)).toEqual(['ended@x.example']);
    expect(await issuing.store.credentials.find(acme.issuer.id, ended.id)).toMatchObject({ signed: null, erasedAt: expect.any(Date) });
    const { rows } = await issuing.database.pool.query(
      "SELECT actor, details FROM audit_entry WHERE issuer_id = $1 AND action = 'recipient.erased' ORDER BY at",
      [acme.issuer.id],
    );
    expect(rows).toEqual([
      { actor: 'service', details: { count: 1 } },
      { actor: 'service', details: { count: 1 } },
    ]);
  });

  it('stay when they get another badge just then', async () => {
    const acme = await tenant();
    await issue(acme, 'ada@x.example', soon());
    const { rows } = await issuing.database.pool.query('SELECT id FROM recipient WHERE issuer_id = $1', [acme.issuer.id]);
    const before = new Date(Date.now() + 10 * DAY);
    expect(await issuing.store.transaction((tx) => tx.retention.lockEnded(acme.issuer.id, rows[0].id, before))).toBe(true);
    await issue(acme, 'ada@x.example');
    expect(await issuing.store.transaction((tx) => tx.retention.lockEnded(acme.issuer.id, rows[0].id, before))).toBe(false);
  });

  it('are erased only where that is confirmed', async () => {
    const acme = await tenant();
    expect(codeOf(await keep(acme, { recipientDays: 10 }))).toBe('invalid-request');
    const read = () => issuing.useCases.getRetention({ actor: acme.actor, input: acme.issuer.id });
    expect(good(await read())).toEqual({ jobDays: 30, refusedRowDays: 7, recipientDays: null });
    good(await keep(acme, { recipientDays: 10, refusedRowDays: 1, confirm: 'erase' }));
    expect(good(await keep(acme, { jobDays: 5 }))).toEqual({ jobDays: 5, refusedRowDays: 1, recipientDays: 10 });
    expect(good(await keep(acme, { recipientDays: null, jobDays: null }))).toEqual({ jobDays: 30, refusedRowDays: 1, recipientDays: null });
    expect(good(await read())).toEqual({ jobDays: 30, refusedRowDays: 1, recipientDays: null });
  });
});
