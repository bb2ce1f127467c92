import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing.fixture.js';
import type { NewJobInput } from './create-job.js';
import { jobsOf, learners } from './jobs.fixture.js';

let issuing: Issuing;
beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());

let tenants = 0;
const tenant = (): Promise<Tenant> => makeTenant(issuing, `school-${++tenants}`);

const send = ({ actor, achievement }: Tenant, format: NewJobInput['format'], upload: NewJobInput['upload']) =>
  issuing.useCases.createJob({ actor, input: { options: { achievementId: achievement.id }, format, upload, idempotencyKey: null } });

/** Jobs of an issuer and parts of their uploads. */
async function kept({ issuer }: Tenant): Promise<readonly number[]> {
  const count = async (table: string): Promise<number> =>
    (await issuing.database.pool.query(`SELECT count(*)::int AS n FROM ${table} WHERE issuer_id = $1`, [issuer.id])).rows[0].n;
  return [await count('issuance_job'), await count('blob_part')];
}

const MEGABYTE = new Uint8Array(1024 * 1024);

describe('an upload', () => {
  it('that is larger than one of its format may be is refused as soon as it is, and nothing of it is kept', async () => {
    const acme = await tenant();
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (; taken < 200; taken += 1) yield MEGABYTE;
    }
    expect(codeOf(await send(acme, 'xlsx', endless()))).toBe('payload-too-large');
    expect([taken, await kept(acme)]).toEqual([50, [0, 0]]);
  });

  it('that breaks off before its end is refused, and nothing of it is kept', async () => {
    const acme = await tenant();
    async function* broken(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < 3; at += 1) yield MEGABYTE;
      throw new Error('the connection was lost');
    }
    const answer = await send(acme, 'csv', broken());
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'malformed-request', detail: expect.stringContaining('Send it again') } });
    expect(await kept(acme)).toEqual([0, 0]);
  });

  it('is refused while fifty jobs of its issuer have not ended, and not because of those of others', async () => {
    const [acme, globex] = [await tenant(), await tenant()];
    const jobs = jobsOf(issuing, acme);
    const made: string[] = [];
    for (let at = 0; at < 50; at += 1) made.push(good(await jobs.create(learners(1, at))).job.id);
    expect(codeOf(await jobs.create(learners(1)))).toBe('too-many-requests');
    good(await jobsOf(issuing, globex).create(learners(1)));
    good(await issuing.useCases.cancelJob({ actor: acme.actor, input: made[0]! }));
    good(await jobs.create(learners(1)));
  });
});
