import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration, type Service, startService } from './service.js';
import { migrate } from './store/database/migrate.js';
import { type Migration, readMigrations } from './store/database/migrations.js';
import { createTestDatabase, type TestDatabase } from './store/database/test-database.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-update-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(root, { recursive: true });
});

function start(dataDir: string): Promise<Service> {
  const settings = { PORT: '0', PUBLIC_BASE_URL: 'http://localhost:3999', DATABASE_URL: database.url, KEY_PASSPHRASE: 'of these tests' };
  const own = { DATA_DIR: join(root, dataDir), LOG_LEVEL: 'silent' };
  return startService(readConfiguration({ ...settings, ...own }), { checkSignatures: async () => undefined });
}

const present = readMigrations();

/** A file of the release after this one. */
function later(offset: number, sql: string, more: Partial<Migration> = {}): Migration {
  const version = present.length + offset;
  const checksum = createHash('sha256').update(sql).digest('hex');
  return {
    version,
    name: `${String(version).padStart(4, '0')}-later.sql`,
    sql,
    checksum,
    worksWith: present.length,
    transactional: true,
    ...more,
  };
}

const INDEX =
  'DROP INDEX CONCURRENTLY IF EXISTS credential_later;\nCREATE INDEX CONCURRENTLY credential_later ON credential (issuer_id, later);\n';
const NEXT_RELEASE = [
  ...present,
  later(
    1,
    "ALTER TABLE credential ADD COLUMN later text NOT NULL DEFAULT ''; ALTER TABLE credential ADD CONSTRAINT later CHECK (later <> 'x') NOT VALID;",
  ),
  later(2, 'ALTER TABLE credential VALIDATE CONSTRAINT later;'),
  later(3, INDEX, { transactional: false }),
];

describe('an update', () => {
  it('brings the database up to date while the release before goes on issuing, which can be started again afterwards', async () => {
    const service = await start('one');
    const call = async (path: string, body: unknown) => {
      const response = await fetch(`http://127.0.0.1:${service.port}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${service.adminKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: await response.json() };
    };
    const issuer = (await call('/v1/issuers', { slug: 'acme', name: 'Acme' })).body;
    const definition = {
      issuerId: issuer.id,
      name: 'API',
      description: 'Designs.',
      criteria: { narrative: 'Built.' },
      evidencePolicy: 'none',
    };
    const achievement = (await call('/v1/achievements', definition)).body;
    const statuses: number[] = [];
    let updating = true;
    const issue = async (): Promise<void> => {
      while (updating) {
        const { status } = await call(`/v1/achievements/${achievement.id}/credentials`, { recipient: { email: 'ada@example.org' } });
        statuses.push(status);
      }
    };
    const clients = [issue(), issue(), issue()];
    await expect.poll(() => statuses.length, { timeout: 60_000 }).toBeGreaterThan(5);
    expect(await migrate(database.pool, NEXT_RELEASE)).toBe(3);
    const before = statuses.length;
    await expect.poll(() => statuses.length, { timeout: 60_000 }).toBeGreaterThan(before + 5);
    updating = false;
    await Promise.all(clients);
    expect(new Set(statuses)).toEqual(new Set([201]));
    const beside = await start('two');
    expect((await fetch(`http://127.0.0.1:${beside.port}/issuers/acme`)).status).toBe(200);
    await Promise.all([service.close(), beside.close()]);
  });

  it('ends the time of the release before once it removes what that one needs', async () => {
    const contract = later(4, 'ALTER TABLE credential DROP COLUMN later;', { worksWith: present.length + 1 });
    await migrate(database.pool, [...NEXT_RELEASE, contract]);
    await expect(start('three')).rejects.toMatchObject({ code: 'database-newer-than-code' });
  });
});
