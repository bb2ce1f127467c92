import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { checkSignatures } from './self-test/check-signatures.js';
import { announce } from './server/print-banner.js';
import { type Environment, readConfiguration, type Service, type ServiceOptions, startService } from './service.js';
import { createTestDatabase, type TestDatabase } from './store/database/test-database.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-service-'));
const running: Service[] = [];
const databases: TestDatabase[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.close();
  for (const database of databases.splice(0)) await database.close();
});
afterAll(() => rmSync(root, { recursive: true }));

let count = 0;
/** An environment with a database and a data folder of its own. */
async function environment(): Promise<Record<string, string>> {
  const database = await createTestDatabase();
  databases.push(database);
  count += 1;
  return { PORT: '0', DATA_DIR: join(root, `data-${count}`), DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
}
async function start(settings: Environment, options: ServiceOptions = {}): Promise<Service> {
  const service = await startService(readConfiguration(settings), options);
  running.push(service);
  return service;
}
const stopLast = async (): Promise<void> => running.pop()?.close();
const portOf = (service: Service): string => new URL(service.baseUrl).port;

describe('a start whose signatures other libraries do not take', () => {
  it('fails before anything is signed, and serves nobody', async () => {
    const settings = await environment();
    const disagreed = async () => {
      await checkSignatures(async () => ({ ok: false, library: '@digitalbazaar/vc', answer: { answer: 'invalid' } }));
    };
    await expect(start(settings, { example: true, checkSignatures: disagreed })).rejects.toMatchObject({
      code: 'signatures-not-verifiable',
    });
    // The same folder and database then start: nothing was left half-made.
    const service = await start(settings, { example: true });
    expect(service.example).toMatchObject({ made: true });
  });
});

describe('the first start', () => {
  it('makes an admin key that works, and a badge with its work that anyone can read', async () => {
    const service = await start(await environment(), { example: true });
    expect(service.example).toMatchObject({ made: true, failure: null });
    const badge = await (await fetch(`${service.example?.badge}.json`)).json();
    expect(badge).toMatchObject({ id: service.example?.badge, issuer: { name: 'Acme Academy' } });
    const [work, ...others] = badge.evidence;
    expect(work).toMatchObject({ id: `${service.baseUrl}/example/todo-api.mjs`, mediaType: 'text/javascript' });
    const bytes = new Uint8Array(await (await fetch(work.id)).arrayBuffer());
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
    // A multihash begins with its code and its length, 18 and 32 (multiformats).
    expect(Buffer.from(work.digestMultibase.slice(1), 'base64url').subarray(2).toString('base64url')).toBe(digest);
    // Beside the work stand its kept copy and, on a machine that can read it, the commit of the repository: nothing that nobody has read.
    expect(others.length).toBeGreaterThan(0);
    for (const { id } of others) expect(id).toMatch(/\/[0-9a-f]{40}$|^swh:1:dir:|\/credentials\/[0-9a-f-]{36}\/\S+$/);
    const list = await fetch(`${service.baseUrl}/v1/issuers`, { headers: { authorization: `Bearer ${service.adminKey}` } });
    expect(await list.json()).toMatchObject({ data: [{ slug: 'acme' }] });
  });

  it('makes no example when none is asked for', async () => {
    const service = await start(await environment());
    expect(service.example).toBeNull();
    expect(service.adminKey).toMatch(/^pm_admin_/);
  });

  it('goes on without an example when its work cannot be fetched, and leaves nothing half-made', async () => {
    const service = await start({ ...(await environment()), PUBLIC_BASE_URL: 'http://localhost:9' }, { example: true });
    expect(service.example).toEqual({ badge: null, made: false, failure: expect.stringMatching(/localhost:9\/example.*cannot be pinned/) });
    expect(announce(service)).toMatch(/could not be made: .*cannot be pinned/);
    const { rows } = await (databases[0] as TestDatabase).pool.query(
      'SELECT (SELECT count(*) FROM issuer) + (SELECT count(*) FROM achievement) AS made',
    );
    expect(rows[0].made).toBe(0);
  });

  it('says how the keys are encrypted when nobody gave a passphrase', async () => {
    const settings = await environment();
    const service = await start(settings);
    expect(service.localPassphrase).toEqual({ path: join(settings.DATA_DIR as string, 'key-passphrase'), made: true });
    expect(announce(service)).toContain('key-passphrase');
  });
});

describe('a later start', () => {
  it('has the same badge, and shows no key', async () => {
    const settings = await environment();
    const first = await start(settings, { example: true });
    const text = await (await fetch(`${first.example?.badge}.json`)).text();
    const PORT = portOf(first);
    await stopLast();
    const second = await start({ ...settings, PORT }, { example: true });
    expect(second).toMatchObject({
      adminKey: null,
      example: { badge: first.example?.badge, made: false },
      localPassphrase: { made: false },
    });
    expect(await (await fetch(`${second.example?.badge}.json`)).text()).toBe(text);
    expect(announce(second)).toContain(first.example?.badge);
    expect(announce(second)).not.toMatch(/pm_admin_|key-passphrase/);
  });

  it('adds no example to a service with issuers of its own', async () => {
    const settings = await environment();
    const first = await start(settings);
    await fetch(`${first.baseUrl}/v1/issuers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${first.adminKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ slug: 'school', name: 'My School' }),
    });
    const PORT = portOf(first);
    await stopLast();
    const second = await start({ ...settings, PORT }, { example: true });
    expect(second.example).toEqual({ badge: null, made: false, failure: null });
  });

  it('is refused under another address', async () => {
    const settings = await environment();
    await start(settings, { example: true });
    await stopLast();
    await expect(start({ ...settings, PUBLIC_BASE_URL: 'http://localhost:4567' })).rejects.toMatchObject({
      code: 'base-url-changed',
      message: expect.stringMatching(/issuers:acme.*http:\/\/localhost:4567.*PUBLIC_BASE_URL/),
    });
  });

  it('is refused with another passphrase, or without the one that was given', async () => {
    const settings = await environment();
    const first = await start({ ...settings, KEY_PASSPHRASE: 'first' });
    expect(first.localPassphrase).toBeNull();
    await stopLast();
    await expect(start({ ...settings, KEY_PASSPHRASE: 'second' })).rejects.toMatchObject({ code: 'passphrase-wrong' });
    await expect(start(settings)).rejects.toMatchObject({ code: 'passphrase-missing', message: expect.stringContaining('KEY_PASSPHRASE') });
    await start({ ...settings, KEY_PASSPHRASE: 'first' });
  });
});

describe('a start that fails', () => {
  it('gives back the port that it had taken', async () => {
    const settings = await environment();
    const path = join(root, 'a-file');
    writeFileSync(path, '');
    const first = await start(settings);
    const PORT = portOf(first);
    await stopLast();
    await expect(start({ ...settings, PORT, DATA_DIR: join(path, 'data') })).rejects.toMatchObject({ code: 'data-folder-unwritable' });
    await start({ ...settings, PORT });
  });
});

describe('a running service', () => {
  it('serves every part: pages, the API, its reference, the element and the check', async () => {
    const { baseUrl } = await start(await environment());
    for (const path of [
      '/',
      '/docs',
      '/openapi.json',
      '/verify/',
      '/embed/proofmark-badge.js',
      '/.well-known/jwks.json',
      '/healthz',
      '/readyz',
    ]) {
      expect([path, (await fetch(baseUrl + path)).status]).toEqual([path, 200]);
    }
    expect((await fetch(`${baseUrl}/v1/issuers`)).status).toBe(401);
    expect((await fetch(`${baseUrl}/nothing/here`)).status).toBe(404);
  });

  it('is not ready while its database is away, and says so without falling over', async () => {
    const { baseUrl } = await start(await environment());
    const [database] = databases;
    const admin = await createTestDatabase({ migrated: false });
    const { rows } = await (database as TestDatabase).pool.query('SELECT current_database() AS name');
    await admin.pool.query(`ALTER DATABASE ${rows[0].name} ALLOW_CONNECTIONS false`);
    await admin.pool.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [rows[0].name]);
    const readiness = async (): Promise<number> => (await fetch(`${baseUrl}/readyz`)).status;
    await expect.poll(readiness, { timeout: 60_000, interval: 50 }).toBe(503);
    expect((await fetch(`${baseUrl}/healthz`)).status).toBe(200);
    const failed = await fetch(`${baseUrl}/issuers/acme`);
    expect(failed.status).toBe(503);
    expect(await failed.text()).not.toMatch(/node_modules|\.ts:|postgres/);
    await admin.pool.query(`ALTER DATABASE ${rows[0].name} ALLOW_CONNECTIONS true`);
    await expect.poll(readiness, { timeout: 60_000, interval: 50 }).toBe(200);
    await admin.close();
  });
});
