import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processFacts } from '@proofmark/local-postgres/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Listening, listen } from './server/listen.js';
import { createTestDatabase, type TestDatabase } from './store/database/test-database.js';

// The built program, as `npm start` runs it.
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'proofmark-main-'));
const children: ChildProcess[] = [];
let count = 0;

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error('Build first: npm run build');
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function newDataDir(): string {
  count += 1;
  return join(root, `data-${count}`);
}

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

function start(environment: Record<string, string>, ...args: readonly string[]): Started {
  const { PATH = '', HOME = '/' } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH, HOME, LOG_LEVEL: 'warn', ...environment }, cwd: root });
  children.push(child);
  let [output, errors] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<number | string | null>((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)));
  return { child, output: () => output, errors: () => errors, ended };
}

/** Waits for what a person would see, and answers the addresses in it. */
async function announced(started: Started): Promise<{ base: string; badge: string | undefined; key: string | undefined }> {
  await vi.waitFor(() => expect(started.output() + started.errors()).toMatch(/API reference|Proofmark (cannot|failed)/), 60_000);
  const text = started.output();
  const base = /runs at (\S+)/.exec(text)?.[1];
  if (base === undefined) throw new Error(started.errors());
  return { base, badge: /Example badge {2}(\S+)/.exec(text)?.[1], key: /pm_admin_\S+/.exec(text)?.[0] };
}

/** A port that is free just now. */
async function freePort(): Promise<string> {
  const server = await listen('127.0.0.1', 0);
  await server.close();
  return String(server.port);
}

function postgresPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

describe('npm start', () => {
  it('survives kill -9: the same badge again, no key, nothing left running', async () => {
    const environment = { PORT: await freePort(), DATA_DIR: newDataDir() };
    const first = start(environment);
    const { base, badge, key } = await announced(first);
    expect(base).toBe(`http://localhost:${environment.PORT}`);
    expect(key).toBeDefined();
    const signed = await (await fetch(`${badge}.json`)).text();

    // A second one on the same folder is refused, whatever its port, and the first goes on.
    const second = start({ ...environment, PORT: '0' });
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(
      new RegExp(`^Proofmark cannot start: Another service \\(process ${first.child.pid}\\).*DATA_DIR.*\\.\\n$`),
    );
    expect((await fetch(`${base}/readyz`)).status).toBe(200);

    const orphan = postgresPid(environment.DATA_DIR);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(processFacts(orphan)).not.toBeNull();

    const again = start(environment);
    expect(await announced(again)).toEqual({ base, badge, key: undefined });
    expect(processFacts(orphan)).toBeNull();
    expect(await (await fetch(`${badge}.json`)).text()).toBe(signed);

    const own = postgresPid(environment.DATA_DIR);
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    expect(processFacts(own)).toBeNull();
    expect(existsSync(join(environment.DATA_DIR, 'postgres', 'postmaster.pid'))).toBe(false);
    expect(again.errors()).toBe('');
  });

  it('stops, and says why, when its PostgreSQL is killed', async () => {
    const dataDir = newDataDir();
    const service = start({ PORT: '0', DATA_DIR: dataDir });
    await announced(service);
    process.kill(postgresPid(dataDir), 'SIGKILL');
    expect(await service.ended).toBe(1);
    expect(service.errors()).toMatch(/PostgreSQL ended: it was ended by SIGKILL/);
  });

  it('stops cleanly when it is told to while it starts, and still shows the key that it made', async () => {
    const dataDir = newDataDir();
    const service = start({ PORT: '0', DATA_DIR: dataDir });
    await vi.waitUntil(() => existsSync(join(dataDir, 'postgres', 'postmaster.pid')), { timeout: 60_000, interval: 5 });
    const pid = postgresPid(dataDir);
    // As Ctrl-C does under npm: once from the terminal, once from the parent.
    service.child.kill('SIGINT');
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(processFacts(pid)).toBeNull();
    expect(service.output().match(/pm_admin_/g)).toHaveLength(1);
  });
});

describe('a start that cannot be', () => {
  let taken: Listening;
  let database: TestDatabase;
  let made: Record<string, string>;
  beforeAll(async () => {
    taken = await listen('127.0.0.1', 0);
    database = await createTestDatabase({ migrated: false });
    const before = start({ PORT: '0', DATA_DIR: newDataDir(), DATABASE_URL: database.url, KEY_PASSPHRASE: 'right' });
    const { base } = await announced(before);
    before.child.kill('SIGTERM');
    await before.ended;
    made = { PORT: new URL(base).port, DATA_DIR: join(root, `data-${count}`), DATABASE_URL: database.url };
    mkdirSync(join(root, 'folder'), { recursive: true });
    writeFileSync(join(root, 'file'), '');
  });
  afterAll(async () => {
    await taken.close();
    await database.close();
  });

  const cases: [string, () => Record<string, string>, RegExp][] = [
    ['a port in use', () => ({ PORT: String(taken.port) }), /Port \d+ on 127\.0\.0\.1 is in use; .*PORT/],
    [
      'an unwritable data folder',
      () => ({ PORT: '0', DATA_DIR: join(root, 'file', 'data') }),
      /The data folder .* cannot be written \(ENOTDIR\); .*DATA_DIR/,
    ],
    [
      'an unreachable database',
      () => ({ PORT: '0', DATA_DIR: newDataDir(), DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:9/d' }),
      /127\.0\.0\.1:9\/d cannot be used .*DATABASE_URL/,
    ],
    ['a wrong passphrase', () => ({ ...made, KEY_PASSPHRASE: 'wrong' }), /The passphrase does not open .*KEY_PASSPHRASE/],
    ['a missing passphrase', () => made, /have a passphrase; set KEY_PASSPHRASE/],
    ['a public address without a passphrase', () => ({ PUBLIC_BASE_URL: 'https://badges.example' }), /KEY_PASSPHRASE is missing/],
    ['two passphrases', () => ({ KEY_PASSPHRASE: 'a', KEY_PASSPHRASE_FILE: 'b' }), /both set; remove one/],
    ['an address with a path', () => ({ PUBLIC_BASE_URL: 'https://badges.example/acme' }), /PUBLIC_BASE_URL has something after the host/],
    ['an unknown setting', () => ({ DATABASE_URI: 'x' }), /DATABASE_URI is not a setting; did you mean DATABASE_URL\?/],
    [
      'another address than before',
      () => ({ ...made, KEY_PASSPHRASE: 'right', PUBLIC_BASE_URL: 'http://localhost:4567' }),
      /another address .*PUBLIC_BASE_URL/,
    ],
  ];

  it.each(cases)('says in one sentence: %s', async (_, environment, sentence) => {
    const service = start(environment());
    expect(await service.ended).toBe(1);
    expect(service.output()).toBe('');
    expect(service.errors()).toMatch(/^Proofmark cannot start: [^\n]+\.\n$/);
    expect(service.errors()).toMatch(sentence);
    expect(service.errors()).not.toMatch(/hunter2|\bat .*\.js:\d/);
  });

  it('explains itself, and starts nothing with an argument that it does not know', async () => {
    const [asked, mistaken] = [start({}, '--help'), start({}, '--prot', '3001')];
    expect([await asked.ended, await mistaken.ended]).toEqual([0, 64]);
    expect([asked.errors(), mistaken.output()]).toEqual(['', '']);
    for (const said of [asked.output(), mistaken.errors()]) expect(said).toMatch(/^Usage: npm start\n/);
  });
});
