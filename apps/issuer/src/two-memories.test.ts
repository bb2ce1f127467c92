import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { slowness } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from './server/listen.js';
import { createTestDatabase, type TestDatabase } from './store/database/test-database.js';

// Two processes of the built service, each with public documents in memory, on one database.

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'proofmark-memories-'));
let database: TestDatabase;
let one: Running;
let two: Running;
let achievement: string;

interface Running {
  readonly address: string;
  readonly adminKey: string | null;
  stop(): Promise<void>;
}

beforeAll(async () => {
  database = await createTestDatabase();
  one = await start('one');
  two = await start('two');
  const issuer = await post('/v1/issuers', { slug: 'acme', name: 'Acme Academy' });
  const definition = { issuerId: issuer.id, name: 'API', description: 'Designs.', criteria: { narrative: 'Built.' } };
  achievement = (await post('/v1/achievements', { ...definition, evidencePolicy: 'none' })).id;
});
afterAll(async () => {
  for (const running of [one, two]) await running.stop();
  await database.close();
  rmSync(root, { recursive: true });
});

async function start(name: string): Promise<Running> {
  const probe = await listen('127.0.0.1', 0);
  const { port } = probe;
  await probe.close();
  const settings = {
    PORT: String(port),
    DATA_DIR: join(root, name),
    DATABASE_URL: database.url,
    KEY_PASSPHRASE: 'a passphrase of both',
    PUBLIC_BASE_URL: 'https://badges.example',
    LOG_LEVEL: 'warn',
  };
  const { PATH, HOME } = process.env;
  const child: ChildProcess = spawn(process.execPath, [MAIN], { env: { PATH, HOME, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  for await (const chunk of child.stdout ?? []) {
    printed += chunk;
    if (/pm_admin_\S+[\s\S]*\n|\/verify/.test(printed)) break;
  }
  return {
    address: `http://127.0.0.1:${port}`,
    adminKey: /pm_admin_[\w-]{43}/.exec(printed)?.[0] ?? null,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes
async function post(path: string, body: unknown): Promise<any> {
  const headers = { authorization: `Bearer ${one.adminKey}`, 'content-type': 'application/json' };
  const answer = await fetch(one.address + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
const issue = async (): Promise<string> =>
  (await post(`/v1/achievements/${achievement}/credentials`, { recipient: { email: 'ada@example.org' } })).id;

const get = async ({ address }: Running, path: string, accept = 'text/html') => {
  const answer = await fetch(address + path, { headers: { accept } });
  return { status: answer.status, etag: answer.headers.get('etag'), text: await answer.text() };
};

/** Asks again and again what a process answers, until it is another answer; answers after how many milliseconds it was. */
async function changedAfter(by: Running, path: string, since: number, before: unknown): Promise<number> {
  for (;;) {
    const asked = performance.now();
    if ((await get(by, path)).etag !== before) return asked - since;
    if (asked - since > 10_000) throw new Error(`${path} did not change`);
  }
}

describe('two processes with documents in memory', () => {
  it('show a withdrawal at once where it was made, and within two seconds elsewhere, on the page and in the list', async () => {
    const id = await issue();
    const page = `/credentials/${id}`;
    const json = JSON.parse((await get(one, page, 'application/vc')).text);
    const list = new URL(json.credentialStatus.statusListCredential).pathname;
    for (const by of [one, two]) for (const path of [page, list]) expect((await get(by, path)).status).toBe(200);
    const [pageOf, listOf] = [(await get(two, page)).etag, (await get(two, list)).etag];
    const here = (await get(one, page)).etag;
    await post(`/v1/credentials/${id}/revoke`, { confirm: 'revoke', reason: 'A mistake.' });
    const done = performance.now();
    expect((await get(one, page)).etag).not.toBe(here);
    expect((await get(one, list)).etag).not.toBe(listOf);
    const [seen, seenInList] = await Promise.all([changedAfter(two, page, done, pageOf), changedAfter(two, list, done, listOf)]);
    expect(Math.max(seen, seenInList)).toBeLessThan(2000 * slowness());
  });

  it('answer 410 for an erased badge, in every form, within two seconds', async () => {
    const id = await issue();
    const paths = ['', '.json', '.jwt', '.svg', '.png'].map((form) => `/credentials/${id}${form}`);
    for (const by of [one, two]) for (const path of paths) expect([path, (await get(by, path)).status]).toEqual([path, 200]);
    const before = (await get(two, paths[0] as string)).etag;
    await post(`/v1/credentials/${id}/erase`, { confirm: 'erase' });
    const done = performance.now();
    for (const path of paths) expect([path, (await get(one, path)).status]).toEqual([path, 410]);
    expect(await changedAfter(two, paths[0] as string, done, before)).toBeLessThan(2000 * slowness());
    for (const path of paths) expect([path, (await get(two, path)).status]).toEqual([path, 410]);
  });

  it('ask the database for nothing that is in memory', async () => {
    const id = await issue();
    const read = () => Promise.all(['', '.json', '.svg'].map((form) => get(two, `/credentials/${id}${form}`)));
    await read();
    const scans = async (): Promise<number> => {
      await database.pool.query('SELECT pg_stat_clear_snapshot()');
      const { rows } = await database.pool.query("SELECT idx_scan + seq_scan AS n FROM pg_stat_user_tables WHERE relname = 'credential'");
      return Number(rows[0].n);
    };
    // Sessions report what they did within a second or two.
    let before = await scans();
    await expect
      .poll(
        async () => {
          const [last, now] = [before, await scans()];
          before = now;
          return now - last;
        },
        { timeout: 60_000, interval: 1500 },
      )
      .toBe(0);
    for (let n = 0; n < 100; n += 1) await read();
    const ended = performance.now();
    await expect.poll(() => performance.now() - ended, { timeout: 60_000 }).toBeGreaterThan(2500);
    // The jobs of both processes look at the table now and then; three hundred reads would be three hundred looks.
    expect((await scans()) - before).toBeLessThan(100);
  });
});
