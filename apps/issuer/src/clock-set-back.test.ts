import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodePorts } from '@proofmark/platform/node';
import type { Json } from '@proofmark/primitives';
import { verify } from '@proofmark/verifying';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Receiver, startReceiver } from './issuing/webhooks/receiver.fixture.js';
import { listen } from './server/listen.js';
import { createTestDatabase, type TestDatabase } from './store/database/test-database.js';

// A process that serves and one that works, whose clock was ahead and is set back while they run.

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const HOUR = 3_600_000;

/** Loaded before the service: its clock is ahead by `AHEAD` milliseconds until SIGUSR2 sets it back. */
const CLOCK = `data:text/javascript,${encodeURIComponent(`
const Real = Date;
let ahead = Number(process.env.AHEAD);
process.on('SIGUSR2', () => { ahead = 0; });
globalThis.Date = new Proxy(Real, {
  construct: (target, args, by) => Reflect.construct(target, args.length > 0 ? args : [Real.now() + ahead], by === globalThis.Date ? target : by),
  get: (target, name) => (name === 'now' ? () => Real.now() + ahead : Reflect.get(target, name)),
});
Real.prototype.constructor = globalThis.Date;
`)}`;

describe.each([1, 24])('a clock that is set back by %i hours', (hours) => {
  const root = mkdtempSync(join(tmpdir(), 'proofmark-clock-'));
  const children: ChildProcess[] = [];
  let database: TestDatabase;
  let receiver: Receiver;
  let base = '';
  let adminKey = '';

  async function start(kind: string, port: string): Promise<void> {
    const { PATH = '', HOME = '/' } = process.env;
    const settings = {
      PORT: port,
      PUBLIC_BASE_URL: base,
      DATABASE_URL: database.url,
      KEY_PASSPHRASE: 'of these tests',
      LOG_LEVEL: 'error',
    };
    const own = { DATA_DIR: join(root, kind), PROCESS: kind, ...(kind === 'service' ? { ADMIN_KEY_FILE: join(root, 'admin-key') } : {}) };
    const env = { PATH, HOME, AHEAD: String(hours * HOUR), ...settings, ...own };
    const child = spawn(process.execPath, ['--import', CLOCK, MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    await vi.waitFor(() => expect(said).toContain('Proofmark runs at'), 60_000);
  }

  async function freePort(): Promise<string> {
    const probe = await listen('127.0.0.1', 0);
    await probe.close();
    return String(probe.port);
  }

  beforeAll(async () => {
    if (!existsSync(MAIN)) throw new Error('Build first: npm run build');
    database = await createTestDatabase();
    receiver = await startReceiver();
    const port = await freePort();
    base = `http://localhost:${port}`;
    await start('service', port);
    adminKey = readFileSync(join(root, 'admin-key'), 'utf8').trim();
    await start('worker', await freePort());
  });
  afterAll(async () => {
    for (const child of children) {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    await receiver?.close();
    await database?.close();
    rmSync(root, { recursive: true, force: true });
  });

  async function ask(method: string, path: string, body?: unknown, key?: string) {
    const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) };
    const answer = await fetch(base + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
    return { status: answer.status, retryAfter: answer.headers.get('retry-after'), body: (await answer.json()) as any };
  }

  it('holds nothing up, and changes no order', async () => {
    const issuer = await ask('POST', '/v1/issuers', { slug: 'clock', name: 'Clock' });
    expect([issuer.status, issuer.body]).toEqual([201, expect.anything()]);
    const { id: issuerId } = issuer.body;
    const criteria = { narrative: 'Built.' };
    const definition = { issuerId, name: 'API', description: 'Designs.', criteria, evidencePolicy: 'none' };
    const { id: achievementId } = (await ask('POST', '/v1/achievements', definition)).body;
    const made = await ask('POST', '/v1/webhooks', { issuerId, url: receiver.url });
    expect([made.status, made.body]).toEqual([201, expect.anything()]);
    let people = 0;
    const issue = (key?: string) => {
      people += 1;
      const email = key === undefined ? `person-${people}@example.org` : `${key}@example.org`;
      return ask('POST', `/v1/achievements/${achievementId}/credentials`, { recipient: { email } }, key);
    };
    const ids = (answers: readonly { body: { id: string } }[]) => answers.map(({ body }) => body.id);
    const rotate = () => ask('POST', `/v1/issuers/${issuerId}/keys`, { algorithm: 'Ed25519' });
    const events = async (after: string | null) =>
      (await ask('GET', `/v1/events?issuer=${issuerId}&limit=100${after === null ? '' : `&after=${after}`}`)).body.data;

    const before = [await issue(), await issue()];
    expect((await rotate()).status).toBe(201);
    expect((await issue('of-a-dead-process')).status).toBe(201);
    // As its process would have left it that died over it, by the clock of then.
    const lease = new Date(Date.now() + hours * HOUR + 100_000);
    await database.pool.query('UPDATE idempotency SET credential_id = NULL, lease_until = $1', [lease]);
    await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(3);
    receiver.answer = 500;
    const failing = await issue();
    await expect.poll(() => receiver.received.length, { timeout: 30_000 }).toBe(4);
    receiver.answer = 204;
    const seen = (await events(null)).at(-1).id;

    for (const child of children) child.kill('SIGUSR2');

    expect((await issue('of-a-dead-process')).status).toBe(201);
    const after = [await issue(), await issue()];
    expect(after.map(({ status }) => status)).toEqual([201, 201]);
    expect(ids(after).every((id) => id < ids(before)[0]!)).toBe(true);
    expect((await events(seen)).map(({ data }: { data: { credentialId: string } }) => data.credentialId).slice(-2)).toEqual(ids(after));
    const listed = (await ask('GET', `/v1/credentials?issuer=${issuerId}&limit=100`)).body.data;
    expect(listed.map(({ id }: { id: string }) => id).slice(-2)).toEqual(ids(after));

    const came = () => receiver.received.slice(4).map(({ credentialId }) => credentialId);
    await expect.poll(came, { timeout: 30_000 }).toEqual(expect.arrayContaining([...ids([failing]), ...ids(after)]));

    expect((await rotate()).status).toBe(201);
    const again = await rotate();
    expect([again.status, Number(again.retryAfter) <= 3600]).toEqual([429, true]);

    // The list was signed by the clock of before: readers would not believe it yet.
    await database.pool.query("UPDATE pgboss.job SET start_after = now() WHERE name = 'tend-records'");
    await database.pool.query(
      `INSERT INTO pgboss.job (name, data, policy, retry_limit, expire_in)
       SELECT name, '{}', policy, retry_limit, expire_seconds * interval '1 second' FROM pgboss.queue WHERE name = 'tend-records' ON CONFLICT DO NOTHING`,
    );
    const ports = nodePorts({ allowLoopback: true });
    const verdict = async ({ body }: { body: { credential: Json } }) =>
      (await verify({ json: body.credential }, ports, { at: Date.now() })).verdict;
    await expect.poll(() => verdict(after[0]!), { timeout: 30_000, interval: 250 }).toBe('genuine-issuer-unknown');
    expect((await ask('POST', `/v1/credentials/${ids(after)[0]}/revoke`, { confirm: 'revoke', reason: 'A drill.' })).status).toBe(200);
    // A copy of the list may be a second old.
    await expect.poll(() => verdict(after[0]!), { timeout: 60_000, interval: 250 }).toBe('do-not-rely');
    expect(await verdict(after[1]!)).toBe('genuine-issuer-unknown');
    await ports.close();
  });
});
