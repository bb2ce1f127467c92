import { SCOPES, type Scope } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, KEY_OPERATIONS, problemIn, startApi } from './api.fixture.js';
import { V1_OPERATIONS } from './index.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const ID = '0198ab00-0000-7000-8000-000000000000';

async function keyWith(scopes: readonly Scope[]): Promise<string> {
  return (await makeKey(api, acme.issuer.id, scopes)).key.text;
}

describe('the scopes of an API key', () => {
  it.each(V1_OPERATIONS.filter(({ scope }) => scope !== null && scope !== 'public'))(
    'are asked for: $operationId',
    async ({ method, path, scope, alsoScope, operationId }) => {
      const address = path.replaceAll(/\{\w+\}/g, ID);
      const without = SCOPES.filter((one) => one !== scope);
      const denied = await api.call(method.toUpperCase(), address, {
        key: await keyWith(without),
        body: method === 'get' ? undefined : {},
      });
      expect([denied.status, denied.body.code]).toEqual([403, 'forbidden']);
      if (scope === 'admin' || scope === 'person' || scope === 'public' || scope === null) return;
      const allowed = await api.call(method.toUpperCase(), address, {
        key: await keyWith(alsoScope?.member === null ? [scope, alsoScope.scope] : [scope]),
        body: method === 'get' ? undefined : {},
      });
      expect(allowed.status, operationId).not.toBe(403);
    },
  );

  it('are these', () => {
    const changing = KEY_OPERATIONS.filter(({ method }) => method !== 'get').map(({ operationId, scope }) => [operationId, scope]);
    expect(Object.fromEntries(changing)).toEqual({
      createIssuer: 'admin',
      giveIssuer: 'admin',
      suspendIssuer: 'admin',
      resumeIssuer: 'admin',
      decideReport: 'admin',
      allowMailDomain: 'admin',
      disallowMailDomain: 'admin',
      updateIssuer: 'issuers:write',
      updateRetention: 'issuers:write',
      updateMailSettings: 'issuers:write',
      updateMailText: 'issuers:write',
      resetMailText: 'issuers:write',
      previewMailText: 'credentials:read',
      rotateSigningKey: 'keys:write',
      revokeSigningKey: 'keys:write',
      linkDomain: 'issuers:write',
      checkDomain: 'issuers:write',
      unlinkDomain: 'issuers:write',
      createAchievement: 'achievements:write',
      updateAchievement: 'achievements:write',
      importSkillFramework: 'achievements:write',
      deleteSkillFramework: 'achievements:write',
      issueCredential: 'credentials:issue',
      renewCredential: 'credentials:issue',
      correctCredential: 'credentials:issue',
      decideCorrection: 'credentials:issue',
      revokeCredential: 'credentials:revoke',
      revokeCredentials: 'credentials:revoke',
      suspendCredential: 'credentials:suspend',
      resumeCredential: 'credentials:suspend',
      createClaimLink: 'credentials:issue',
      requestAssessment: 'credentials:issue',
      resendCredential: 'credentials:issue',
      resendCredentials: 'credentials:issue',
      eraseCredential: 'credentials:erase',
      eraseRecipient: 'credentials:erase',
      searchCredentials: 'credentials:read',
      searchRecipients: 'recipients:read',
      suspendCredentials: 'credentials:suspend',
      resumeCredentials: 'credentials:suspend',
      undoBulkAct: 'credentials:suspend',
      endorseCredential: 'credentials:endorse',
      createViewingLink: 'viewing-links:write',
      revokeViewingLink: 'viewing-links:write',
      checkEvidence: 'credentials:issue',
      createEvidenceChallenge: 'credentials:issue',
      previewBadgeImage: 'achievements:write',
      createApiKey: 'api-keys:write',
      deleteApiKey: 'api-keys:write',
      readUploadColumns: 'credentials:issue',
      createIssuanceJob: 'credentials:issue',
      cancelIssuanceJob: 'credentials:issue',
      undoIssuanceJob: 'credentials:revoke',
      resumeIssuanceJob: 'credentials:issue',
      retryIssuanceJob: 'credentials:issue',
      createWebhook: 'webhooks:write',
      updateWebhook: 'webhooks:write',
      deleteWebhook: 'webhooks:write',
      rotateWebhookSecret: 'webhooks:write',
      testWebhook: 'webhooks:write',
      replayWebhook: 'webhooks:write',
      replayWebhookDelivery: 'webhooks:write',
    });
  });

  it('to erase do not suffice to withdraw on the way', async () => {
    const path = `/v1/credentials/${ID}/erase`;
    const erase = await keyWith(['credentials:erase']);
    expect((await api.call('POST', path, { key: erase, body: { confirm: 'erase', revoke: true } })).body.code).toBe('forbidden');
    expect((await api.call('POST', path, { key: erase, body: { confirm: 'erase', revoke: false } })).body.code).toBe('not-found');
    const both = await keyWith(['credentials:erase', 'credentials:revoke']);
    expect((await api.call('POST', path, { key: both, body: { confirm: 'erase', revoke: true } })).body.code).toBe('not-found');
  });

  it('to issue do not suffice to correct, which withdraws a badge', async () => {
    const path = `/v1/credentials/${ID}/correct`;
    const body = { recipient: { name: 'Ada' } };
    expect((await api.call('POST', path, { key: await keyWith(['credentials:issue']), body })).body.code).toBe('forbidden');
    expect((await api.call('POST', path, { key: await keyWith(['credentials:issue', 'credentials:revoke']), body })).body.code).toBe(
      'not-found',
    );
  });

  it('to read recipients do not suffice to export badges', async () => {
    for (const path of [`/v1/issuers/${acme.issuer.id}/export`, `/v1/recipients/${ID}/export`]) {
      expect((await api.call('GET', path, { key: await keyWith(['recipients:read']) })).body.code).toBe('forbidden');
      expect((await api.call('GET', path, { key: await keyWith(['credentials:read']) })).body.code).toBe('forbidden');
    }
  });

  it('cannot be widened with `api-keys:write`', async () => {
    const key = await keyWith(['api-keys:write', 'credentials:read']);
    const before = await api.rowCounts();
    const wider = await api.call('POST', '/v1/api-keys', {
      key,
      body: { name: 'wider', scopes: ['credentials:read', 'credentials:issue'] },
    });
    expect(wider.status).toBe(403);
    expect((await api.call('POST', '/v1/api-keys', { key, body: { name: 'admin', admin: true } })).status).toBe(403);
    expect(await api.rowCounts()).toEqual(before);
    const same = await api.call('POST', '/v1/api-keys', { key, body: { name: 'same', scopes: ['credentials:read'] } });
    expect(same.status).toBe(201);
  });
});

describe('an API key', () => {
  it('is shown once and kept as a hash', async () => {
    const made = await api.call('POST', '/v1/api-keys', { key: acme.key, body: { name: 'once', scopes: ['credentials:read'] } });
    expect(made.body.key).toMatch(/^pm_live_[A-Za-z0-9_-]{43}$/);
    expect(made.headers.get('cache-control')).toBe('no-store');
    const listed: { readonly id: string; readonly prefix: string }[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await api.call('GET', `/v1/api-keys?limit=100${cursor}`, { key: acme.key });
      listed.push(...body.data);
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(JSON.stringify(listed)).not.toContain(made.body.key);
    expect(listed.find(({ id }) => id === made.body.id)?.prefix).toBe(made.body.key.slice(0, 14));
    const { rows } = await api.database.pool.query('SELECT k::text AS text FROM api_key k');
    expect(rows.some(({ text }) => text.includes(made.body.key))).toBe(false);
  });

  it('of a test issuer says so', async () => {
    const issuer = (await api.call('POST', '/v1/issuers', { body: { slug: 'sandbox', name: 'Sandbox', mode: 'test' } })).body;
    const made = await api.call('POST', '/v1/api-keys', { body: { name: 'x', issuerId: issuer.id, scopes: ['credentials:read'] } });
    expect(made.body.key).toMatch(/^pm_test_/);
  });

  it('works no more once it is withdrawn or expired', async () => {
    const { text, record } = (await makeKey(api, acme.issuer.id, ['achievements:read'])).key;
    expect((await api.call('GET', '/v1/achievements', { key: text })).status).toBe(200);
    expect((await api.call('DELETE', `/v1/api-keys/${record.id}`, { key: acme.key })).status).toBe(204);
    expect((await api.call('DELETE', `/v1/api-keys/${record.id}`, { key: acme.key })).status).toBe(204);
    expect((await api.call('GET', '/v1/achievements', { key: text })).status).toBe(401);
    const second = (await makeKey(api, acme.issuer.id, ['achievements:read'])).key;
    await api.database.pool.query("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1", [second.record.id]);
    expect((await api.call('GET', '/v1/achievements', { key: second.text })).status).toBe(401);
  });

  it('of an admin cannot withdraw itself, so that nobody is locked out', async () => {
    const { id } = (await api.call('GET', '/v1/api-keys')).body.data[0];
    expect(problemIn(await api.call('DELETE', `/v1/api-keys/${id}`))).toMatchObject({ status: 409, code: 'conflict' });
    const second = (await api.call('POST', '/v1/api-keys', { body: { name: 'second', admin: true } })).body;
    expect(second.key).toMatch(/^pm_admin_/);
    expect((await api.call('DELETE', `/v1/api-keys/${second.id}`)).status).toBe(204);
  });

  it('is read from the header alone: no cookie and no query acts for anybody (T18)', async () => {
    const answer = await api.call('GET', `/v1/issuers`, {
      key: null,
      headers: { cookie: `key=${acme.key}; authorization=Bearer ${acme.key}` },
    });
    expect(answer.status).toBe(401);
    expect((await api.call('GET', `/v1/issuers?key=${acme.key}`, { key: null })).status).toBe(401);
    expect(
      (await api.call('GET', '/v1/issuers', { key: acme.key, headers: { origin: 'https://evil.example' } })).headers.get(
        'access-control-allow-origin',
      ),
    ).toBeNull();
  });
});
