import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIRST_COPY, possibleWays, type SmallDisk } from './full-disk.fixture.js';
import { readConfiguration, type Service, startService } from './service.js';

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
  readonly body: any;
}

const FULL = { status: 503, retryAfter: '60', body: { code: 'storage-full', status: 503 } };

let disk: SmallDisk;
let service: Service;
let issuer: string;
let achievement: string;
const acknowledged = new Map<string, string>();

async function ask(path: string, body?: unknown, key?: string): Promise<Answer> {
  const response = await fetch(service.baseUrl + path, {
    headers: {
      ...(path.startsWith('/v1') ? { authorization: `Bearer ${service.adminKey}`, 'content-type': 'application/json' } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: json ? JSON.parse(text) : text };
}

async function issue(key?: string): Promise<Answer> {
  const answer = await ask(`/v1/achievements/${achievement}/credentials`, { recipient: { email: 'ada@example.org' } }, key);
  if (answer.status === 201) acknowledged.set(answer.body.id, JSON.stringify(answer.body.credential));
  return answer;
}

async function query(text: string) {
  // A server that is ending may take a connection and never answer it.
  const client = new pg.Client({ connectionString: disk.server.url, connectionTimeoutMillis: 20_000, query_timeout: 30_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client.query(text).finally(() => client.end());
}

async function begin(open: () => Promise<SmallDisk>): Promise<void> {
  disk = await open();
  acknowledged.clear();
  await disk.server.start();
  const settings = { PORT: '0', DATA_DIR: join(disk.folder, 'service'), DATABASE_URL: disk.server.url, LOG_LEVEL: 'silent' };
  service = await startService(readConfiguration(settings), { checkSignatures: async () => undefined });
  issuer = (await ask('/v1/issuers', { slug: 'acme', name: 'Acme' })).body.id;
  const definition = { name: 'API', description: 'Designs.', criteria: { narrative: 'Built.' }, evidencePolicy: 'none' };
  achievement = (await ask('/v1/achievements', { issuerId: issuer, ...definition })).body.id;
  for (let n = 0; n < 5; n += 1) expect((await issue()).status).toBe(201);
}

async function end(): Promise<void> {
  await service.close();
  await disk.remove();
}

/** Issues until there is no room; what is left of it takes some more badges. */
async function untilFull(): Promise<Answer> {
  await disk.fill();
  for (let n = 0; n < 5000; n += 1) {
    const answer = await issue();
    if (answer.status !== 201) return answer;
  }
  throw new Error('the disk does not get full');
}

/** What was acknowledged is there as it was, and nothing else; each badge with what belongs to it. */
async function expectWhole(): Promise<void> {
  for (const [id, json] of acknowledged) {
    const { status, body } = await ask(`/v1/credentials/${id}`);
    expect([status, JSON.stringify(body.credential)]).toEqual([200, json]);
  }
  const { rows } = await query(`
    SELECT c.id, (SELECT count(*)::int FROM api_event e WHERE e.issuer_id = c.issuer_id AND e.credential_id = c.id AND e.type = 'credential.issued') AS events,
      (SELECT count(*)::int FROM audit_entry a WHERE a.issuer_id = c.issuer_id AND a.object_id = c.id::text) AS acts
    FROM credential c WHERE status_index < ${FIRST_COPY}`);
  expect(rows.map(({ id }) => id).sort()).toEqual([...acknowledged.keys()].sort());
  for (const { events, acts } of rows) expect([events, acts]).toEqual([1, 1]);
}

const WAYS = possibleWays();

describe.each(WAYS)('a full disk ($how)', ({ open }) => {
  beforeEach(() => begin(open));
  afterEach(() => end());

  it('is told with when to come again, leaves nothing half-written, and the service goes on by itself once there is room', async () => {
    expect(await untilFull()).toMatchObject(FULL);
    const many = await Promise.all(Array.from({ length: 20 }, (_, n) => issue(`key-${n}`)));
    expect(new Set(many.map(({ status }) => status)).size).toBeLessThanOrEqual(2);
    for (const answer of many) if (answer.status !== 201) expect(answer).toMatchObject(FULL);
    expect(many.filter(({ status }) => status === 503).length).toBeGreaterThan(0);
    const [badge = ''] = acknowledged.keys();
    for (const path of [
      '/issuers/acme',
      `/credentials/${badge}`,
      `/credentials/${badge}.json`,
      `/v1/credentials/${badge}`,
      `/v1/events?issuer=${issuer}`,
    ]) {
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    }
    await disk.makeRoom();
    await expect.poll(async () => (await issue()).status, { interval: 50 }).toBe(201);
    // The same requests again: those that were refused make a badge now, and no other makes a second one.
    for (const [n, before] of many.entries()) {
      const answer = await issue(`key-${n}`);
      expect(answer.status).toBe(before.status === 201 ? 200 : 201);
      if (before.status === 201) expect(answer.body.id).toBe(before.body.id);
    }
    await expectWhole();
  });
});

describe.each(WAYS.filter(({ whole }) => whole))('a full disk on which the server cannot write its log any more ($how)', ({ open }) => {
  beforeEach(() => begin(open));
  afterEach(() => end());

  it('ends the server; the service says that the database is away, and goes on once there is room and the server runs again', async () => {
    await disk.fill();
    const statuses = new Set<number>();
    const codes = new Set<string>();
    for (let n = 0; n < 200 && !codes.has('database-unavailable'); n += 1) {
      // Of the log alone: a table needs room elsewhere, and where that fails first, the log does not grow.
      for (const text of ["SELECT pg_logical_emit_message(false, 'full', 'x')", 'SELECT pg_switch_wal()'])
        await query(text).catch(() => undefined);
      const answer = await issue();
      statuses.add(answer.status);
      if (answer.status === 503) codes.add(answer.body.code);
    }
    expect([...statuses].filter((status) => status !== 201)).toEqual([503]);
    expect(codes).toContain('database-unavailable');
    await disk.makeRoom();
    // It has ended its processes by itself, and one that is told to stop while it recovers may wait for ever.
    await disk.server.stop('at once');
    await disk.server.start();
    await expect.poll(async () => (await issue()).status, { interval: 50 }).toBe(201);
    await expectWhole();
  });
});
