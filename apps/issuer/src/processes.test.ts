import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration, type Service, startService } from './service.js';
import { createTestDatabase, type TestDatabase } from './store/database/test-database.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-processes-'));
let database: TestDatabase;
const running: Service[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  for (const service of running) await service.close();
  await database.close();
  rmSync(root, { recursive: true });
});

let count = 0;
async function start(settings: Record<string, string>): Promise<Service & { ask(path: string): Promise<Response> }> {
  count += 1;
  const shared = { PORT: '0', PUBLIC_BASE_URL: 'http://localhost:3999', KEY_PASSPHRASE: 'of these tests', LOG_LEVEL: 'silent' };
  const own = { DATA_DIR: join(root, `data-${count}`), DATABASE_URL: database.url };
  const service = await startService(readConfiguration({ ...shared, ...own, ...settings }), { checkSignatures: async () => undefined });
  running.push(service);
  return { ...service, ask: (path) => fetch(`http://127.0.0.1:${service.port}${path}`) };
}

const jobsDone = async (): Promise<number> =>
  (await database.pool.query("SELECT count(*)::int AS n FROM pgboss.job WHERE state IN ('active', 'completed')")).rows[0].n;

describe('processes of one service', () => {
  it('answer requests, do jobs, or both, as they are told', async () => {
    const worker = await start({ PROCESS: 'worker' });
    expect([(await worker.ask('/healthz')).status, (await worker.ask('/readyz')).status]).toEqual([200, 200]);
    for (const path of ['/', '/issuers/acme', '/v1/issuers', '/docs', '/embed/proofmark-badge.js']) {
      expect([path, (await worker.ask(path)).status]).toEqual([path, 404]);
    }
    // Nobody reads what a worker prints: the first admin key is for the first process that serves.
    expect(worker.adminKey).toBeNull();
    await expect.poll(jobsDone, { timeout: 60_000 }).toBeGreaterThan(0);
    await worker.close();
    await database.pool.query('DELETE FROM pgboss.job');

    const service = await start({ PROCESS: 'service' });
    expect(service.adminKey).toMatch(/^pm_admin_/);
    expect((await service.ask('/docs')).status).toBe(200);
    expect((await database.pool.query('SELECT count(*)::int AS n FROM pgboss.job')).rows).toEqual([{ n: 0 }]);
  });

  it('serve the versions of the badge element that any of them offered', async () => {
    const files = [join('f'.repeat(16), 'a.js'), 'a.js'] as const;
    await database.pool.query("INSERT INTO embed_file (version, name, integrity, body) VALUES ($1, 'a.js', 'sha384-x', 'export {};')", [
      'f'.repeat(16),
    ]);
    const service = await start({});
    const answer = await service.ask(`/embed/${files[0]}`);
    expect([answer.status, await answer.text()]).toEqual([200, 'export {};']);
    expect((await service.ask(`/embed/${files[1]}`)).status).toBe(404);
  });
});

describe('a process that stops', () => {
  it('says so to balancers while it still takes requests, ends those that run, and then takes none', async () => {
    const service = await start({ DRAIN_SECONDS: '1' });
    expect((await service.ask('/readyz')).status).toBe(200);
    const began = performance.now();
    const closing = service.close();
    const readiness = await service.ask('/readyz');
    expect([readiness.status, await readiness.json()]).toEqual([503, { status: 'not-ready', reasons: ['stopping'] }]);
    expect((await service.ask('/docs')).status).toBe(200);
    await closing;
    expect(performance.now() - began).toBeGreaterThan(1000);
    await expect(service.ask('/docs')).rejects.toThrow('fetch failed');
  });
});
