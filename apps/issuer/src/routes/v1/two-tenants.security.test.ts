import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, startApi } from './api.fixture.js';

// T19: tenants that use the same words do not meet.
let api: Api;
let acme: Tenant;
let globex: Tenant;
beforeAll(async () => {
  api = await startApi();
  [acme, globex] = [await makeTenant(api, 'acme'), await makeTenant(api, 'globex')];
});
afterAll(() => api.close());

describe('two tenants', () => {
  it('do not share Idempotency-Keys', async () => {
    const options = { body: { recipient: { email: 'eve@example.org' } }, headers: { 'idempotency-key': 'shared' } };
    const one = await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { ...options, key: acme.key });
    const two = await api.call('POST', `/v1/achievements/${globex.achievement.id}/credentials`, { ...options, key: globex.key });
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.issuerId).toBe(globex.issuer.id);
  });

  it('get the same answer for what is another’s and for what is nowhere', async () => {
    const made = `/v1/achievements/${acme.achievement.id}/credentials`;
    const badge = (await api.call('POST', made, { key: acme.key, body: { recipient: { email: 'ada@example.org' } } })).body;
    const nowhere = '0198ab00-0000-7000-8000-000000000000';
    for (const path of ['/v1/issuers/ID', '/v1/achievements/ID', '/v1/credentials/ID']) {
      const mine = path.includes('issuers') ? acme.issuer.id : path.includes('achievements') ? acme.achievement.id : badge.id;
      const [theirs, none] = await Promise.all([mine, nowhere].map((id) => api.call('GET', path.replace('ID', id), { key: globex.key })));
      expect(theirs!.body).toEqual(none!.body);
    }
  });
});
