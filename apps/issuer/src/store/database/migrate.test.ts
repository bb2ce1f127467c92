import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Migration, migrate, readMigrations } from './migrate.js';
import { createPool } from './pool.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

function migration(version: number, sql: string): Migration {
  return { version, name: `000${version}-step.sql`, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const first = migration(1, 'CREATE TABLE one (n integer); INSERT INTO one VALUES (1);');
const second = migration(2, 'INSERT INTO one VALUES (2);');

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
});
afterEach(() => database.close());

async function numbers(): Promise<number[]> {
  const { rows } = await database.pool.query<{ n: number }>('SELECT n FROM one ORDER BY n');
  return rows.map(({ n }) => n);
}

describe('migrate', () => {
  it('applies what is missing, and nothing twice', async () => {
    expect(await migrate(database.pool, [first])).toBe(1);
    expect(await migrate(database.pool, [first])).toBe(0);
    expect(await migrate(database.pool, [first, second])).toBe(1);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('lets services that start together take turns', async () => {
    const pools = Array.from({ length: 6 }, () => createPool(database.url));
    const applied = await Promise.all(pools.map((pool) => migrate(pool, [first, second])));
    await Promise.all(pools.map((pool) => pool.end()));
    expect(applied.sort()).toEqual([0, 0, 0, 0, 0, 2]);
    expect(await numbers()).toEqual([1, 2]);
  });

  it('leaves nothing of a file that fails, and goes on from there', async () => {
    const broken = migration(2, 'INSERT INTO one VALUES (99); SELECT no_such_column FROM one;');
    await expect(migrate(database.pool, [first, broken])).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/0002-step\.sql.*no_such_column/),
    });
    expect(await numbers()).toEqual([1]);
    expect(await migrate(database.pool, [first, second])).toBe(1);
  });

  it('refuses a database whose files were changed since', async () => {
    await migrate(database.pool, [first]);
    const changed = migration(1, `${first.sql} -- better`);
    await expect(migrate(database.pool, [changed, second])).rejects.toMatchObject({ code: 'migration-changed' });
    expect(await numbers()).toEqual([1]);
  });

  it('refuses a database that is newer than the code', async () => {
    await migrate(database.pool, [first, second]);
    await expect(migrate(database.pool, [first])).rejects.toMatchObject({ code: 'database-newer-than-code' });
  });

  it('gives its lock back when it refuses', async () => {
    await migrate(database.pool, [first, second]);
    await expect(migrate(database.pool, [first])).rejects.toThrow();
    const { rows } = await database.pool.query(
      "SELECT count(*) AS held FROM pg_locks JOIN pg_database d ON d.oid = database WHERE locktype = 'advisory' AND datname = current_database()",
    );
    expect(rows[0]).toEqual({ held: 0 });
  });
});

describe('readMigrations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-migrations-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('reads the files of this service', () => {
    const migrations = readMigrations();
    expect(migrations[0]?.name).toBe('0001-initial.sql');
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('demands numbers without a gap, and takes either line ending as the same text', () => {
    writeFileSync(join(folder, '0001-a.sql'), 'SELECT 1;\r\nSELECT 2;\r\n');
    expect(readMigrations(folder)[0]?.checksum).toBe(createHash('sha256').update('SELECT 1;\nSELECT 2;\n').digest('hex'));
    writeFileSync(join(folder, '0003-c.sql'), '');
    expect(() => readMigrations(folder)).toThrow(/0003-c\.sql/);
  });
});
