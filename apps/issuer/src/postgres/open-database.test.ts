import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { checkServer, describeTarget } from './check-server.js';
import { startCluster } from './cluster.js';
import { type Database, openDatabase } from './open-database.js';
import { processFacts } from './process-facts.js';
import { createTestDatabase } from './test-database.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-open-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
function newDataDir(): string {
  count += 1;
  return join(root, `data-${count}`);
}

const opened: Database[] = [];
async function open(dataDir: string): Promise<Database> {
  const database = await openDatabase({ dataDir, databaseUrl: null });
  opened.push(database);
  return database;
}
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

async function note(database: Database, text: string): Promise<void> {
  await database.pool.query('CREATE TABLE IF NOT EXISTS note (text text)');
  await database.pool.query('INSERT INTO note VALUES ($1)', [text]);
}

async function notes(database: Database): Promise<string[]> {
  return (await database.pool.query('SELECT text FROM note')).rows.map(({ text }) => text);
}

describe('the embedded database', () => {
  it('is a durable PostgreSQL in UTF-8 that is not on the network', async () => {
    const database = await open(newDataDir());
    const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'server_encoding', 'data_checksums', 'TimeZone'];
    const { rows } = await database.pool.query('SELECT array_agg(current_setting(name)) AS values FROM unnest($1::text[]) name', [names]);
    expect(rows[0].values).toEqual(['on', 'on', 'on', '', 'UTF8', 'on', 'UTC']);
    const { rows: sorted } = await database.pool.query("SELECT lower('ÄB') AS lower, 'Z' < 'a' AS by_code_point");
    expect(sorted[0]).toEqual({ lower: 'äb', by_code_point: true });
  });

  it('keeps its data over a restart', async () => {
    const dataDir = newDataDir();
    const first = await open(dataDir);
    await note(first, 'kept');
    await opened.pop()?.close();
    expect(await notes(await open(dataDir))).toEqual(['kept']);
  });

  it('refuses a second owner, and does not disturb the first', async () => {
    const dataDir = newDataDir();
    const first = await open(dataDir);
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'data-folder-in-use',
      message: expect.stringMatching(new RegExp(`process ${process.pid}.*DATA_DIR`)),
    });
    await note(first, 'undisturbed');
    expect(await notes(first)).toEqual(['undisturbed']);
  });

  it('shuts down the PostgreSQL of a killed owner, and has all that was committed', async () => {
    const dataDir = newDataDir();
    await note(await open(dataDir), 'committed');
    await opened.pop()?.close();
    // What a killed owner leaves: its server, and a file that names a process which is no more.
    const orphan = await startCluster(join(dataDir, 'postgres'));
    orphan.handOver();
    writeFileSync(join(dataDir, 'postgres.owner'), JSON.stringify({ pid: 2 ** 30, started: null }));
    expect(await notes(await open(dataDir))).toEqual(['committed']);
    expect(processFacts(orphan.pid)).toBeNull();
    expect(() => statSync(orphan.connection.host)).toThrow(/ENOENT/);
  });

  it('recovers after the server itself was killed', async () => {
    const dataDir = newDataDir();
    const database = await open(dataDir);
    await note(database, 'in the log');
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await expect(database.lost).resolves.toMatch(/SIGKILL/);
    await opened.pop()?.close();
    expect(await notes(await open(dataDir))).toEqual(['in the log']);
  });

  it('starts anew when the first start was killed while it made the folder', async () => {
    const dataDir = newDataDir();
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    await note(await open(dataDir), 'fine');
    expect(readdirSync(dataDir)).not.toContain('postgres.new');
  });

  it('opens however long the path of the folder is', async () => {
    const dataDir = join(newDataDir(), ...Array.from({ length: 4 }, () => 'a'.repeat(60)));
    await note(await open(dataDir), 'deep');
  });

  it('keeps the folder to itself', async () => {
    const dataDir = newDataDir();
    await open(dataDir);
    expect(statSync(dataDir).mode & 0o077).toBe(0);
    for (const name of ['postgres', 'postgres.password', 'postgres.log', 'postgres.owner']) {
      expect([name, statSync(join(dataDir, name)).mode & 0o077]).toEqual([name, 0]);
    }
  });

  it('writes no value of a failed statement into its log', async () => {
    const dataDir = newDataDir();
    const { pool } = await open(dataDir);
    await pool.query('CREATE TABLE person (email text UNIQUE)');
    for (const attempt of [1, 2]) await pool.query("INSERT INTO person VALUES ('ada@example.org')").catch(() => attempt);
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('ada@');
  });

  it('names the version that wrote the folder when it is another one', async () => {
    const dataDir = newDataDir();
    await open(dataDir);
    await opened.pop()?.close();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '14\n');
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'embedded-postgres-failed',
      message: expect.stringContaining('PostgreSQL 14'),
    });
  });

  it('says that its password is missing', async () => {
    const dataDir = newDataDir();
    await open(dataDir);
    await opened.pop()?.close();
    rmSync(join(dataDir, 'postgres.password'));
    await expect(open(dataDir)).rejects.toMatchObject({ message: expect.stringContaining('postgres.password') });
  });
});

describe('a server', () => {
  it('is used when it is named, and brought up to date', async () => {
    const test = await createTestDatabase({ migrated: false });
    const database = await openDatabase({ dataDir: newDataDir(), databaseUrl: test.url });
    const { rowCount } = await database.pool.query('SELECT FROM schema_migration');
    expect(rowCount).toBeGreaterThan(0);
    await database.close();
    await test.close();
  });

  it('that cannot be reached is named without its password', async () => {
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

  it('that is too old, or keeps another encoding, is refused', async () => {
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

  it.each([
    ['postgres://u:p@db.example:5432/pm?sslmode=require', 'db.example:5432/pm'],
    ['postgres://u:p@/pm?host=%2Frun%2Fpostgresql', '/run/postgresql/pm'],
  ])('is described without secrets: %s', (url, description) => {
    expect(describeTarget(url)).toBe(description);
  });
});
