import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCOPES } from '@proofmark/schemas/api';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from './migrate.js';
import { BEFORE_THE_RULES } from './migration-rules.fixture.js';
import { type Migration, readMigrations } from './migrations.js';
import { createPool } from './pool.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

function migration(version: number, sql: string, more: Partial<Migration> = {}): Migration {
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { version, name: `000${version}-step.sql`, sql, checksum, worksWith: version, transactional: true, ...more };
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

  it('refuses a database that is too new for the code', async () => {
    await migrate(database.pool, [first, second]);
    await expect(migrate(database.pool, [first])).rejects.toMatchObject({ code: 'database-newer-than-code' });
  });

  it('goes on with a database that later files only added to, until one removes what this code needs', async () => {
    const expand = migration(2, 'ALTER TABLE one ADD COLUMN m integer;', { worksWith: 1 });
    await migrate(database.pool, [first, expand]);
    expect(await migrate(database.pool, [first])).toBe(0);
    const contract = migration(3, 'ALTER TABLE one DROP COLUMN n;', { worksWith: 2 });
    await migrate(database.pool, [first, expand, contract]);
    await expect(migrate(database.pool, [first])).rejects.toMatchObject({ code: 'database-newer-than-code' });
    expect(await migrate(database.pool, [first, expand])).toBe(0);
  });

  it('does not trust a newer file that says nothing of older code', async () => {
    await migrate(database.pool, [first, migration(2, '', { worksWith: 1 })]);
    await database.pool.query('UPDATE schema_migration SET works_with = NULL');
    await expect(migrate(database.pool, [first])).rejects.toMatchObject({ code: 'database-newer-than-code' });
  });

  it('tries a file again that waited for a table in use, and lets nobody wait long behind it', async () => {
    await migrate(database.pool, [first]);
    const reader = await database.pool.connect();
    await reader.query('BEGIN; SELECT * FROM one');
    const alter = migration(2, 'ALTER TABLE one ADD COLUMN m integer;');
    const done = migrate(database.pool, [first, alter], { tries: 20, pause: 50 });
    const waiting = async (): Promise<boolean> =>
      (await database.pool.query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%ALTER%'")).rowCount === 1;
    await expect.poll(waiting, { timeout: 60_000, interval: 10 }).toBe(true);
    // Who comes after the waiting file stands behind it in the queue of the table.
    const began = performance.now();
    expect(await numbers()).toEqual([1]);
    expect(performance.now() - began).toBeLessThan(5000);
    await reader.query('COMMIT');
    reader.release();
    expect(await done).toBe(1);
  });

  it('gives up in the end where a table is never free, and says what to do', async () => {
    await migrate(database.pool, [first]);
    const reader = await database.pool.connect();
    await reader.query('BEGIN; SELECT * FROM one');
    const alter = migration(2, "SET LOCAL lock_timeout = '10ms'; ALTER TABLE one ADD COLUMN m integer;");
    await expect(migrate(database.pool, [first, alter], { tries: 2, pause: 10 })).rejects.toMatchObject({
      code: 'migration-failed',
      message: expect.stringMatching(/0002-step\.sql.*in use.*End transactions/),
    });
    await reader.query('COMMIT');
    reader.release();
  });

  it('runs the statements of a file outside of a transaction where its name says so, also beside processes that wait for their turn', async () => {
    const sql = '-- An index\nDROP INDEX CONCURRENTLY IF EXISTS one_n;\nCREATE INDEX CONCURRENTLY one_n\n  ON one (n);\n';
    const files = [first, migration(2, sql, { transactional: false }), migration(3, 'INSERT INTO one VALUES (3);')];
    const pools = Array.from({ length: 4 }, () => createPool(database.url));
    const applied = await Promise.all(pools.map((pool) => migrate(pool, files)));
    await Promise.all(pools.map((pool) => pool.end()));
    expect(applied.sort()).toEqual([0, 0, 0, 3]);
    const { rows } = await database.pool.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'one_n'::regclass");
    expect([rows, await numbers()]).toEqual([[{ indisvalid: true }], [1, 3]]);
  });

  it('runs such a file again when it was cut off in the middle', async () => {
    const sql = 'DROP INDEX CONCURRENTLY IF EXISTS one_n;\nCREATE UNIQUE INDEX CONCURRENTLY one_n ON one (n);\n';
    const file = migration(2, sql, { transactional: false });
    await migrate(database.pool, [migration(1, `${first.sql} INSERT INTO one VALUES (1);`)]);
    const files = [migration(1, `${first.sql} INSERT INTO one VALUES (1);`), file];
    await expect(migrate(database.pool, files)).rejects.toMatchObject({ code: 'migration-failed' });
    await database.pool.query('DELETE FROM one WHERE ctid IN (SELECT ctid FROM one LIMIT 1)');
    expect(await migrate(database.pool, files)).toBe(1);
    const { rows } = await database.pool.query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'one_n'::regclass");
    expect(rows).toEqual([{ indisvalid: true }]);
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
    // Those releases had no files that run outside of a transaction.
    const files = readMigrations().slice(0, BEFORE_THE_RULES);
    await migrateAsEarlierReleases(files);
    await database.pool.query(
      "INSERT INTO issuer (id, slug, mode, did, name) VALUES (gen_random_uuid(), 'acme', 'live', 'did:web:x', 'Acme')",
    );
    expect(await migrate(database.pool, files)).toBe(0);
    expect(await migrate(database.pool, files)).toBe(0);
    expect((await database.pool.query('SELECT slug FROM issuer')).rows).toEqual([{ slug: 'acme' }]);
    const { rows } = await database.pool.query('SELECT name FROM kysely_migration ORDER BY name');
    expect(rows.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
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

  it('reads from the first line and the name how a file goes with older code, and how it is run', () => {
    const other = mkdtempSync(join(folder, 'headers-'));
    const write = (name: string, text: string) => writeFileSync(join(other, name), `${text}\nSELECT 1;\n`);
    write('0001-a.sql', '-- The beginning');
    write('0002-b.sql', '-- expand: a column');
    write('0003-c.concurrently.sql', '-- expand: an index');
    write('0004-d.sql', '-- contract 0002: the old column');
    write('0005-e.sql', '-- expand: another');
    write('0006-f.sql', '-- whatever');
    const read = readMigrations(other).map(({ worksWith, transactional }) => [worksWith, transactional]);
    expect(read).toEqual([
      [1, true],
      [1, true],
      [1, false],
      [2, true],
      [2, true],
      [6, true],
    ]);
  });

  it('demands numbers without a gap, and takes either line ending as the same text', () => {
    writeFileSync(join(folder, '0001-a.sql'), 'SELECT 1;\r\nSELECT 2;\r\n');
    expect(readMigrations(folder)[0]?.checksum).toBe(createHash('sha256').update('SELECT 1;\nSELECT 2;\n').digest('hex'));
    writeFileSync(join(folder, '0003-c.sql'), '');
    expect(() => readMigrations(folder)).toThrow(/0003-c\.sql/);
  });
});
