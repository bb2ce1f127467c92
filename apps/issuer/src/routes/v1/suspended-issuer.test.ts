import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, startApi } from './api.fixture.js';

// T11: who was found to use the name of another goes on with nothing.
let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const REASON = 'It uses the name of another school.';
const RECIPIENT = { email: 'ada@example.org', name: 'Ada' };
const act = (tenant: Tenant, what: 'suspend' | 'resume') =>
  api.call('POST', `/v1/issuers/${tenant.issuer.id}/${what}`, { ...(what === 'suspend' ? { body: { reason: REASON } } : {}) });
const call = (tenant: Tenant, path: string, body?: object, method = 'POST') =>
  api.call(method, path, { key: tenant.key, ...(body === undefined ? {} : { body }) });
const issue = (tenant: Tenant) => call(tenant, `/v1/achievements/${tenant.achievement.id}/credentials`, { recipient: RECIPIENT });

describe('an issuer that the operator suspended', () => {
  it('says so, with the first time and reason, until that is lifted', async () => {
    const acme = await makeTenant(api, 'acme');
    const first = await act(acme, 'suspend');
    expect(first.body.suspended).toMatchObject({ reason: REASON });
    const again = await api.call('POST', `/v1/issuers/${acme.issuer.id}/suspend`, { body: { reason: 'Another.' } });
    expect(again.body).toEqual(first.body);
    expect((await call(acme, `/v1/issuers/${acme.issuer.id}`, undefined, 'GET')).body.suspended).toEqual(first.body.suspended);
    expect((await act(acme, 'resume')).body.suspended).toBeNull();
    expect((await act(acme, 'resume')).status).toBe(200);
    const events = (await call(acme, '/v1/events', undefined, 'GET')).body.data;
    expect(events.map(({ type, data }: { type: string; data: object }) => [type, data])).toEqual([
      ['issuer.suspended', { issuerId: acme.issuer.id }],
      ['issuer.resumed', { issuerId: acme.issuer.id }],
    ]);
  });

  it('issues, renews, corrects, endorses, sends and claims nothing, and begins no jobs', async () => {
    const globex = await makeTenant(api, 'globex');
    const { id } = (await issue(globex)).body;
    const job = { achievementId: globex.achievement.id, rows: [{ recipient: RECIPIENT }] };
    const { id: earlier } = (await call(globex, '/v1/issuance-jobs', job)).body;
    await act(globex, 'suspend');
    const refused = [
      await issue(globex),
      await call(globex, `/v1/credentials/${id}/renew`, {}),
      await call(globex, `/v1/credentials/${id}/correct`, { recipient: { name: 'Ada Lovelace' } }),
      await call(globex, `/v1/credentials/${id}/endorsements`, { assessor: { name: 'Grace' }, comment: 'X' }),
      await call(globex, `/v1/credentials/${id}/claim-link`),
      await call(globex, `/v1/credentials/${id}/resend`),
      await call(globex, '/v1/issuance-jobs', job),
      await call(globex, `/v1/issuance-jobs/${earlier}/retry`),
      await call(globex, `/v1/issuers/${globex.issuer.id}/domains`, { origin: 'https://globex.example' }),
    ];
    for (const answer of refused) {
      expect([answer.status, answer.body.code], JSON.stringify(answer.body)).toEqual([403, 'issuer-suspended']);
      expect(answer.body.detail).toContain(REASON);
    }
  });

  it('goes on to read, export, withdraw and erase, and issues again once it may', async () => {
    const initech = await makeTenant(api, 'initech');
    const [one, two] = [(await issue(initech)).body.id, (await issue(initech)).body.id];
    await act(initech, 'suspend');
    expect((await call(initech, `/v1/issuers/${initech.issuer.id}/export`, undefined, 'GET')).status).toBe(200);
    expect((await call(initech, `/v1/credentials/${one}/revoke`, { confirm: 'revoke' })).status).toBe(200);
    expect((await call(initech, `/v1/credentials/${two}/erase`, { confirm: 'erase', revoke: true })).status).toBe(200);
    await act(initech, 'resume');
    expect((await issue(initech)).status).toBe(201);
  });

  it('has its jobs stand still, and go on where they stood', async () => {
    const hooli = await makeTenant(api, 'hooli');
    const body = { achievementId: hooli.achievement.id, rows: [{ recipient: RECIPIENT }, { recipient: { email: 'bob@example.org' } }] };
    const { id } = (await call(hooli, '/v1/issuance-jobs', body)).body;
    const signal = new AbortController().signal;
    const key = { issuerId: hooli.issuer.id, jobId: id };
    await act(hooli, 'suspend');
    await api.useCases.readJob(key, signal);
    expect((await api.store.issuanceJobs.find(key))?.state).toBe('reading');
    await act(hooli, 'resume');
    await api.useCases.readJob(key, signal);
    await act(hooli, 'suspend');
    await api.useCases.issueRows({ issuerId: hooli.issuer.id }, signal);
    expect((await call(hooli, `/v1/issuance-jobs/${id}`, undefined, 'GET')).body).toMatchObject({ state: 'running' });
    expect((await call(hooli, '/v1/credentials', undefined, 'GET')).body.data).toEqual([]);
    await act(hooli, 'resume');
    await api.useCases.issueRows({ issuerId: hooli.issuer.id }, signal);
    expect((await call(hooli, '/v1/credentials', undefined, 'GET')).body.data).toHaveLength(2);
  });

  it('is suspended in every process, whatever they have kept of it', async () => {
    const umbrella = await makeTenant(api, 'umbrella');
    await issue(umbrella);
    // Another process does it: this one still has the issuer and its keys in memory.
    const { suspendIssuer } = api.with({});
    await suspendIssuer({ actor: api.admin, input: { issuerId: umbrella.issuer.id, reason: REASON } });
    expect((await issue(umbrella)).body.code).toBe('issuer-suspended');
  });

  it('is nothing that its own keys can do or lift', async () => {
    const wayne = await makeTenant(api, 'wayne');
    expect((await call(wayne, `/v1/issuers/${wayne.issuer.id}/suspend`, { reason: REASON })).status).toBe(403);
    await act(wayne, 'suspend');
    expect((await call(wayne, `/v1/issuers/${wayne.issuer.id}/resume`)).status).toBe(403);
  });
});
