import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTenant } from '../issuing/issuing.fixture.js';
import { type Api, startApi } from '../routes/v1/api.fixture.js';
import { migrate } from '../store/database/migrate.js';
import { readMigrations } from '../store/database/migrations.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import { forgeArchive } from './archive.fixture.js';
import type { Manifest } from './manifest.js';
import type { Progress } from './progress.js';
import { restoreBackup } from './restore-backup.js';
import { readSequences, readTables } from './tables.js';
import { writeBackup } from './write-backup.js';

// T23: backups of other releases, and restores that end before they are done.

const folder = mkdtempSync(join(tmpdir(), 'proofmark-restore-'));
const file = join(folder, 'night.zip');
const silent: Progress = { step: () => undefined, rows: () => undefined };
const ends: (() => Promise<void>)[] = [];
let api: Api;
let written: Manifest;
beforeAll(async () => {
  api = await startApi();
  ends.push(api.close);
  const acme = await makeTenant(api, 'acme');
  const body = { recipient: { email: 'ada@example.org', name: 'Ada' } };
  await api.call('POST', `/v1/achievements/${acme.achievement.id}/credentials`, { key: acme.key, body });
  written = await writeBackup(api.database.pool, file, new Date(), silent);
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
  rmSync(folder, { recursive: true });
});

async function empty(): Promise<TestDatabase> {
  const database = await createTestDatabase({ migrated: false });
  ends.push(database.close);
  return database;
}

/** Tables that have rows, but for those of the migrations. */
async function filled({ pool }: TestDatabase): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    const names: string[] = [];
    for (const { name } of await readTables(client))
      if ((await client.query(`SELECT FROM public."${name}" LIMIT 1`)).rowCount !== 0) names.push(name);
    return names.sort();
  } finally {
    client.release();
  }
}
const inBackup = (): readonly string[] =>
  written.tables
    .filter(({ schema, rows }) => schema === 'public' && rows > 0)
    .map(({ table }) => table)
    .sort();

describe('a restore', { timeout: 300_000 }, () => {
  it('that fails while rows are loaded leaves none, and can be done again', async () => {
    const database = await empty();
    const path = join(folder, 'failing.zip');
    copyFileSync(file, path);
    // The disk alters the last table after the backup was checked.
    const failing: Progress = {
      ...silent,
      step(text) {
        if (text === 'Making the tables')
          alter(path, written.tables.filter(({ schema, rows }) => schema === 'public' && rows > 0).at(-1)!.file);
      },
    };
    await expect(restoreBackup(database.pool, path, failing)).rejects.toThrow();
    expect(await filled(database)).toEqual([]);
    await restoreBackup(database.pool, file, silent);
    expect(await filled(database)).toEqual(inBackup());
  });

  function alter(path: string, name: string): void {
    const bytes = readFileSync(path);
    bytes[bytes.indexOf(name) + name.length + 8]! ^= 255;
    writeFileSync(path, bytes);
  }

  it('that is killed while it makes the tables can be done again', async () => {
    const database = await empty();
    const program = fileURLToPath(new URL('../../dist/restore.js', import.meta.url));
    const env = { PATH: process.env.PATH ?? '', DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), KEY_PASSPHRASE: 'a drill' };
    const child = spawn(process.execPath, [program, file], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const killed = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Making the tables')) child.kill('SIGKILL');
    });
    expect([await killed, said]).toEqual(['SIGKILL', expect.stringContaining('Making the tables')]);
    await restoreBackup(database.pool, file, silent);
    expect(await filled(database)).toEqual(inBackup());
  });
});

describe('a backup of another release', { timeout: 300_000 }, () => {
  it('is refused where that is newer, by its form or by its schema, and nothing is made', async () => {
    const database = await empty();
    const newer: readonly [string, string, (manifest: Manifest) => object][] = [
      ['backup-newer', 'is of a newer release', ({ migrations }) => ({ migrations: [...migrations, { ...migrations[0], version: 9999 }] })],
      ['not-a-backup', 'was made by a newer release than this one', () => ({ format: 2 })],
    ];
    for (const [code, message, change] of newer) {
      const path = forgeArchive<Manifest>(file, join(folder, 'newer.zip'), (_, manifest) => change(manifest));
      await expect(restoreBackup(database.pool, path, silent)).rejects.toMatchObject({ code, message: expect.stringContaining(message) });
    }
    expect((await database.pool.query("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace")).rowCount).toBe(0);
  });

  it('is refused where the same files were other ones', async () => {
    const database = await empty();
    const path = forgeArchive<Manifest>(file, join(folder, 'other.zip'), (_, { migrations }) => ({
      migrations: migrations.map((one, at) => (at === 3 ? { ...one, checksum: 'f'.repeat(64) } : one)),
    }));
    await expect(restoreBackup(database.pool, path, silent)).rejects.toMatchObject({ code: 'backup-of-other-files' });
  });

  it('is restored where that is earlier, and brought up to this one', async () => {
    const [old, database] = [await empty(), await empty()];
    const files = readMigrations().slice(0, -1);
    await migrate(old.pool, files);
    await expect(writeBackup(old.pool, join(folder, 'old.zip'), new Date(), silent)).rejects.toMatchObject({
      code: 'schema-unlike-release',
      message: expect.stringContaining('an earlier release'),
    });
    const path = await asOfEarlier(old, files.length);
    await restoreBackup(database.pool, path, silent);
    const { rows } = await database.pool.query('SELECT count(*)::int AS files FROM schema_migration');
    expect(rows).toEqual([{ files: files.length + 1 }]);
    expect(await filled(database)).toEqual(inBackup());
  });

  /** The backup as the release that made the database would have written it: without tables and columns that came later. */
  async function asOfEarlier({ pool }: TestDatabase, count: number): Promise<string> {
    const client = await pool.connect();
    const [there, numbered] = await (async () => [await readTables(client), await readSequences(client)] as const)().finally(() =>
      client.release(),
    );
    return forgeArchive<Manifest>(file, join(folder, 'earlier.zip'), (texts, { migrations, tables, sequences }) => ({
      migrations: migrations.slice(0, count),
      sequences: sequences.filter(({ name }) => numbered.some((one) => one.name === name)),
      tables: tables.flatMap((table) => {
        if (table.schema === 'pgboss') return [table];
        const columns = there.find(({ name }) => name === table.table)?.columns;
        if (columns === undefined) return [];
        const places = columns.map((column) => table.columns.indexOf(column));
        expect(places, `${table.table}: a column that is gone now`).not.toContain(-1);
        const lines = (texts[table.file] ?? '').split('\n').slice(0, -1);
        texts[table.file] = lines.map((line) => `${places.map((at) => line.split('\t')[at]).join('\t')}\n`).join('');
        return [{ ...table, columns }];
      }),
    }));
  }
});
