import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant } from '../../issuing.fixture.js';
import { jobsOf } from '../jobs.fixture.js';
import { cellsOf } from '../reading/cells-of.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

let tenants = 0;
const tenant = (): Promise<Tenant> => makeTenant(issuing, `school-${++tenants}`);

/** Ada has a badge, under an address and the id of the issuer. Erases her. */
async function eraseAda({ actor, achievement }: Tenant): Promise<void> {
  const body = { recipient: { email: 'ada@x.example', externalId: 'S-1', name: 'Ada' } };
  const issued = await issuing.useCases.issueCredential({ actor, input: { achievementId: achievement.id, body, idempotencyKey: null } });
  const { recipient } = good(issued).credential;
  good(await issuing.useCases.eraseRecipient({ actor, input: { issuerId: null, recipientId: recipient?.id ?? '' } }));
}

describe('to erase a person', () => {
  it('takes away what refused rows say of them, in whichever column and spelling, and of nobody else', async () => {
    const acme = await tenant();
    const jobs = jobsOf(issuing, acme);
    const table = [
      'email,external_id,name,valid_until',
      '"Ada <ADA@x.example>",,Ada,',
      'ada@x.example,,Ada,never',
      ',S-1,Ada,never',
      'lovelace@x.example,,ada@x.example,never',
      'bert@x.example,S-11,Bert,never',
      'bert@x.example,,S-1,never',
    ].join('\n');
    const { job } = await jobs.whole(`${table}\n`);
    await eraseAda(acme);
    const rows = await jobs.rows(job.id);
    expect(rows.map(({ state }) => state)).toEqual(Array(6).fill('refused'));
    expect(rows.map(({ content }) => (content === null ? null : cellsOf(content)[0]))).toEqual([
      null,
      null,
      null,
      null,
      'bert@x.example',
      'bert@x.example',
    ]);
  });

  it('takes it away in JSON, however it is written there', async () => {
    const acme = await tenant();
    const jobs = jobsOf(issuing, acme);
    const lines = [
      '{"recipient":{"email":"ada\\u0040x.example"},"validUntil":"never"}',
      '{"recipient":{"externalId":"S-1"},"validUntil":"never"}',
      '{"recipient":{"email":"ada@x.example"',
      '{"recipient":{"email":"bert@x.example"},"validUntil":"never"}',
    ];
    const { job } = await jobs.whole(`${lines.join('\n')}\n`, { format: 'ndjson' });
    await eraseAda(acme);
    expect((await jobs.rows(job.id)).map(({ content }) => content)).toEqual([null, null, null, lines[3]]);
  });

  it('leaves rows that a job has to issue, and refuses those of an ended job, so that it can still be gone on with', async () => {
    const acme = await tenant();
    const jobs = jobsOf(issuing, acme);
    const signal = new AbortController().signal;
    const { job } = good(await jobs.create('email\nada@x.example\nbert@x.example\n'));
    await issuing.useCases.readJob({ issuerId: acme.issuer.id, jobId: job.id }, signal);
    await eraseAda(acme);
    expect((await jobs.rows(job.id)).map(({ content }) => content)).toEqual([['ada@x.example'], ['bert@x.example']]);
    good(await issuing.useCases.cancelJob({ actor: acme.actor, input: job.id }));
    await eraseAda(acme);
    expect((await jobs.rows(job.id)).map(({ content, result }) => [content, result?.state])).toEqual([
      [null, 'refused'],
      [['bert@x.example'], undefined],
    ]);
    good(await issuing.useCases.resumeJob({ actor: acme.actor, input: job.id }));
    const { job: ended, progress } = await jobs.run(job.id);
    expect([ended.state, progress.done, progress.refused]).toEqual(['ended', 1, 1]);
  });

  it('touches no rows of another issuer', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    const jobs = jobsOf(issuing, globex);
    const { job } = await jobs.whole('email,valid_until\nada@x.example,never\n');
    await eraseAda(acme);
    expect((await jobs.rows(job.id))[0]?.content).toEqual(['ada@x.example', 'never']);
  });
});
