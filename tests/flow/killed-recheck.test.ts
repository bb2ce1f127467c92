import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { createTestDatabase } from '@proofmark/issuer/testing';
import type { ApiEvent, CredentialResource } from '@proofmark/schemas/api';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Killable, startKillable } from './killable.js';

// T24: no look at the work is lost.

type Database = Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
let dataDir: string;
let port: number;
let running: Killable;
let client: Client;
let work: LoopbackServer;
let badge: CredentialResource;
/** While it is set, the work's server lets whoever asks wait. */
let waiting: ((asked: string) => void) | null = null;
let body = '%PDF-1.7 as it was';

const start = async (): Promise<void> => {
  running = await startKillable({ PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: database.url });
};
const query = async (text: string) => (await database.pool.query(text)).rows;
const jobs = async (): Promise<string[]> =>
  (await query(`SELECT state FROM pgboss.job WHERE name = 'recheck-work' AND data->>'credentialId' = '${badge.id}'`)).map(
    ({ state }) => state,
  );
const looks = () => query(`SELECT same_bytes FROM work_look WHERE credential_id = '${badge.id}' ORDER BY seq`);

beforeAll(async () => {
  [database, dataDir, port] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'proofmark-recheck-')), freePort()]);
  work = await loopbackServer(async (request, response) => {
    if (waiting !== null) {
      waiting(request.url ?? '');
      await once(request.socket, 'close');
    }
    response.setHeader('content-type', 'application/pdf').end(body);
  });
  await start();
  client = createClient({ baseUrl: `http://localhost:${port}`, apiKey: /pm_admin_[\w-]+/.exec(running.printed)?.[0] ?? '' });
  const issuer = await client.issuers.create({ slug: 'killed', name: 'Killed' });
  const definition = { name: 'Endurance', description: 'Survives.', criteria: { narrative: 'None.' } };
  const policy = { evidencePolicy: { min: 1, pinned: 'required' } } as const;
  const { id } = await client.achievements.create({ issuerId: issuer.id, ...definition, ...policy });
  badge = await client.credentials.issue(id, { recipient: { email: 'ada@example.org' }, evidence: [{ url: `${work.origin}/a.pdf` }] });
});

afterAll(async () => {
  await running.end();
  await work.close();
  await database.close();
  await rm(dataDir, { recursive: true });
});

describe('a service that is killed while it looks at the work of a badge', () => {
  it('leaves the look to the next one, which does it once and announces what changed', async () => {
    await running.end();
    await query(`UPDATE work_watch SET due_at = now() - interval '1 minute' WHERE credential_id = '${badge.id}'`);
    const asked = new Promise<string>((resolve) => {
      waiting = resolve;
    });
    await start();
    expect(await asked).toBe('/a.pdf');
    await running.kill();
    waiting = null;
    expect([await jobs(), await looks()]).toEqual([['active'], []]);

    body = '%PDF-1.7 another';
    await start();
    // The time that a dead process is waited for, and the pause before another try, go by.
    await query(`UPDATE pgboss.job SET started_on = started_on - interval '5 minutes' WHERE state = 'active'`);
    await expect.poll(jobs, { timeout: 40_000, interval: 200 }).toEqual(['retry']);
    await query(`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`);
    await expect.poll(jobs, { timeout: 60_000, interval: 200 }).toEqual(['completed']);
    expect(await looks()).toEqual([{ same_bytes: 'changed' }]);
    const events = async () => {
      const all: ApiEvent[] = [];
      for await (const event of client.events.list({ issuer: badge.issuerId })) all.push(event);
      return all.map(({ type, data }) => [type, data.credentialId]);
    };
    // An event is shown when no transaction runs any more that began before its own, also of other tests on this server.
    await expect.poll(events, { timeout: 60_000, interval: 200 }).toEqual([
      ['credential.issued', badge.id],
      ['evidence.changed', badge.id],
    ]);
  });

  it('has put the next look off by a period, and not forgotten it', async () => {
    const [watch] = await query(`SELECT due_at FROM work_watch WHERE credential_id = '${badge.id}'`);
    expect((watch?.due_at.getTime() - Date.now()) / 86_400_000).toBeCloseTo(7, 1);
  });
});
