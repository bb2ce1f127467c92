import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OwnServer, ownServer } from '@proofmark/local-postgres/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration, type Service, startService } from './service.js';
import { createPool } from './store/database/pool.js';

const root = mkdtempSync(join(tmpdir(), 'proofmark-replica-'));
let primary: OwnServer;
let standby: OwnServer;
let service: Service;
let achievement: string;
beforeAll(async () => {
  primary = await ownServer();
  await primary.start();
  standby = await primary.standby();
  await standby.start();
  service = await start({ DATABASE_URL: primary.url, DATABASE_READ_URL: standby.url });
  const issuer = (await ask('/v1/issuers', { slug: 'acme', name: 'Acme' })).body;
  const definition = {
    issuerId: issuer.id,
    name: 'API',
    description: 'Designs.',
    criteria: { narrative: 'Built.' },
    evidencePolicy: 'none',
  };
  achievement = (await ask('/v1/achievements', definition)).body.id;
});
afterAll(async () => {
  standby.resume();
  await service.close();
  await standby.remove();
  await primary.remove();
  rmSync(root, { recursive: true });
});

let count = 0;
function start(settings: Record<string, string>): Promise<Service> {
  count += 1;
  const all = { PORT: '0', DATA_DIR: join(root, `data-${count}`), KEY_PASSPHRASE: 'of these tests', LOG_LEVEL: 'silent', ...settings };
  return startService(readConfiguration(all), { checkSignatures: async () => undefined });
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function ask(path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const headers: Record<string, string> = path.startsWith('/v1')
    ? { authorization: `Bearer ${service.adminKey}`, 'content-type': 'application/json' }
    : {};
  const response = await fetch(service.baseUrl + path, {
    headers,
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text };
}

const issue = async (): Promise<string> =>
  (await ask(`/v1/achievements/${achievement}/credentials`, { recipient: { email: 'ada@example.org' } })).body.id;
const json = (id: string) => ask(`/credentials/${id}.json`);

/** How many rows of badges a server has read by an index or in order. */
async function readsOf(server: OwnServer): Promise<number> {
  const pool = createPool(server.url, { max: 1 });
  await pool.query('SELECT pg_stat_clear_snapshot()');
  const { rows } = await pool.query("SELECT idx_scan + seq_scan AS reads FROM pg_stat_user_tables WHERE relname = 'credential'");
  await pool.end();
  return Number(rows[0].reads);
}

describe('public reads with a standby', () => {
  it('are answered by the standby, and a badge of this moment by the primary', async () => {
    for (let n = 0; n < 10; n += 1) expect((await json(await issue())).status).toBe(200);
    // A badge that was read is answered from memory, so each of these is read once, and not before the standby has it.
    const ids: string[] = [];
    for (let n = 0; n < 50; n += 1) ids.push(await issue());
    const before = await readsOf(standby);
    const asked = async (): Promise<number> => {
      const id = ids.shift();
      if (id !== undefined) expect((await json(id)).status).toBe(200);
      return (await readsOf(standby)) - before;
    };
    await expect.poll(asked, { timeout: 60_000, interval: 200 }).toBeGreaterThan(3);
  });

  it('never show a badge that was withdrawn as one that stands, also while the standby lags', async () => {
    const id = await issue();
    await json(id);
    const pool = createPool(standby.url, { max: 1 });
    await pool.query('SELECT pg_wal_replay_pause()');
    const { credential } = (await ask(`/v1/credentials/${id}`)).body;
    expect((await ask(`/v1/credentials/${id}/revoke`, { confirm: 'revoke', reason: 'Issued in error' })).status).toBe(200);
    const list = new URL(credential.credentialStatus.statusListCredential).pathname;
    const lists = await Promise.all(Array.from({ length: 5 }, () => ask(list)));
    // The list comes from the primary at once; whatever else, from it as soon as the standby lags.
    const { rows } = await createAndEnd(primary.url, 'SELECT count(*)::int AS n FROM status_event');
    expect(rows).toEqual([{ n: 1 }]);
    expect(new Set(lists.map(({ body }) => body.credentialSubject.encodedList)).size).toBe(1);
    const shown = async (): Promise<boolean> =>
      /withdrawn|revoked/i.test(String((await ask(`/credentials/${id}/status`)).status === 200 ? await page(id) : ''));
    await expect.poll(shown, { timeout: 60_000, interval: 50 }).toBe(true);
    await pool.query('SELECT pg_wal_replay_resume()');
    await pool.end();
  });

  it('are answered by the primary while the standby hangs or is away', async () => {
    const id = await issue();
    standby.halt();
    const began = performance.now();
    for (let n = 0; n < 5; n += 1) expect((await json(id)).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(8000);
    standby.resume();
    await standby.stop('at once');
    for (let n = 0; n < 5; n += 1) expect((await json(id)).status).toBe(200);
    await standby.start();
    expect((await json(id)).status).toBe(200);
  });
});

async function page(id: string): Promise<string> {
  return (await fetch(`${service.baseUrl}/credentials/${id}`, { headers: { accept: 'text/html' } })).text();
}

async function createAndEnd(url: string, statement: string): Promise<{ rows: unknown[] }> {
  const pool = createPool(url, { max: 1 });
  try {
    return await pool.query(statement);
  } finally {
    await pool.end();
  }
}

describe('a start', () => {
  it('is refused with a standby of another server, and with a server that follows nobody', async () => {
    const other = await ownServer();
    await other.start();
    try {
      for (const DATABASE_READ_URL of [other.url, primary.url]) {
        await expect(start({ DATABASE_URL: primary.url, DATABASE_READ_URL, PUBLIC_BASE_URL: service.baseUrl })).rejects.toMatchObject({
          code: 'replica-unusable',
          message: expect.stringMatching(/DATABASE_READ_URL/),
        });
      }
    } finally {
      await other.remove();
    }
  });

  it('does not need the standby: the primary answers until it can be reached', async () => {
    const settings = {
      DATABASE_URL: primary.url,
      DATABASE_READ_URL: 'postgres://proofmark@127.0.0.1:1/postgres',
      PUBLIC_BASE_URL: service.baseUrl,
    };
    const without = await start(settings);
    expect((await fetch(`http://127.0.0.1:${without.port}/issuers/acme`)).status).toBe(200);
    await without.close();
  });
});
