import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OwnServer, ownServer } from '@proofmark/local-postgres/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PGBOUNCER, type PgBouncer, startPgBouncer } from './pgbouncer.fixture.js';
import { readConfiguration, type Service, startService } from './service.js';
import { findLink } from './store/database/link.js';
import { createPool } from './store/database/pool.js';
import { setUp } from './store/database/set-up.js';
import { troubleOf } from './store/database/trouble.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-pooled-'));
let server: OwnServer;
beforeAll(async () => {
  server = await ownServer({ log_statement: 'all' });
  await server.start();
});
afterAll(async () => {
  await server.remove();
  rmSync(root, { recursive: true });
});

let folders = 0;
async function start(url: string): Promise<Service> {
  folders += 1;
  // All have the same address, as behind a balancer, and the same passphrase.
  return startService(
    readConfiguration({
      PORT: '0',
      PUBLIC_BASE_URL: 'http://localhost:3999',
      DATA_DIR: join(root, `data-${folders}`),
      DATABASE_URL: url,
      KEY_PASSPHRASE: 'of these tests',
      LOG_LEVEL: 'silent',
    }),
    { checkSignatures: async () => undefined },
  );
}

const addressOf = (service: Service): string => `http://127.0.0.1:${service.port}`;

/** Does what integrators do, by one process and then by another. */
async function use(services: readonly [Service, Service], admin: string, slug: string): Promise<void> {
  const call = async (at: Service, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const response = await fetch(addressOf(at) + path, {
      headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json', ...more },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const text = await response.text();
    expect([path, response.status, response.status < 300 ? '' : text]).toEqual([path, expect.toSatisfy((s: number) => s < 300), '']);
    return text === '' ? null : JSON.parse(text);
  };
  const [first, second] = services;
  const issuer = await call(first, '/v1/issuers', { slug, name: slug });
  const criteria = { narrative: 'Built one.' };
  const definition = { issuerId: issuer.id, name: 'API design', description: 'Designs.', criteria, evidencePolicy: 'none' };
  const achievement = await call(first, '/v1/achievements', definition);
  const badges = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      call(
        services[n % 2] as Service,
        `/v1/achievements/${achievement.id}/credentials`,
        { recipient: { email: `a${n}@example.org` } },
        {
          'idempotency-key': `${slug}-${n}`,
        },
      ),
    ),
  );
  await Promise.all(
    badges
      .slice(0, 10)
      .map(({ id }, n) => call(services[n % 2] as Service, `/v1/credentials/${id}/revoke`, { confirm: 'revoke', reason: 'Error' })),
  );
  await call(second, `/v1/credentials/${badges[11].id}/renew`, {});
  await call(first, `/v1/credentials/${badges[12].id}/erase`, { confirm: 'erase' });
  for (const path of [
    `/v1/credentials?limit=5&issuer=${issuer.id}`,
    `/v1/events?issuer=${issuer.id}`,
    `/v1/audit-log?issuer=${issuer.id}`,
    `/v1/issuers/${issuer.id}/keys`,
  ])
    await call(second, path);
  for (const { id } of badges.slice(13)) expect((await fetch(`${addressOf(second)}/credentials/${id}.json`)).status).toBe(200);
}

/** What a session keeps beyond a transaction. A pooler gives the next statement of a client to another session. */
const OF_A_SESSION: readonly RegExp[] = [
  /pg_(?:try_)?advisory_lock(?:_shared)?\s*\(/i,
  /\bSET\s+(?!LOCAL\b|TRANSACTION\b|CONSTRAINTS\b)(?:SESSION\s+)?[a-z_.]+\s*(?:=|\bTO\b)/i,
  /set_config\s*\([^)]*,\s*false\s*\)/i,
  /^\s*(?:UN)?LISTEN\b/i,
  /\bCREATE\s+(?:GLOBAL\s+|LOCAL\s+)?TEMP/i,
  /\bWITH\s+HOLD\b/i,
  /^\s*(?:PREPARE|DISCARD)\b/i,
];

/** The statements in the log of the server. `UPDATE … SET` is no setting. */
function statementsIn(log: string): readonly string[] {
  const texts = log.split(/^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] LOG: {2}(?:statement|execute [^:]+): /m).slice(1);
  return texts.map((text) => text.split(/^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] /m)[0] as string);
}

function ofASession(statement: string): boolean {
  const parts = statement.split(';').filter((part) => !/\b(?:UPDATE|FUNCTION|ALTER)\b/i.test(part));
  return parts.some((part) => OF_A_SESSION.some((pattern) => pattern.test(part)));
}

describe('a service on a database', () => {
  it('asks nothing that keeps a state in its session, from its first start on', async () => {
    const first = await start(server.url);
    const second = await start(server.url);
    await use([first, second], first.adminKey as string, 'acme');
    await Promise.all([first.close(), second.close()]);
    const statements = statementsIn(server.log());
    expect(statements.length).toBeGreaterThan(300);
    expect(statements.filter(ofASession)).toEqual([]);
  });

  it.each([
    'SELECT pg_advisory_lock(1)',
    "SET statement_timeout = '1s'",
    'LISTEN jobs',
    'CREATE TEMP TABLE t (n int)',
    'PREPARE p AS SELECT 1',
  ])('would be found to ask %j', (statement) => expect(ofASession(statement)).toBe(true));
});

describe.runIf(PGBOUNCER !== null)('services behind pgbouncer in transaction mode', () => {
  let bouncer: PgBouncer;
  beforeAll(async () => {
    bouncer = await startPgBouncer(PGBOUNCER as string, { port: server.port, user: 'proofmark' });
  });
  afterAll(() => bouncer.stop());
  const databaseAt = (url: string, name: string): string => url.replace(/postgres$/, name);

  it('start together on an empty database, and do all their work there', async () => {
    await inDatabase(server.url, 'CREATE DATABASE together');
    const url = databaseAt(bouncer.url, 'together');
    const services = await Promise.all([start(url), start(url), start(url)]);
    const keys = services.map(({ adminKey }) => adminKey).filter((key) => key !== null);
    expect(keys).toHaveLength(1);
    await use([services[0], services[1]], keys[0] as string, 'acme');
    await use([services[2], services[0]], keys[0] as string, 'school');
    await Promise.all(services.map((service) => service.close()));
  });

  it('make the schema once, however many begin with it at the same time', async () => {
    for (let round = 0; round < 5; round += 1) {
      await inDatabase(server.url, `CREATE DATABASE round_${round}`);
      const pools = Array.from({ length: 6 }, () => createPool(databaseAt(bouncer.url, `round_${round}`), { max: 3 }));
      const outcomes = await Promise.allSettled(pools.map(setUp));
      await Promise.all(pools.map((pool) => pool.end()));
      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    }
    const { rows } = await inDatabase(server.url, "SELECT FROM pg_locks WHERE locktype = 'advisory'");
    expect(rows).toEqual([]);
  });

  it('prepare no statements, and give their limits to each transaction', async () => {
    const link = await findLink(bouncer.url, null);
    expect(link).toEqual({ direct: false, prepared: false });
    expect(await findLink(server.url, null)).toEqual({ direct: true, prepared: true });
    const pool = createPool(bouncer.url, { link, limits: { statement: 300, lock: 200, idle: 1000 } });
    for (let n = 0; n < 3; n += 1) await Promise.all([1, 2, 3].map(() => pool.query({ name: 'one', text: 'SELECT 1' })));
    const client = await pool.connect();
    await client.query('BEGIN');
    const { rows } = await client.query(
      "SELECT name, setting FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout') ORDER BY name",
    );
    expect(rows).toEqual([
      { name: 'lock_timeout', setting: '200' },
      { name: 'statement_timeout', setting: '300' },
    ]);
    await expect(client.query('SELECT pg_sleep(2)')).rejects.toSatisfy((error) => troubleOf(error) === 'busy');
    await client.query('ROLLBACK');
    client.release();
    await pool.end();
  });
});

async function inDatabase(url: string, statement: string): Promise<{ rows: unknown[] }> {
  const pool = createPool(url, { max: 1 });
  try {
    return await pool.query(statement);
  } finally {
    await pool.end();
  }
}
