import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCluster } from './cluster.js';
import { processFacts } from './process-facts.js';
import { type LocalPostgres, startLocalPostgres } from './start.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-local-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
function newDataDir(): string {
  count += 1;
  return join(root, `data-${count}`);
}

/** A data folder that was used and shut down before; making one takes initdb a second. */
function usedDataDir(): string {
  const dataDir = newDataDir();
  // As it is, owners included.
  execFileSync('cp', ['-a', join(root, 'used'), dataDir]);
  return dataDir;
}
beforeAll(async () => {
  await (await startLocalPostgres(join(root, 'used'), 'notes')).stop();
});

const opened: LocalPostgres[] = [];
async function open(dataDir: string): Promise<LocalPostgres> {
  const server = await startLocalPostgres(dataDir, 'notes');
  opened.push(server);
  return server;
}
afterEach(async () => {
  for (const server of opened.splice(0)) await server.stop();
});

async function run(server: LocalPostgres, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client(server.connection);
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

async function note(server: LocalPostgres, text: string): Promise<void> {
  await run(server, 'CREATE TABLE IF NOT EXISTS note (text text)');
  await run(server, 'INSERT INTO note VALUES ($1)', [text]);
}

async function notes(server: LocalPostgres): Promise<string[]> {
  return (await run(server, 'SELECT text FROM note')).rows.map(({ text }) => text);
}

describe.runIf(process.getuid?.() === 0)('startLocalPostgres by root', () => {
  it('runs the server under an id that nobody else has, also over a folder of a release that gave it to nobody', async () => {
    const [first, second] = [newDataDir(), newDataDir()];
    const ownerOf = (dataDir: string): number => statSync(join(dataDir, 'postgres')).uid;
    const runner = (dataDir: string): number => {
      const pid = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
      return Number(execFileSync('ps', ['-o', 'uid=', '-p', pid]).toString('utf8'));
    };
    await note(await open(first), 'kept');
    await open(second);
    const ids = [ownerOf(first), ownerOf(second)];
    expect([runner(first), runner(second)]).toEqual(ids);
    expect(new Set([...ids, 0, 65_534]).size).toBe(4);
    expect(readFileSync('/etc/passwd', 'utf8')).not.toContain(`:${ids[0]}:`);
    for (const server of opened.splice(0)) await server.stop();
    execFileSync('chown', ['-R', '65534:65534', join(first, 'postgres')]);
    expect(await notes(await open(first))).toEqual(['kept']);
    expect([ownerOf(first), runner(first)]).toEqual([ids[0], ids[0]]);
  });
});

describe('startLocalPostgres', () => {
  it('starts a durable PostgreSQL in UTF-8 that is not on the network', async () => {
    const server = await open(newDataDir());
    const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'listen_addresses', 'server_encoding', 'data_checksums', 'TimeZone'];
    const { rows } = await run(server, 'SELECT array_agg(current_setting(name)) AS values FROM unnest($1::text[]) name', [names]);
    expect(rows[0].values).toEqual(['on', 'on', 'on', '', 'UTF8', 'on', 'UTC']);
    const { rows: sorted } = await run(server, "SELECT lower('ÄB') AS lower, 'Z' < 'a' AS by_code_point");
    expect(sorted[0]).toEqual({ lower: 'äb', by_code_point: true });
  });

  it('keeps the data over a restart', async () => {
    const dataDir = usedDataDir();
    const first = await open(dataDir);
    await note(first, 'kept');
    await opened.pop()?.stop();
    expect(await notes(await open(dataDir))).toEqual(['kept']);
  });

  it('refuses a second owner and does not disturb the first', async () => {
    const dataDir = usedDataDir();
    const first = await open(dataDir);
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'folder-in-use',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    await note(first, 'undisturbed');
    expect(await notes(first)).toEqual(['undisturbed']);
  });

  it('shuts down the PostgreSQL of a killed owner and finds everything that was committed', async () => {
    const dataDir = usedDataDir();
    await note(await open(dataDir), 'committed');
    await opened.pop()?.stop();
    // A killed owner leaves its server, and a file that names a process that has ended.
    const orphan = await startCluster(join(dataDir, 'postgres'));
    orphan.handOver();
    writeFileSync(join(dataDir, 'postgres.owner'), JSON.stringify({ pid: 2 ** 30, started: null }));
    expect(await notes(await open(dataDir))).toEqual(['committed']);
    expect(processFacts(orphan.pid)).toBeNull();
    expect(() => statSync(orphan.connection.host)).toThrow(/ENOENT/);
  });

  it('reports that the server was killed, and recovers at the next start', async () => {
    const dataDir = usedDataDir();
    const server = await open(dataDir);
    await note(server, 'in the log');
    const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    await expect(server.lost).resolves.toMatch(/SIGKILL/);
    await opened.pop()?.stop();
    expect(await notes(await open(dataDir))).toEqual(['in the log']);
  });

  it('starts over when the first start was killed while it made the folder', async () => {
    const dataDir = newDataDir();
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
    await note(await open(dataDir), 'fine');
    expect(readdirSync(dataDir)).not.toContain('postgres.new');
  });

  it("opens a folder whose path is longer than a socket's may be", async () => {
    const dataDir = join(newDataDir(), ...Array.from({ length: 4 }, () => 'a'.repeat(60)));
    await note(await open(dataDir), 'deep');
  });

  it('lets no other user read the folder', async () => {
    const dataDir = newDataDir();
    await open(dataDir);
    expect(statSync(dataDir).mode & 0o077).toBe(0);
    for (const name of ['postgres', 'postgres.password', 'postgres.log', 'postgres.owner']) {
      expect([name, statSync(join(dataDir, name)).mode & 0o077]).toEqual([name, 0]);
    }
  });

  it('writes no value of a failed statement into the log', async () => {
    const dataDir = usedDataDir();
    const server = await open(dataDir);
    await run(server, 'CREATE TABLE person (email text UNIQUE)');
    for (const attempt of [1, 2]) await run(server, "INSERT INTO person VALUES ('ada@example.org')").catch(() => attempt);
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('ada@');
  });

  it('refuses a folder that another version wrote, and names that version', async () => {
    const dataDir = usedDataDir();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '14\n');
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('PostgreSQL 14'),
    });
  });

  it('refuses a folder whose password file is missing, and names that file', async () => {
    const dataDir = usedDataDir();
    rmSync(join(dataDir, 'postgres.password'));
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'password-missing',
      message: expect.stringContaining('postgres.password'),
    });
  });

  it('reports the first fatal line of the log when the server does not start', async () => {
    const dataDir = usedDataDir();
    writeFileSync(join(dataDir, 'postgres', 'postgresql.conf'), 'shared_buffers = nonsense\n');
    await expect(open(dataDir)).rejects.toMatchObject({
      code: 'start-failed',
      message: expect.stringMatching(/postgresql\.conf.*its log is .*postgres\.log/),
    });
  });
});
