import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { BASE, makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { createApp } from '../../server/create-app.js';
import { createLogger } from '../../server/logger.js';
import { onBehalfOf } from '../../store/database/shares.js';
import { type Api, startApi } from './api.fixture.js';
import { v1Routes } from './index.js';

// T26: the log of requests names keys, and nobody’s address.

// T17: a line for each request says which API key was used, and never shows the key itself.
let api: Api;
let acme: Tenant;
let app: ReturnType<typeof createApp>;
const lines: string[] = [];
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
  const logger = createLogger('info', (line) => lines.push(line));
  app = createApp(
    { baseUrl: BASE, logger, ready: () => [] },
    (root) => void root.route('/', v1Routes({ useCases: api.useCases, baseUrl: BASE, local: true, now: () => new Date(), onBehalfOf })),
  );
});
beforeEach(() => void lines.splice(0));
afterAll(() => api.close());

async function lineOf(path: string, key: string | null, init: RequestInit = {}): Promise<Record<string, unknown>> {
  await app.request(`${BASE}${path}`, { ...init, headers: key === null ? {} : { authorization: `Bearer ${key}` } });
  expect(lines).toHaveLength(1);
  for (const secret of [api.adminKey, acme.key]) expect(lines[0]).not.toContain(secret.slice(-20));
  return JSON.parse(lines[0]!);
}

it('names the key and the issuer of a request', async () => {
  const { keyId } = acme.actor;
  expect(await lineOf('/v1/achievements?issuer=x', acme.key)).toMatchObject({ status: 400, key: keyId, issuer: acme.issuer.id });
});

it('names an admin key, which has no issuer', async () => {
  expect(await lineOf('/v1/issuers', api.adminKey)).toMatchObject({ status: 200, key: api.admin.keyId, issuer: null });
});

it('names the key of a request that is refused for its scope or its form', async () => {
  const { key } = await makeKey(api, acme.issuer.id, ['achievements:read']);
  const line = await lineOf('/v1/issuers', key.text, { method: 'POST', body: '{' });
  expect(line).toMatchObject({ status: 403, key: key.record.id, issuer: acme.issuer.id });
});

it('names a withdrawn key that is still used', async () => {
  const { key } = await makeKey(api, acme.issuer.id, ['achievements:read']);
  await api.call('DELETE', `/v1/api-keys/${key.record.id}`, { key: acme.key });
  expect(await lineOf('/v1/achievements', key.text)).toMatchObject({ status: 401, key: key.record.id, issuer: acme.issuer.id });
});

it('names no key where none of ours was sent', async () => {
  expect(await lineOf('/v1/issuers', null)).not.toHaveProperty('key');
  lines.splice(0);
  expect(await lineOf('/v1/issuers', `pm_live_${'A'.repeat(43)}`)).not.toHaveProperty('key');
});
