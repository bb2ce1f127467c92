import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCOPES } from '@proofmark/schemas/api';
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

  it('records each file in the table of Kysely and, with its checksum, in our own', async () => {
    await migrate(database.pool, [first, second]);
    const { rows: names } = await database.pool.query('SELECT name FROM kysely_migration ORDER BY name');
    expect(names).toEqual([{ name: first.name }, { name: second.name }]);
    const { rows: files } = await database.pool.query('SELECT version, name, checksum FROM schema_migration ORDER BY version');
    expect(files).toEqual([first, second].map(({ version, name, checksum }) => ({ version, name, checksum })));
  });

  it('applies the files by number even when the clock of an earlier run was ahead', async () => {
    await migrate(database.pool, [first]);
    await database.pool.query("UPDATE kysely_migration SET timestamp = '2999-01-01T00:00:00.000Z'");
    expect(await migrate(database.pool, [first, second])).toBe(1);
    expect(await migrate(database.pool, [first, second, migration(3, 'INSERT INTO one VALUES (3);')])).toBe(1);
    expect(await numbers()).toEqual([1, 2, 3]);
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

/** What releases before Kysely's Migrator did: the file and its row in one transaction, and no other bookkeeping. */
async function migrateAsEarlierReleases(migrations: readonly Migration[]): Promise<void> {
  await database.pool.query(
    'CREATE TABLE schema_migration (version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  );
  for (const { version, name, sql, checksum } of migrations) {
    await database.pool.query(`BEGIN; ${sql}; COMMIT;`);
    await database.pool.query('INSERT INTO schema_migration (version, name, checksum) VALUES ($1, $2, $3)', [version, name, checksum]);
  }
}

describe("migrate, on a database of a release before Kysely's Migrator", () => {
  it('applies nothing to a database that is up to date, and keeps its rows', async () => {
    await migrateAsEarlierReleases(readMigrations());
    await database.pool.query(
      "INSERT INTO issuer (id, slug, mode, did, name) VALUES (gen_random_uuid(), 'acme', 'live', 'did:web:x', 'Acme')",
    );
    expect(await migrate(database.pool)).toBe(0);
    expect(await migrate(database.pool)).toBe(0);
    expect((await database.pool.query('SELECT slug FROM issuer')).rows).toEqual([{ slug: 'acme' }]);
    const { rows } = await database.pool.query('SELECT name FROM kysely_migration ORDER BY name');
    expect(rows.map(({ name }) => name)).toEqual(readMigrations().map(({ name }) => name));
  });

  it('applies the files that are missing', async () => {
    const files = readMigrations();
    await migrateAsEarlierReleases(files.slice(0, 4));
    expect(await migrate(database.pool)).toBe(files.length - 4);
    const { rowCount } = await database.pool.query("SELECT FROM pg_tables WHERE tablename IN ('private_work', 'viewing_link')");
    expect(rowCount).toBe(2);
  });

  it('lets API keys go on doing what they could when scopes are split', async () => {
    const files = readMigrations();
    await migrateAsEarlierReleases(
      files.slice(
        0,
        files.findIndex(({ name }) => name.includes('api-key-lines')),
      ),
    );
    const insert =
      "INSERT INTO api_key (id, name, prefix, hash, scopes) VALUES (gen_random_uuid(), $1::text, '', sha256(convert_to($1::text, 'UTF8')), $2)";
    await database.pool.query(insert, ['platform', ['achievements:read', 'credentials:write']]);
    await database.pool.query(insert, ['owner', ['keys:write', 'issuers:write', 'credentials:write']]);
    await database.pool.query(insert, ['admin', ['admin']]);
    await database.pool.query(insert, ['reader', ['credentials:read']]);
    await migrate(database.pool);
    const { rows } = await database.pool.query('SELECT name, scopes, created_by FROM api_key');
    const write = ['credentials:issue', 'credentials:revoke', 'credentials:erase', 'credentials:endorse', 'viewing-links:write'];
    expect(Object.fromEntries(rows.map(({ name, scopes }) => [name, scopes]))).toEqual({
      platform: ['achievements:read', ...write],
      owner: ['keys:write', 'issuers:write', ...write, 'api-keys:write'],
      admin: ['admin'],
      reader: ['credentials:read'],
    });
    expect(rows.every(({ scopes }) => scopes.every((scope: string) => scope === 'admin' || SCOPES.some((known) => known === scope)))).toBe(
      true,
    );
  });

  it('refuses it when its files were changed since, and changes nothing', async () => {
    await migrateAsEarlierReleases([first]);
    const changed = migration(1, `${first.sql} -- better`);
    await expect(migrate(database.pool, [changed, second])).rejects.toMatchObject({ code: 'migration-changed' });
    expect(await numbers()).toEqual([1]);
  });

  it('leaves it as the earlier release expects it, so that the release can be taken back', async () => {
    await migrateAsEarlierReleases([first]);
    await migrate(database.pool, [first, second]);
    const { rows } = await database.pool.query('SELECT version, checksum FROM schema_migration ORDER BY version');
    expect(rows).toEqual([first, second].map(({ version, checksum }) => ({ version, checksum })));
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
