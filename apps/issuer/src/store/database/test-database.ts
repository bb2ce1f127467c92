import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { sharedTestCluster } from '@proofmark/local-postgres/testing';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { partitionByIssuer } from '../distributed/partition.js';
import { recordStatements, refusedStatements } from '../distributed/record-statements.js';
import { readMigrations } from './migrations.js';
import { createPool } from './pool.js';
import { setUp } from './set-up.js';

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly pool: pg.Pool;
  /** The same database for another process, as DATABASE_URL. */
  readonly url: string;
  /** Ends the pool and drops the database. Throws when the product sent a statement that could not be distributed by issuer_id. */
  close(): Promise<void>;
}

/**
 * Makes a fresh database with the current schema (or empty, with `migrated: false`) on a real PostgreSQL: the server of
 * TEST_DATABASE_URL when that is set, else the embedded one that all test processes share.
 *
 * @example
 * const database = await createTestDatabase();
 * afterAll(() => database.close());
 */
export async function createTestDatabase({ migrated = true }: { readonly migrated?: boolean } = {}): Promise<TestDatabase> {
  const server = await serverUrl();
  const name = `proofmark_test_${randomBytes(8).toString('hex')}`;
  await asAdmin(server, async (admin) => {
    const template = migrated ? await ensureTemplate(admin, server) : 'template0';
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = withDatabase(server, name);
  recordStatements();
  const pool = createPool(url);
  return {
    pool,
    url,
    async close() {
      const refused = migrated ? await refusedStatements(pool) : [];
      await pool.end();
      await asAdmin(server, (admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      if (refused.length > 0) throw new Error(`These statements could not be distributed by issuer_id:\n${refused.join('\n')}`);
    },
  };
}

async function serverUrl(): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const { host, port, user, password } = (await sharedTestCluster()).connection;
  return `postgres://${user}:${encodeURIComponent(password)}@/postgres?host=${encodeURIComponent(host)}&port=${port}`;
}

/** The code that fills the template, beside the migrations: ours, and pg-boss's SQL. */
const MAKERS = ['../distributed/partition', './migrate', './set-up', '../../queue/install', '../../queue/queues'].map(
  (file) => new URL(file + extname(import.meta.url), import.meta.url),
);

/** The migrated database that the others are copied from. It outlives a run, so another text of what fills it makes another one. */
async function ensureTemplate(admin: pg.Client, server: string): Promise<string> {
  const migrations = readMigrations();
  const hash = createHash('sha256').update(PgBoss.getConstructionPlans());
  for (const { checksum } of migrations) hash.update(checksum);
  for (const file of MAKERS) hash.update(readFileSync(file));
  // The same tests also run on tables that are partitioned by issuer (tests/partitions).
  const partitioned = process.env.TEST_DATABASE_LAYOUT === 'partitions';
  hash.update(partitioned ? 'partitions' : '');
  const name = `proofmark_template_${hash.digest('hex').slice(0, 16)}`;
  // Copies are made side by side. A template that is still being made has connections and cannot be copied, so its makers take turns.
  if (await isTemplate(admin, name)) return name;
  await admin.query('SELECT pg_advisory_lock(hashtext($1))', ['proofmark_template']);
  if (await isTemplate(admin, name)) return name;
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0`);
  const pool = createPool(withDatabase(server, name));
  try {
    await setUp(pool);
    if (partitioned) await partitionByIssuer(pool);
  } finally {
    await pool.end();
  }
  await admin.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  return name;
}

async function isTemplate(admin: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
  return rowCount !== 0;
}

function withDatabase(server: string, name: string): string {
  return server.replace(/^(postgres(?:ql)?:\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

async function asAdmin<T>(server: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
