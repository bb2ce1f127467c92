import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rememberUse } from '../../issuing/access/remember-use.js';
import { makeKey, makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Api, startApi } from './api.fixture.js';

let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const lastUse = async (id: string): Promise<string | null> => {
  const { body } = await api.call('GET', `/v1/api-keys?limit=100`, { key: acme.key });
  return body.data.find((one: { readonly id: string }) => one.id === id).lastUsedAt;
};

describe('an API key', () => {
  it('tells when it was last used', async () => {
    const { key } = await makeKey(api, acme.issuer.id, ['achievements:read']);
    expect(await lastUse(key.record.id)).toBeNull();
    const before = Date.now();
    await api.call('GET', '/v1/achievements', { key: key.text });
    expect(Date.parse((await lastUse(key.record.id)) ?? '')).toBeGreaterThanOrEqual(before);
  });

  it('has its use written down once an hour, and works where that cannot be written', async () => {
    const written: [string, Date][] = [];
    const remember = rememberUse({ apiKeys: { ...api.store.apiKeys, used: async (id, at) => void written.push([id, at]) } });
    for (const minute of [0, 59, 61, 62]) await remember('key', new Date(minute * 60_000));
    await remember('other', new Date(0));
    expect(written).toEqual([
      ['key', new Date(0)],
      ['key', new Date(61 * 60_000)],
      ['other', new Date(0)],
    ]);
    const full = rememberUse({ apiKeys: { ...api.store.apiKeys, used: () => Promise.reject(new Error('disk full')) } });
    await expect(full('key', new Date())).resolves.toBeUndefined();
  });
});
