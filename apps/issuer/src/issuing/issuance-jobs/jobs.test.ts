import type { DuplicateRule } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cell, row, workbook } from '../../tables/workbook.fixture.js';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import { jobsOf, learners } from './jobs.fixture.js';

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

let made = 0;
async function fresh() {
  made += 1;
  acme = await makeTenant(issuing, `acme-${made}`);
  return jobsOf(issuing, acme);
}
const badges = async (): Promise<number> =>
  (
    await issuing.database.pool.query('SELECT count(*)::int AS n FROM credential WHERE issuer_id = $1 AND revoked_at IS NULL', [
      acme.issuer.id,
    ])
  ).rows[0].n;

describe('a job', () => {
  it('issues a badge for each row of a table, and says what came of each', async () => {
    const jobs = await fresh();
    const { job, progress } = await jobs.whole(`${learners(1200)}not an address,Nobody\n`);
    expect([job.state, job.readRows, job.found.problem]).toEqual(['ended', 1201, null]);
    expect(progress).toMatchObject({ done: 1200, refused: 1, waiting: 0, existing: 0 });
    expect(await badges()).toBe(1200);
    const rows = await jobs.rows(job.id);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 1201 }, (_, at) => at + 1));
    expect(new Set(rows.map(({ result }) => (result?.state === 'done' ? result.credentialId : result?.state))).size).toBe(1201);
    expect(rows.at(-1)).toMatchObject({
      line: 1202,
      state: 'refused',
      content: ['not an address', 'Nobody'],
      result: { problem: { code: 'invalid-request', errors: [{ column: 'email', code: 'not-an-email', pointer: '/recipient/email' }] } },
    });
  });

  it('gives nobody a second badge when a corrected file is sent whole', async () => {
    const jobs = await fresh();
    const file = learners(20);
    await jobs.whole(file.replace('learner-7@x.example', 'learner-7'));
    const { progress } = await jobs.whole(file);
    expect(progress).toMatchObject({ done: 1, existing: 19, refused: 0 });
    expect(await badges()).toBe(20);
  });

  it('gives one badge to a person who stands in a file very many times', async () => {
    const jobs = await fresh();
    const row = 'ada@x.example,Ada\n';
    const { id, progress } = await jobs.whole(`email,name\n${row.repeat(20_000)}`);
    expect(progress).toMatchObject({ done: 1, existing: 19_999 });
    expect(await badges()).toBe(1);
    // A million of them is the same, more often: one chunk after the other, each looked up once, and of each row is kept what became of it: a number and an id.
    const { rows } = await issuing.database.pool.query(
      'SELECT max(length(content) + length(results::text))::int AS most, max(rows)::int AS rows FROM issuance_chunk WHERE job_id = $1',
      [id],
    );
    expect(rows[0].most / rows[0].rows).toBeLessThan(120);
  });

  it('replaces, repeats or adds badges where it is told to', async () => {
    const jobs = await fresh();
    const file = learners(3);
    const first = await jobs.whole(file);
    const returned = await jobs.whole(file, { onDuplicate: 'return' });
    const ids = async (id: string) => (await jobs.rows(id)).map(({ result }) => (result?.state === 'done' ? result.credentialId : null));
    expect(await ids(returned.id)).toEqual(await ids(first.id));
    const replaced = await jobs.whole(file, { onDuplicate: 'supersede' });
    const [, waiting] = [replaced.progress, await issuing.store.jobs.waiting('withdraw-superseded')];
    expect([replaced.progress.done, waiting]).toEqual([3, 3]);
    for (const id of await ids(first.id))
      await issuing.useCases.withdrawSuperseded({ issuerId: acme.issuer.id, credentialId: id!, apiKeyId: acme.actor.keyId });
    expect(await badges()).toBe(3);
    await jobs.whole(file, { onDuplicate: 'allow' });
    expect(await badges()).toBe(6);
  });

  it('issues nothing when it validates, and finds every fault', async () => {
    const jobs = await fresh();
    const { job, progress } = await jobs.whole('email;valid_until;evidence\na@x;soon;nowhere\nb@x.example;2030-01-31;\n', {
      mode: 'validate',
    });
    expect([job.state, progress.valid, progress.refused, await badges()]).toEqual(['ended', 1, 1, 0]);
    const [row] = await jobs.rows(job.id);
    expect(row?.result).toMatchObject({
      problem: { errors: [{ column: 'email' }, { column: 'evidence' }, { column: 'valid_until', code: 'not-a-date' }] },
    });
  });

  it('refuses dates that a spreadsheet left as numbers or wrote its own way, and formulas for an address, and says what is wanted', async () => {
    const jobs = await fresh();
    const odd = [
      'a@x.example,46357',
      'b@x.example,31.01.2030',
      'c@x.example,1/31/2030',
      "=cmd|' /C calc'!A0,2030-01-31",
      'd@x.example,2030-01-31',
    ];
    const { job, progress } = await jobs.whole(`email,valid_until\n${odd.join('\n')}\n`);
    expect(progress).toMatchObject({ done: 1, refused: 4 });
    const faults = (await jobs.rows(job.id)).map(({ line, result }) =>
      result?.state === 'refused'
        ? [line, ...result.problem.errors.map(({ column, code, detail }) => [column, code, detail.slice(0, 31)])]
        : line,
    );
    const date = ['valid_until', 'not-a-date', 'is not a day such as 2028-01-31'];
    expect(faults).toEqual([[2, date], [3, date], [4, date], [5, ['email', 'not-an-email', expect.any(String)]], 6]);
  });

  it('refuses the rows of a workbook in which a cell of ours has no value of its own, also when they are tried again, and issues the others', async () => {
    const jobs = await fresh();
    const sheet =
      row(1, cell('A1', 'email'), cell('B1', 'name'), cell('C1', 'Note')) +
      row(2, cell('A2', 'ada@x.example'), cell('B2', 'Ada')) +
      row(3, cell('A3', 'bob@x.example'), '<c r="B3" t="e"><v>#REF!</v></c>') +
      row(4, cell('A4', 'nobody')) +
      row(5, cell('A5', 'dora@x.example'), cell('B5', 'Dora'), '<c r="C5" t="e"><v>#N/A</v></c>');
    const upload = { format: 'xlsx', columns: { Note: null } } as const;
    const { id, job, progress } = await jobs.whole(workbook({ sheet, merged: '<mergeCell ref="B2:B4"/>' }), upload);
    const faults = async () =>
      (await jobs.rows(id)).map(({ line, result }) =>
        result?.state === 'refused' ? [line, result.problem.errors.map(({ column, detail }) => `${column}: ${detail.slice(0, 15)}`)] : line,
      );
    const found = [2, [3, ['name: the cell B3 hol', 'name: the cells B2:B4']], [4, ['name: the cells B2:B4', 'email: is not an e-mai']], 5];
    expect([job.state, progress.done, progress.refused]).toEqual(['ended', 2, 2]);
    expect(await faults()).toEqual(found);
    good(await issuing.useCases.retryJob({ actor: acme.actor, input: id }));
    expect((await jobs.run(id)).progress).toMatchObject({ done: 2, refused: 2 });
    expect(await faults()).toEqual(found);
  });

  it('issues nothing of a file that cannot be read to its end', async () => {
    const jobs = await fresh();
    const { job, progress } = await jobs.whole(`${learners(600)}"never closed,x\n`);
    expect([job.state, progress.done, await badges()]).toEqual(['failed', 0, 0]);
    expect(job.found.problem).toMatchObject({ code: 'malformed-table', detail: expect.stringContaining('never closed') });
  });

  it('is made once for a request that is sent again', async () => {
    const jobs = await fresh();
    const first = good(await jobs.create(learners(2), { key: 'one' }));
    const again = good(await jobs.create(learners(2), { key: 'one' }));
    expect([again.job.id, first.replayed, again.replayed]).toEqual([first.job.id, false, true]);
    expect(codeOf(await jobs.create(learners(3), { key: 'one' }))).toBe('idempotency-key-reused');
    expect(codeOf(await jobs.create(learners(2), { key: 'one', mode: 'validate' }))).toBe('idempotency-key-reused');
  });

  it('stops when it is cancelled and goes on when it is resumed', async () => {
    const jobs = await fresh();
    const { job } = good(await jobs.create(learners(700)));
    const [actor, input] = [acme.actor, job.id];
    const key = { issuerId: acme.issuer.id, jobId: job.id };
    const { signal } = new AbortController();
    await issuing.useCases.readJob(key, signal);
    await issuing.useCases.issueRows(key, signal);
    const cancelled = good(await issuing.useCases.cancelJob({ actor, input }));
    expect([cancelled.job.state, cancelled.progress.done]).toEqual(['cancelled', 50]);
    await issuing.useCases.issueRows(key, signal);
    expect([await badges(), (await jobs.rows(job.id)).filter(({ state }) => state === 'cancelled').length]).toEqual([50, 650]);
    good(await issuing.useCases.resumeJob({ actor, input }));
    expect((await jobs.run(job.id)).job.state).toBe('ended');
    expect(await badges()).toBe(700);
  });

  it('tries what was refused again', async () => {
    const jobs = await fresh();
    const { actor } = acme;
    const input = { achievementId: acme.achievement.id, changes: { archived: true } };
    const { job } = good(await jobs.create(learners(5)));
    good(await issuing.useCases.updateAchievement({ actor, input }));
    expect((await jobs.run(job.id)).progress).toMatchObject({ done: 0, refused: 5 });
    good(await issuing.useCases.updateAchievement({ actor, input: { ...input, changes: { archived: false } } }));
    good(await issuing.useCases.retryJob({ actor, input: job.id }));
    expect((await jobs.run(job.id)).progress).toMatchObject({ done: 5, refused: 0 });
  });

  it('ends when the key is withdrawn that asked for it', async () => {
    const jobs = await fresh();
    const { job } = good(await jobs.create(learners(5)));
    good(await issuing.useCases.revokeApiKey({ actor: issuing.admin, input: acme.actor.keyId }));
    await issuing.useCases.readJob({ issuerId: acme.issuer.id, jobId: job.id }, new AbortController().signal);
    await issuing.useCases.issueRows({ issuerId: acme.issuer.id }, new AbortController().signal);
    expect([(await jobs.look(job.id)).job.state, await badges()]).toEqual(['cancelled', 0]);
  });
});

describe('a person', () => {
  it('is known again by an external id, by an address or by a DID, so that a file sent again doubles nobody', async () => {
    const jobs = await fresh();
    const did = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';
    const file = `email,external_id,did\nada@x.example,S-1,\nbob@x.example,,\n,S-3,\n,,${did}\n`;
    expect((await jobs.whole(file)).progress).toMatchObject({ done: 4, refused: 0 });
    const again = file.replace('ada@x.example', 'ada@new.example').replace('bob@x.example,,', 'bob@x.example,S-2,');
    expect((await jobs.whole(again)).progress).toMatchObject({ done: 0, existing: 4 });
    expect(await badges()).toBe(4);
  });

  it('is not taken for another who has the same address and an id of their own', async () => {
    const jobs = await fresh();
    const { progress } = await jobs.whole('email,external_id\nfamily@x.example,S-1\nfamily@x.example,S-2\nfamily@x.example,S-1\n');
    expect([progress.done, progress.existing, await badges()]).toEqual([2, 1, 2]);
  });

  it('gets what the achievement says about a second badge, by a job and by a single request, unless the request says something else', async () => {
    const jobs = await fresh();
    const { actor, achievement } = acme;
    const say = async (onDuplicate: DuplicateRule | null) =>
      good(await issuing.useCases.updateAchievement({ actor, input: { achievementId: achievement.id, changes: { onDuplicate } } }));
    const issue = (onDuplicate?: DuplicateRule) =>
      issuing.useCases.issueCredential({
        actor,
        input: { achievementId: achievement.id, body: { recipient: { email: 'learner-1@x.example' }, onDuplicate }, idempotencyKey: null },
      });
    const first = good(await issue());
    expect((await jobs.whole(learners(1))).progress).toMatchObject({ done: 0, existing: 1 });
    expect((await say('return')).onDuplicate).toBe('return');
    expect((await jobs.whole(learners(1))).progress).toMatchObject({ done: 1, existing: 0 });
    expect(good(await issue())).toMatchObject({ replayed: true, credential: { id: first.credential.id } });
    await say('allow');
    expect((await jobs.whole(learners(1))).progress.done).toBe(1);
    expect((await jobs.whole(learners(1), { onDuplicate: 'refuse' })).progress.existing).toBe(1);
    await say('refuse');
    expect(codeOf(await issue())).toBe('already-issued');
    good(await issue('allow'));
    await say(null);
    good(await issue());
    expect(await badges()).toBe(4);
  });

  it('gets one badge of two jobs that run at the same time', async () => {
    const jobs = await fresh();
    const made = await Promise.all([jobs.create(learners(40)), jobs.create(learners(40))]);
    const ids = made.map((one) => good(one).job.id);
    const signal = new AbortController().signal;
    const issuer = { issuerId: acme.issuer.id };
    for (const jobId of ids) await issuing.useCases.readJob({ ...issuer, jobId }, signal);
    await Promise.all(ids.map(() => issuing.useCases.issueRows(issuer, signal)));
    const counts = await Promise.all(ids.map(async (id) => (await jobs.look(id)).progress));
    expect(counts.reduce((sum, { done, existing }) => sum + done + existing, 0)).toBe(80);
    expect(await badges()).toBe(40);
  });

  it('gets one badge of single requests at the same time that ask for no second one', async () => {
    await fresh();
    const issue = (onDuplicate?: DuplicateRule) =>
      issuing.useCases.issueCredential({
        actor: acme.actor,
        input: { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@x.example' }, onDuplicate }, idempotencyKey: null },
      });
    const answers = await Promise.all(Array.from({ length: 8 }, () => issue('return')));
    expect(new Set(answers.map((answer) => good(answer).credential.id)).size).toBe(1);
    expect([await badges(), codeOf(await issue('refuse'))]).toEqual([1, 'already-issued']);
    const first = good(await issue('return'));
    expect(first.replayed).toBe(true);
    const second = good(await issue('supersede'));
    expect(second.credential).toMatchObject({ predecessorId: first.credential.id });
    good(await issue());
    expect(await badges()).toBe(3);
  });
});
