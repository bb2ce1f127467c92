import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const call = (method: string, path: string, body?: unknown) => api.call(method, path, { key: acme.key, body });
const issue = async (): Promise<string> =>
  (await call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { recipient: { email: 'ada@example.org' } })).body.id;

describe('a suspended badge', () => {
  it('has that state, with date and reason, until it is resumed, and is found by it', async () => {
    const [id, other] = [await issue(), await issue()];
    const suspended = await call('POST', `/v1/credentials/${id}/suspend`, { reason: 'The work is being looked at.' });
    expect(suspended.body).toMatchObject({ state: 'suspended', revoked: null, suspended: { reason: 'The work is being looked at.' } });
    const listed = async (state: string) =>
      (await call('GET', `/v1/credentials?state=${state}`)).body.data.map((one: { id: string }) => one.id);
    expect(await listed('suspended')).toEqual([id]);
    expect(await listed('current')).toEqual([other]);
    expect((await call('GET', `/v1/credentials/${id}`)).body.suspended).toEqual(suspended.body.suspended);
    const resumed = await call('POST', `/v1/credentials/${id}/resume`);
    expect(resumed.body).toMatchObject({ state: 'current', suspended: null });
    expect(await listed('suspended')).toEqual([]);
    const events = (await call('GET', '/v1/events')).body.data.filter(
      ({ data }: { data: { credentialId: string } }) => data.credentialId === id,
    );
    expect(events.map(({ type }: { type: string }) => type)).toEqual(['credential.issued', 'credential.suspended', 'credential.resumed']);
  });

  it('is withdrawn for good when it is revoked meanwhile', async () => {
    const id = await issue();
    await call('POST', `/v1/credentials/${id}/suspend`);
    const revoked = await call('POST', `/v1/credentials/${id}/revoke`, { confirm: 'revoke', reason: 'It was copied.' });
    expect(revoked.body).toMatchObject({ state: 'revoked', revoked: { reason: 'It was copied.' } });
    const resumed = await call('POST', `/v1/credentials/${id}/resume`);
    expect([resumed.status, resumed.body.code]).toEqual([409, 'conflict']);
  });
});

describe('withdrawing many at once', () => {
  it('refuses a request that names none, too many, or something that is no id, and withdraws nothing', async () => {
    const id = await issue();
    const answers = [];
    for (const credentials of [[], Array(20_001).fill({ id }), [{ id }, { id: 'x' }], [id]]) {
      const { status, body } = await call('POST', '/v1/credentials/revoke', { confirm: 'revoke', credentials });
      answers.push([status, body.errors?.[0]?.pointer]);
    }
    expect(answers).toEqual([
      [422, '/credentials'],
      [422, '/credentials'],
      [422, '/credentials/1/id'],
      [422, '/credentials/0'],
    ]);
    expect((await call('GET', `/v1/credentials/${id}`)).body.state).toBe('current');
  });

  it('takes a body larger than other requests may have', async () => {
    const id = await issue();
    const credentials = Array.from({ length: 20_000 }, () => ({ id, reason: 'x'.repeat(60) }));
    const { status, body } = await call('POST', '/v1/credentials/revoke', { confirm: 'revoke', credentials });
    expect([status, body.revoked, body.alreadyRevoked]).toEqual([200, 1, 19_999]);
    const other = await call('POST', `/v1/credentials/${id}/revoke`, { confirm: 'revoke', reason: 'x'.repeat(1_100_000) });
    expect([other.status, other.body.code]).toEqual([413, 'payload-too-large']);
  });
});
