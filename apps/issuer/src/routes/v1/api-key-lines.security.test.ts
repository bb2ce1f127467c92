import type { Scope } from '@proofmark/schemas/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant, type Tenant } from '../../issuing/issuing.fixture.js';
import { type Answer, type Api, problemIn, startApi } from './api.fixture.js';

// T17: what a leaked API key made does not outlive it.
let api: Api;
let acme: Tenant;
beforeAll(async () => {
  api = await startApi();
  acme = await makeTenant(api, 'acme');
});
afterAll(() => api.close());

const SCOPES: readonly Scope[] = ['api-keys:write', 'achievements:read'];

interface Key {
  readonly id: string;
  readonly key: string;
  readonly createdBy: string | null;
  readonly expiresAt: string | null;
}

async function make(by: string, fields: object = {}): Promise<Key> {
  const made = await api.call('POST', '/v1/api-keys', { key: by, body: { name: 'x', scopes: SCOPES, ...fields } });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
}

const makeRoot = (fields: object = {}): Promise<Key> => make(api.adminKey, { issuerId: acme.issuer.id, ...fields });
const withdraw = (id: string, key: string): Promise<Answer> => api.call('DELETE', `/v1/api-keys/${id}`, { key });
const works = async ({ key }: Key): Promise<boolean> => (await api.call('GET', '/v1/achievements', { key })).status === 200;
const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

describe('the end of an API key', () => {
  it('is the end of the key that made it, unless an earlier one is asked for', async () => {
    const parent = await makeRoot({ expiresAt: inMinutes(60) });
    expect((await make(parent.key)).expiresAt).toBe(parent.expiresAt);
    const sooner = inMinutes(30);
    expect((await make(parent.key, { expiresAt: sooner })).expiresAt).toBe(sooner);
    const same = await make(parent.key, { expiresAt: parent.expiresAt });
    expect([same.expiresAt, same.createdBy]).toEqual([parent.expiresAt, parent.id]);
  });

  it('is never after the end of the key that made it', async () => {
    const parent = await makeRoot({ expiresAt: inMinutes(60) });
    const later = await api.call('POST', '/v1/api-keys', {
      key: parent.key,
      body: { name: 'x', scopes: SCOPES, expiresAt: inMinutes(61) },
    });
    expect(problemIn(later)).toEqual({ status: 422, code: 'invalid-request', errors: [['/expiresAt', 'out-of-range']] });
    expect(later.body.errors[0].detail).toContain(parent.expiresAt);
  });

  it('comes when any key in the line of its makers expires, whatever its own row says', async () => {
    const parent = await makeRoot({ expiresAt: inMinutes(60) });
    const child = await make(parent.key);
    const grandchild = await make(child.key);
    expect(await works(grandchild)).toBe(true);
    await api.database.pool.query('UPDATE api_key SET expires_at = NULL WHERE id = ANY ($1)', [[child.id, grandchild.id]]);
    await api.database.pool.query("UPDATE api_key SET expires_at = now() - interval '1 second' WHERE id = $1", [parent.id]);
    expect(await Promise.all([parent, child, grandchild].map(works))).toEqual([false, false, false]);
  });
});

describe('withdrawing an API key', () => {
  it('withdraws what it made, and what that made', async () => {
    const parent = await makeRoot();
    const child = await make(parent.key);
    const grandchild = await make(child.key);
    const other = await makeRoot();
    expect((await withdraw(parent.id, acme.key)).status).toBe(204);
    expect(await Promise.all([parent, child, grandchild, other].map(works))).toEqual([false, false, false, true]);
    const { data } = (await api.call('GET', '/v1/api-keys?limit=100', { key: acme.key })).body;
    const withdrawn = data.filter(({ revokedAt }: { revokedAt: string | null }) => revokedAt !== null).map(({ id }: Key) => id);
    expect(withdrawn).toEqual(expect.arrayContaining([parent.id, child.id, grandchild.id]));
    const { rows } = await api.database.pool.query("SELECT * FROM audit_entry WHERE action = 'api-key.revoked' AND object_id = $1", [
      parent.id,
    ]);
    expect(rows).toMatchObject([{ issuer_id: acme.issuer.id, details: { fallen: expect.arrayContaining([child.id, grandchild.id]) } }]);
  });

  it('of an admin withdraws the admin keys and the keys of issuers that it made, and says so in the log of each', async () => {
    const admin = await make(api.adminKey, { scopes: undefined, admin: true });
    const made = await make(admin.key, { issuerId: acme.issuer.id });
    const second = await make(admin.key, { scopes: undefined, admin: true });
    expect((await withdraw(admin.id, api.adminKey)).status).toBe(204);
    expect(await works(made)).toBe(false);
    expect((await api.call('GET', '/v1/issuers', { key: second.key })).status).toBe(401);
    const { rows } = await api.database.pool.query('SELECT issuer_id, details FROM audit_entry WHERE object_id = $1 ORDER BY issuer_id', [
      admin.id,
    ]);
    expect(rows.slice(1).map(({ details }) => details)).toEqual([{ fallen: [second.id] }, { fallen: [made.id] }]);
  });

  it('counts at the time of use, also for a child that the withdrawal did not reach', async () => {
    const parent = await makeRoot();
    const child = await make(parent.key);
    await api.database.pool.query('UPDATE api_key SET revoked_at = now() WHERE id = $1', [parent.id]);
    expect(await works(child)).toBe(false);
  });

  it('is refused to a key that would fall with it', async () => {
    const parent = await makeRoot();
    const child = await make(parent.key);
    const grandchild = await make(child.key);
    expect(problemIn(await withdraw(parent.id, grandchild.key))).toMatchObject({ status: 409, code: 'conflict' });
    expect(await works(parent)).toBe(true);
    // Its own end, or that of another line, is its own affair.
    expect((await withdraw(grandchild.id, grandchild.key)).status).toBe(204);
    expect(await Promise.all([child, grandchild].map(works))).toEqual([true, false]);
  });

  it('leaves no living child when both happen at the same time', async () => {
    for (let round = 0; round < 12; round += 1) {
      const parent = await makeRoot();
      const child = await make(parent.key);
      const asked = [0, 1, 2, 3].map(() => api.call('POST', '/v1/api-keys', { key: child.key, body: { name: 'x', scopes: SCOPES } }));
      const answers = await Promise.all([...asked, withdraw(parent.id, acme.key)]);
      expect(answers.at(-1)!.status).toBe(204);
      const born = answers.slice(0, -1).filter(({ status }) => status === 201);
      expect(await Promise.all(born.map(({ body }) => works(body)))).toEqual(born.map(() => false));
      const line = [parent.id, child.id, ...born.map(({ body }) => body.id)];
      const standing = await api.database.pool.query('SELECT id FROM api_key WHERE id = ANY ($1) AND revoked_at IS NULL', [line]);
      expect(standing.rows).toEqual([]);
    }
  });
});

describe('a line of API keys', () => {
  it('ends after eight generations, so that no request has to follow a longer one', async () => {
    let last = await makeRoot();
    // The first admin key is the first of the line.
    for (let generation = 3; generation <= 8; generation += 1) last = await make(last.key);
    const ninth = await api.call('POST', '/v1/api-keys', { key: last.key, body: { name: 'x', scopes: SCOPES } });
    expect(problemIn(ninth)).toMatchObject({ status: 409, code: 'conflict' });
  });

  it('never gains a scope', async () => {
    const parent = await makeRoot();
    for (const scope of ['credentials:issue', 'keys:write', 'audit-log:read']) {
      const wider = await api.call('POST', '/v1/api-keys', { key: parent.key, body: { name: 'x', scopes: [...SCOPES, scope] } });
      expect([wider.status, wider.body.detail]).toEqual([403, expect.stringContaining(scope)]);
    }
  });
});
