import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalPostgresError } from '@proofmark/local-postgres';
import { afterAll, describe, expect, it } from 'vitest';
import { kyselyOver } from '../postgres-store.js';
import { statusPlaceRepository } from '../status-places.js';
import { checkServer, describeTarget } from './check-server.js';
import { localStartupError } from './local-startup-error.js';
import { openDatabase } from './open-database.js';
import { createPool } from './pool.js';
import { createTestDatabase } from './test-database.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-open-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
function newDataDir(): string {
  count += 1;
  return join(root, `data-${count}`);
}

describe('the embedded database', () => {
  it('is brought up to date, and belongs to one service at a time', async () => {
    const dataDir = newDataDir();
    const database = await openDatabase({ dataDir, databaseUrl: null });
    const { rowCount } = await database.pool.query('SELECT FROM schema_migration');
    expect(rowCount).toBeGreaterThan(0);
    await expect(openDatabase({ dataDir, databaseUrl: null })).rejects.toMatchObject({
      name: 'StartupError',
      code: 'data-folder-in-use',
      message: expect.stringMatching(new RegExp(`process ${process.pid}.*set DATA_DIR`)),
    });
    await database.close();
    const again = await openDatabase({ dataDir, databaseUrl: null });
    await again.close();
  });

  it('names a setting of the service as the remedy where there is one', () => {
    const unsupported = new LocalPostgresError('unsupported', 'There is no PostgreSQL for this machine', 'use another server');
    expect(localStartupError(unsupported)).toMatchObject({
      code: 'embedded-postgres-unsupported',
      message: 'There is no PostgreSQL for this machine; set DATABASE_URL to a PostgreSQL server (15 or later).',
    });
    const running = new LocalPostgresError('server-still-running', 'A server of an earlier run does not stop', 'end it and start again');
    expect(localStartupError(running)).toMatchObject({
      code: 'data-folder-in-use',
      message: 'A server of an earlier run does not stop; end it and start again.',
    });
  });
});

describe('a database server that is configured', () => {
  it('is used and brought up to date', async () => {
    const test = await createTestDatabase({ migrated: false });
    const database = await openDatabase({ dataDir: newDataDir(), databaseUrl: test.url });
    const { rowCount } = await database.pool.query('SELECT FROM schema_migration');
    expect(rowCount).toBeGreaterThan(0);
    await database.close();
    await test.close();
  });

  it('is named without its password when it cannot be reached', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const { port } = free.address() as { port: number };
    await new Promise((resolve) => free.close(resolve));
    const attempt = openDatabase({ dataDir: newDataDir(), databaseUrl: `postgres://me:hunter2@127.0.0.1:${port}/pm` });
    await expect(attempt).rejects.toMatchObject({
      code: 'database-unreachable',
      message: expect.stringMatching(new RegExp(`^The database at 127\\.0\\.0\\.1:${port}/pm .*ECONNREFUSED.*DATABASE_URL`)),
    });
    await expect(attempt).rejects.not.toThrow(/hunter2/);
  });

  it('is refused when it is too old or keeps text in another encoding', async () => {
    const test = await createTestDatabase();
    await expect(checkServer(test.pool, 'db', 99)).rejects.toMatchObject({
      code: 'database-too-old',
      message: expect.stringContaining('99'),
    });
    await test.pool.query(`CREATE DATABASE ascii_${process.pid} ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0`);
    const { pathname } = new URL(test.url.replace('@/', '@localhost/'));
    const url = test.url.replace(pathname, `/ascii_${process.pid}`);
    await expect(openDatabase({ dataDir: newDataDir(), databaseUrl: url })).rejects.toMatchObject({ code: 'database-encoding' });
    await test.pool.query(`DROP DATABASE ascii_${process.pid} WITH (FORCE)`);
    await test.close();
  });

  it('serves an ordinary user, and is refused to one who may not ask which server it is', async () => {
    const test = await createTestDatabase();
    const role = `ordinary_${process.pid}`;
    await test.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'p'`);
    const ordinary = createPool(test.url.replace(/\/\/[^@]*@/, `//${role}:p@`));
    try {
      await checkServer(ordinary, 'db');
      const { origin } = statusPlaceRepository(kyselyOver(ordinary));
      expect(await origin()).toMatchObject({
        history: expect.stringMatching(/^\d+\/[0-9A-F]{8}\/\d+\/\d+/),
        server: expect.stringMatching(/^\d/),
      });
      for (const name of ['pg_control_system()', 'pg_walfile_name(pg_lsn)']) {
        await test.pool.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
        await expect(checkServer(ordinary, 'db')).rejects.toMatchObject({
          code: 'database-rights-missing',
          message: expect.stringMatching(/GRANT EXECUTE ON FUNCTION pg_control_system\(\), .*pg_walfile_name\(pg_lsn\)/),
        });
        await test.pool.query(`GRANT EXECUTE ON FUNCTION ${name} TO ${role}`);
        await checkServer(ordinary, 'db');
      }
    } finally {
      await ordinary.end();
      await test.pool.query(`DROP OWNED BY ${role}`);
      await test.pool.query(`DROP ROLE ${role}`);
      await test.close();
    }
  });

  it.each([
    ['postgres://u:p@db.example:5432/pm?sslmode=require', 'db.example:5432/pm'],
    ['postgres://u:p@/pm?host=%2Frun%2Fpostgresql', '/run/postgresql/pm'],
  ])('is described without secrets: %s', (url, description) => {
    expect(describeTarget(url)).toBe(description);
  });
});
