import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { createTestDatabase } from '@proofmark/issuer/testing';
import { type LoopbackServer, loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Killable, startKillable } from './killable.js';

// Several processes on one database, of which only the one that works on a job is killed.

/** Rows without work, and rows whose work is on a host that lets the first process wait. */
const [QUICK, SLOW] = [1500, 20];
/** A lease, the next look for chunks that are due, and half a minute for a busy machine to issue them, in milliseconds. */
const [LEASE, LOOK, WORK] = [20_000, 5_000, 30_000];

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let folder: string;
let port: number;
let forge: LoopbackServer;
let serving: Killable;
let client: Client;
let achievement: string;
const workers: Killable[] = [];
/** While it is set, the host of the work answers nobody, and says that it was asked. */
let held: (() => void) | null = null;

async function start(kind: 'service' | 'worker'): Promise<Killable> {
  const own = { PROCESS: kind, PORT: String(kind === 'service' ? port : await freePort()), DATA_DIR: await mkdtemp(join(folder, kind)) };
  const shared = { DATABASE_URL: database.url, PUBLIC_BASE_URL: `http://localhost:${port}`, KEY_PASSPHRASE: 'of all these processes' };
  const running = await startKillable({ ...shared, ...own }, (printed) => printed.includes('Check a badge'));
  if (kind === 'worker') workers.push(running);
  return running;
}

beforeAll(async () => {
  [database, folder, port] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'proofmark-workers-')), freePort()]);
  forge = await loopbackServer((request, response) => {
    if (held !== null) return held();
    response.setHeader('content-type', 'text/javascript').end(`export const path = '${request.url}';\n`);
  });
  serving = await start('service');
  client = createClient({ baseUrl: `http://localhost:${port}`, apiKey: /pm_admin_[\w-]+/.exec(serving.output())?.[0] ?? '' });
  const issuer = await client.issuers.create({ slug: 'school', name: 'School' });
  const definition = { name: 'Course', description: 'A course.', criteria: { narrative: 'Pass.' }, evidencePolicy: 'none' } as const;
  achievement = (await client.achievements.create({ issuerId: issuer.id, ...definition })).id;
});
afterAll(async () => {
  for (const worker of workers) await worker.kill();
  await serving.end();
  await forge.close();
  await database.close();
  await rm(folder, { recursive: true });
});

/** The rows with work come first, so that they are in the first chunk. */
function table(): Uint8Array {
  const slow = Array.from({ length: SLOW }, (_, at) => `slow-${at}@x.example,${forge.origin}/work-${at}.mjs`);
  const quick = Array.from({ length: QUICK }, (_, at) => `quick-${at}@x.example,`);
  return new TextEncoder().encode(`email,evidence\n${[...slow, ...quick].join('\n')}\n`);
}

const query = async (text: string, values: readonly unknown[]) => (await database.pool.query(text, [...values])).rows;

describe('a process that is killed while it works on a job', () => {
  it('leaves each row to another process, which makes one badge of it soon after its lease has ended', async () => {
    const asked = new Promise<void>((resolve) => {
      held = resolve;
    });
    const first = await start('worker');
    const file = { type: 'text/csv', bytes: table() } as const;
    // Nothing but the job itself keeps a row from becoming a second badge.
    const { id } = await client.issuanceJobs.create({ achievementId: achievement, onDuplicate: 'allow' }, file);
    await asked;
    await expect.poll(async () => (await client.issuanceJobs.get(id)).rows.done, { timeout: 30_000 }).toBeGreaterThan(0);
    await first.kill();
    held = null;
    const leases = await query('SELECT leased_until FROM issuance_chunk WHERE job_id = $1 AND nr = 0 AND holder IS NOT NULL', [id]);
    const leased = leases[0]?.leased_until.getTime() - Date.now();
    expect(leased).toBeGreaterThan(0);
    expect(leased).toBeLessThanOrEqual(LEASE);
    const killed = performance.now();

    await start('worker');
    const isOver = async () => (await client.issuanceJobs.get(id)).state;
    await expect.poll(isOver, { timeout: LEASE + LOOK + WORK, interval: 100 }).toBe('ended');
    // Not before its lease has ended: the first process might be alive.
    expect(performance.now() - killed).toBeGreaterThan(leased);
    const { rows: counts } = await client.issuanceJobs.get(id);
    expect(counts).toMatchObject({ total: QUICK + SLOW, done: QUICK + SLOW, refused: 0, waiting: 0 });

    const badges = await query(
      'SELECT count(*)::int AS badges, count(DISTINCT recipient_id)::int AS people, count(DISTINCT (status_list_id, status_index))::int AS places FROM credential WHERE achievement_id = $1',
      [achievement],
    );
    expect(badges).toEqual([{ badges: QUICK + SLOW, people: QUICK + SLOW, places: QUICK + SLOW }]);
    const rows: string[] = [];
    for await (const { credentialId } of client.issuanceJobs.rows(id)) rows.push(credentialId ?? '');
    const issued = await query('SELECT id FROM credential WHERE achievement_id = $1', [achievement]);
    expect([...rows].sort()).toEqual(issued.map((row) => row.id).sort());
  });
});
