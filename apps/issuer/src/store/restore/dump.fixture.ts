import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { asAdmin, type DrillServer, machinePrograms, machineServer, npmServer } from './server.fixture.js';

/** A server, and how its database is dumped and restored. */
export interface Dumping {
  /** For the reader of the test's output. */
  readonly form: string;
  readonly server: DrillServer;
  dump(): Promise<Restore>;
}

/** Restores what was dumped into the same server: over what is there, into a database that was made anew, or the rows alone. */
export type Restore = (how: 'clean' | 'recreate' | 'data-only') => Promise<void>;

/**
 * With the pg_dump and pg_restore of a PostgreSQL on this machine, over a server of that version; where there is none, with the PostgreSQL from npm,
 * whose rows and sequences are read and written here.
 */
export async function startDumping(folder: string): Promise<Dumping> {
  const programs = process.env.PROOFMARK_DRILL === 'rows' ? null : machinePrograms();
  if (programs === null) {
    const server = await npmServer(folder);
    return { form: 'rows and sequences, copied by the test: no pg_dump on this machine', server, dump: () => dumpRows(server) };
  }
  const server = await machineServer(programs, folder);
  return { form: `pg_dump and pg_restore of ${programs}`, server, dump: async () => dumpByProgram(server, programs) };
}

function dumpByProgram(server: DrillServer, programs: string): Restore {
  const file = join(mkdtempSync(join(tmpdir(), 'pm-dump-')), 'proofmark.dump');
  const run = (program: string, args: readonly string[]) =>
    spawnSync(join(programs, program), ['-h', server.sockets, '-U', server.user, ...args], { encoding: 'utf8' });
  const dumped = run('pg_dump', ['-Fc', '-f', file, 'proofmark']);
  if (dumped.status !== 0) throw new Error(dumped.stderr);
  return async (how) => {
    if (how === 'recreate') await recreate(server);
    if (how === 'data-only') await withClient(server, truncate);
    const form = { clean: ['--clean', '--if-exists'], recreate: [], 'data-only': ['--data-only', '--disable-triggers'] }[how];
    const { status, stderr } = run('pg_restore', ['-d', 'proofmark', ...form, file]);
    // With --clean it first tries to drop keys of partitions of the queue one by one, which fails; then it drops their table.
    const errors = stderr.split('\n').filter((line) => line.includes('ERROR') && !/cannot drop inherited constraint/.test(line));
    if (errors.length > 0 || (status !== 0 && how !== 'clean')) throw new Error(stderr);
  };
}

async function recreate(server: DrillServer): Promise<void> {
  await asAdmin(server, async (admin) => {
    await admin.query('DROP DATABASE proofmark WITH (FORCE)');
    await admin.query('CREATE DATABASE proofmark');
  });
}

async function withClient<T>({ sockets, user, password }: DrillServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ host: sockets, user, password, database: 'proofmark' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const TABLES = "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')";

async function truncate(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(TABLES);
  // The journals refuse it otherwise.
  await client.query("SET session_replication_role = 'replica'");
  await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')}`);
}

/** Without pg_dump nobody writes the definitions of tables: a database of the same ones is kept as a template. */
async function dumpRows(server: DrillServer): Promise<Restore> {
  const kept = `kept_${Date.now()}`;
  const rows = await withClient(server, readRows);
  return async (how) => {
    if (how === 'data-only') return withClient(server, (client) => writeRows(client, rows));
    await asAdmin(server, async (admin) => {
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'proofmark'");
      await admin.query(`CREATE DATABASE ${kept} TEMPLATE proofmark`);
      await admin.query('DROP DATABASE proofmark WITH (FORCE)');
      await admin.query(`CREATE DATABASE proofmark TEMPLATE ${kept}`);
      await admin.query(`DROP DATABASE ${kept}`);
    });
    await withClient(server, async (client) => {
      await writeRows(client, rows);
      // What `--clean` does to the identity of a table.
      if (how === 'clean') await client.query('VACUUM FULL status_list');
    });
  };
}

interface Rows {
  readonly tables: ReadonlyMap<string, readonly string[]>;
  readonly sequences: readonly { readonly name: string; readonly last: string }[];
}

async function readRows(client: pg.Client): Promise<Rows> {
  const { rows: names } = await client.query<{ name: string }>(TABLES);
  const tables = new Map<string, readonly string[]>();
  for (const { name } of names) {
    const { rows } = await client.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ONLY ${name} t`);
    tables.set(
      name,
      rows.map(({ row }) => row),
    );
  }
  const { rows: sequences } = await client.query<{ name: string; last: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname IN ('public', 'pgboss') AND last_value IS NOT NULL`,
  );
  return { tables, sequences };
}

async function writeRows(client: pg.Client, { tables, sequences }: Rows): Promise<void> {
  await truncate(client);
  for (const [name, rows] of tables) {
    for (const row of rows) {
      const columns = Object.keys(JSON.parse(row)).map((column) => client.escapeIdentifier(column));
      const { rows: generated } = await client.query<{ name: string }>(
        'SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attgenerated <> $2',
        [name, ''],
      );
      const written = columns.filter((column) => !generated.some((one) => client.escapeIdentifier(one.name) === column)).join(', ');
      await client.query(
        `INSERT INTO ${name} (${written}) OVERRIDING SYSTEM VALUE SELECT ${written} FROM json_populate_record(NULL::${name}, $1::json)`,
        [row],
      );
    }
  }
  for (const { name, last } of sequences) await client.query('SELECT setval($1::regclass, $2)', [name, last]);
}
