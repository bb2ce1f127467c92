import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalPostgres } from '@proofmark/local-postgres';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing/issuing.fixture.js';
import { installQueue } from '../queue/install.js';
import { migrate } from './database/migrate.js';
import { readMigrations } from './database/migrations.js';
import { createPool } from './database/pool.js';
import type { CredentialRecord } from './index.js';

// T23 and T10: after a restore no place of a status list is given out twice, and what was withdrawn stays withdrawn.

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing();
  acme = await makeTenant(issuing, 'acme');
});
afterAll(() => issuing.close());

async function issue({ useCases }: Pick<Issuing, 'useCases'> = issuing): Promise<CredentialRecord> {
  const input = { achievementId: acme.achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
  return good(await useCases.issueCredential({ actor: acme.actor, input })).credential;
}
const placeOf = ({ statusListId, statusIndex }: CredentialRecord): string => `${statusListId}#${statusIndex}`;

describe('the origin of a status list', () => {
  it('is the server’s own identity, the timeline that it writes, its database and the table, as the server itself states them', async () => {
    await issue();
    const { pool } = issuing.database;
    const { rows: lists } = await pool.query<{ origin: string }>('SELECT DISTINCT origin FROM status_list');
    const { rows } = await pool.query<{ system: string; database: number; list: number; node: number; log: string }>(
      `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS system,
         (SELECT oid FROM pg_database WHERE datname = current_database()) AS database,
         (SELECT oid FROM pg_class WHERE relname = 'status_list') AS list,
         (SELECT relfilenode FROM pg_class WHERE relname = 'status_list') AS node,
         (SELECT name FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$' ORDER BY modification DESC LIMIT 1) AS log`,
    );
    const { system, database, list, node, log } = rows[0]!;
    expect(lists).toEqual([{ origin: [system, log.slice(0, 8), database, list, node].join('/') }]);
    // Some twenty digits: nothing that two servers share, such as the name of a database.
    expect(system).toMatch(/^\d{16,20}$/);
  });
});

describe('a database that is restored into another server from its rows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'proofmark-restore-'));
  let restored: pg.Pool;
  let end: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const server = await startLocalPostgres(folder, 'proofmark');
    const { host, port, user, password, database } = server.connection;
    restored = createPool(`postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`);
    end = async () => {
      await restored.end();
      await server.stop();
    };
    await migrate(restored, readMigrations());
    await installQueue(restored);
  });
  afterAll(async () => {
    await end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives no place out twice, and keeps what was withdrawn', async () => {
    const before = await issue();
    const revoked = await issue();
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: revoked.id } }));
    await copyRows(issuing.database.pool, restored);
    // The living service goes on after the dump: these badges are out in the world, and the dump knows nothing of them.
    const lost = [await issue(), await issue(), await issue()];

    const { keys, pepper } = issuing.foundation;
    const process = testProcess(restored, { keys, pepper });
    const after = [await issue(process), await issue(process), await issue(process)];
    const known = new Set([before, revoked, ...lost].map(placeOf));
    expect(after.filter((badge) => known.has(placeOf(badge)))).toEqual([]);
    expect(new Set(after.map(({ statusListId }) => statusListId)).has(before.statusListId)).toBe(false);

    // The journal came with the rows, and a badge of before can still be withdrawn in its own list.
    good(await process.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: before.id } }));
    const set = await process.store.statusLists.setIndices(acme.issuer.id, before.statusListId);
    expect(new Set(set)).toEqual(new Set([revoked.statusIndex, before.statusIndex]));
    await process.close();
  });
});

/** What a dump and its restore do: every row of every table, and the state of every sequence. */
async function copyRows(from: pg.Pool, to: pg.Pool): Promise<void> {
  const { rows: tables } = await from.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
  );
  const target = await to.connect();
  try {
    await target.query("SET session_replication_role = 'replica'");
    for (const { name } of tables) {
      await target.query(`TRUNCATE ${name} CASCADE`);
    }
    for (const { name } of tables) {
      const { rows } = await from.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM ${name} t`);
      for (const { row } of rows) {
        await target.query(`INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_record(NULL::${name}, $1::json)`, [
          row,
        ]);
      }
    }
    const { rows: sequences } = await from.query<{ name: string; last: string | null }>(
      "SELECT format('%I', sequencename) AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public'",
    );
    for (const { name, last } of sequences) if (last !== null) await target.query('SELECT setval($1::regclass, $2)', [name, last]);
  } finally {
    target.release(true);
  }
}
