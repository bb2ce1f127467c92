import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@proofmark/client';
import { createTestDatabase, type TestDatabase } from '@proofmark/issuer/testing';
import { loopbackServer } from '@proofmark/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort, type Killable, startKillable } from './killable.js';

// Webhooks: a worker that is killed while its messages are on their way.

interface Message {
  readonly id: string;
  readonly type: string;
  readonly badge: string;
}

const folders: string[] = [];
let database: TestDatabase;
let closeReceiver: () => Promise<unknown>;
const processes: Killable[] = [];
const came: Message[] = [];
/** Answers a message from now on; null leaves the connection open. */
let answer: number | null = null;
let onMessage: () => void = () => undefined;

/** Resolves once so many different messages have come. */
async function got(count: number): Promise<void> {
  while (new Set(came.map(({ id }) => id)).size < count) {
    await new Promise<void>((resolve) => {
      onMessage = resolve;
    });
  }
}

async function start(kind: 'service' | 'worker'): Promise<Killable> {
  const [folder, port] = await Promise.all([mkdtemp(join(tmpdir(), 'proofmark-delivery-')), freePort()]);
  folders.push(folder);
  const settings = { PORT: String(port), DATA_DIR: folder, DATABASE_URL: database.url, PROCESS: kind, ...shared };
  const running = await startKillable(settings, (printed) => printed.includes('/docs'));
  processes.push(running);
  return running;
}

let client: Client;
let base: string;
let shared: Record<string, string>;
let achievementId: string;
let issuerId: string;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const receiver = await loopbackServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { id, type, data } = JSON.parse(body) as { id: string; type: string; data: { credentialId: string } };
    came.push({ id, type, badge: data.credentialId });
    if (answer !== null) response.writeHead(answer).end();
    onMessage();
  });
  closeReceiver = receiver.close;
  url = `${receiver.origin}/hooks`;
  const port = await freePort();
  base = `http://localhost:${port}`;
  shared = { PUBLIC_BASE_URL: base, KEY_PASSPHRASE: 'the passphrase of the delivery test' };
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-delivery-'));
  folders.push(folder);
  const settings = { PORT: String(port), DATA_DIR: folder, DATABASE_URL: database.url, PROCESS: 'service', ...shared };
  const service = await startKillable(settings, (printed) => printed.includes('/docs') && /pm_admin_[\w-]+/.test(printed));
  processes.push(service);
  const apiKey = /pm_admin_[\w-]+/.exec(service.printed)?.[0] ?? '';
  client = createClient({ baseUrl: base, apiKey });
  ({ id: issuerId } = await client.issuers.create({ slug: 'killed', name: 'Killed' }));
  const definition = { name: 'Endurance', description: 'Survives.', criteria: { narrative: 'None.' }, evidencePolicy: 'none' } as const;
  ({ id: achievementId } = await client.achievements.create({ issuerId, ...definition }));
});

afterAll(async () => {
  await Promise.all(processes.map((one) => one.end()));
  await closeReceiver();
  await database.close();
  for (const folder of folders) await rm(folder, { recursive: true });
});

it('loses no event when a worker is killed with its messages on their way, and keeps the order of each badge', async () => {
  await client.webhooks.create({ url, issuerId });
  const badges: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    const { id } = await client.credentials.issue(achievementId, { recipient: { email: `${n}@example.org` } });
    badges.push(id);
    await client.credentials.suspend(id);
    await client.credentials.resume(id);
  }
  const first = await start('worker');
  // The receiver answers nothing yet, so all of them are on their way.
  await got(badges.length);
  await first.kill();
  const [before] = [came.length];
  answer = 204;
  await start('worker');
  await got(badges.length * 3);

  expect(before).toBe(badges.length);
  for (const badge of badges) {
    const types = came.filter((one) => one.badge === badge).map(({ type }) => type);
    // What was on its way comes once more, first of all.
    expect(types).toEqual(['credential.issued', 'credential.issued', 'credential.suspended', 'credential.resumed']);
    const ids = came.filter((one) => one.badge === badge && one.type === 'credential.issued').map(({ id }) => id);
    expect(new Set(ids).size).toBe(1);
  }
});
