import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration, type Service, startService } from './service.js';
import { createTestDatabase, type TestDatabase } from './store/database/test-database.js';
import { verdictOf } from './verdict-of.fixture.js';

// T23, drilled with the programs that an operator runs: a service with its own PostgreSQL loses its folder.

const program = (name: string): string => fileURLToPath(new URL(`../dist/${name}.js`, import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'proofmark-backup-'));
const [lost, found, file] = [join(root, 'lost'), join(root, 'found'), join(root, 'night.proofmark.zip')];
const ends: (() => Promise<void>)[] = [];
let port = '0';
let adminKey = '';

afterAll(async () => {
  for (const end of ends.reverse()) await end();
  rmSync(root, { recursive: true, force: true });
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(name: 'backup' | 'restore', args: readonly string[], settings: Record<string, string>): Promise<Ran> {
  const { PATH = '' } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [program(name), ...args], { env: { PATH, ...settings } }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: out.trim(), err: err.trim() });
    });
  });
}

async function start(settings: Record<string, string>): Promise<Service> {
  const service = await startService(readConfiguration({ PORT: port, LOG_LEVEL: 'silent', ...settings }), {
    checkSignatures: async () => undefined,
  });
  port = String(service.port);
  return service;
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  readonly body: any;
}

async function ask({ baseUrl }: Service, method: string, path: string, body?: unknown): Promise<Answer> {
  const headers = { authorization: `Bearer ${adminKey}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(`${baseUrl}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: answer.status, body: await answer.json() };
}

interface Badge {
  readonly id: string;
  readonly credential: { readonly credentialStatus: { readonly statusListCredential: string; readonly statusListIndex: string } };
  readonly jwt: string;
}

const placeOf = ({ credential }: Badge): string =>
  `${credential.credentialStatus.statusListCredential}#${credential.credentialStatus.statusListIndex}`;

async function issue(service: Service, achievementId: string, many: number): Promise<readonly Badge[]> {
  const badges: Badge[] = [];
  while (badges.length < many) {
    const recipient = { email: `learner-${badges.length}@example.org`, name: `Learner\t${badges.length} \\N "Ünï"` };
    const { status, body } = await ask(service, 'POST', `/v1/achievements/${achievementId}/credentials`, { recipient });
    expect(status).toBe(201);
    badges.push(body);
  }
  return badges;
}

const revoke = (service: Service, { id }: Badge): Promise<Answer> =>
  ask(service, 'POST', `/v1/credentials/${id}/revoke`, { confirm: 'revoke', reason: 'a drill' });

describe('a service that loses its folder', () => {
  let achievementId = '';
  let issuerId = '';
  let before: readonly Badge[] = [];
  let after: readonly Badge[] = [];
  beforeAll(async () => {
    if (!existsSync(program('backup'))) throw new Error('Build first: npm run build');
    const service = await start({ DATA_DIR: lost });
    adminKey = service.adminKey ?? '';
    issuerId = (await ask(service, 'POST', '/v1/issuers', { slug: 'acme', name: 'Acme Academy' })).body.id;
    const criteria = { narrative: 'A working API.' };
    const achievement = { issuerId, name: 'Web API design', description: 'Designs a web API.', criteria, evidencePolicy: 'none' };
    achievementId = (await ask(service, 'POST', '/v1/achievements', achievement)).body.id;
    before = await issue(service, achievementId, 3);
    await revoke(service, before[1]!);

    const ran = await run('backup', [file], { DATA_DIR: lost });
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('is written and checked: 1 issuers, 3 badges') });
    expect(ran.out).toContain(join(lost, 'key-passphrase'));

    after = await issue(service, achievementId, 2);
    await revoke(service, before[2]!);
    await service.close();
    copyFileSync(join(lost, 'key-passphrase'), join(root, 'kept-apart'));
    rmSync(lost, { recursive: true });
  });

  it('has a backup that its owner alone can read, and that holds no passphrase', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.part`)).toBe(false);
    expect(readFileSync(file).includes(readFileSync(join(root, 'kept-apart'), 'utf8').trim())).toBe(false);
  });

  it('goes on from the backup: old badges verify, what was withdrawn stays so, and no place is given out twice', {
    timeout: 180_000,
  }, async () => {
    const restored = await run('restore', [file], { DATA_DIR: found });
    expect(restored).toMatchObject({
      code: 0,
      out: expect.stringContaining('will not start yet: The signing keys in the database have a passphrase'),
    });
    copyFileSync(join(root, 'kept-apart'), join(found, 'key-passphrase'));

    const service = await start({ DATA_DIR: found });
    ends.push(() => service.close());
    expect(await (await fetch(`${service.baseUrl}/readyz`)).json()).toMatchObject({ status: 'ready' });
    for (const text of [JSON.stringify(before[0]!.credential), before[0]!.jwt])
      expect(await verdictOf(text)).toBe('genuine-issuer-unknown');
    expect(await verdictOf(JSON.stringify(before[1]!.credential))).toBe('do-not-rely');
    // Its withdrawal came after the backup and is lost: the restore says so, and the operator withdraws it again.
    expect(await verdictOf(JSON.stringify(before[2]!.credential))).toBe('genuine-issuer-unknown');
    expect((await revoke(service, before[2]!)).status).toBe(200);
    expect(await verdictOf(JSON.stringify(before[2]!.credential))).toBe('do-not-rely');
    expect((await fetch(`${service.baseUrl}/credentials/${after[0]!.id}`)).status).toBe(404);

    const again = await issue(service, achievementId, 3);
    const places = [...before, ...after, ...again].map(placeOf);
    expect(new Set(places).size).toBe(places.length);
    const lists = new Set([...before, ...after].map(({ credential }) => credential.credentialStatus.statusListCredential));
    expect(again.every(({ credential }) => !lists.has(credential.credentialStatus.statusListCredential))).toBe(true);
    expect(await verdictOf(JSON.stringify(again[0]!.credential))).toBe('genuine-issuer-unknown');
    const people = (await ask(service, 'POST', '/v1/recipients/search', { issuer: issuerId, email: 'learner-0@example.org' })).body.data;
    expect(people).toMatchObject([{ name: 'Learner\t0 \\N "Ünï"', email: 'learner-0@example.org' }]);
  });

  it('is refused where a database holds something, and while a service runs on it', async () => {
    const running = await run('restore', [file], { DATA_DIR: found });
    expect(running).toMatchObject({ code: 1, err: expect.stringMatching(/A service runs on .*: stop it/) });
    await ends.pop()?.();
    const filled = await run('restore', [file], { DATA_DIR: found });
    expect(filled).toMatchObject({ code: 1, err: expect.stringContaining('The database is not empty') });
  });
});

describe('a backup of a PostgreSQL server', () => {
  let source: TestDatabase;
  let target: TestDatabase;
  beforeAll(async () => {
    [source, target] = [await createTestDatabase(), await createTestDatabase({ migrated: false })];
    ends.push(source.close, target.close);
    const service = await start({ DATABASE_URL: source.url, DATA_DIR: join(root, 'one'), PORT: '0', KEY_PASSPHRASE: 'a drill' });
    await service.close();
  });

  it('is the same in every table after it was restored, and is refused a second time', async () => {
    const [path, again] = [join(root, 'first.zip'), join(root, 'second.zip')];
    const settings = { DATABASE_URL: source.url, KEY_PASSPHRASE: 'a drill' };
    expect(await run('backup', [path], settings)).toMatchObject({ code: 0 });
    const restored = await run('restore', [path], { ...settings, DATABASE_URL: target.url });
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('The passphrase opens the signing keys.') });
    expect(await run('backup', [again], { ...settings, DATABASE_URL: target.url })).toMatchObject({ code: 0 });
    const { checkBackup } = await import('./backup/check-backup.js');
    const silent = { step: () => undefined, rows: () => undefined };
    const [first, second] = [await checkBackup(path, silent), await checkBackup(again, silent)];
    const what = ({ tables, sequences }: typeof first) => ({ sequences, tables: tables.map(({ file, rows }) => [file, rows]) });
    expect(what(second)).toEqual(what(first));
    expect(first.tables.find(({ table }) => table === 'api_key')?.rows).toBe(1);
    expect(await run('restore', [path], { ...settings, DATABASE_URL: target.url })).toMatchObject({
      code: 1,
      err: expect.stringContaining('The database is not empty'),
    });
  });

  it('names what is wrong with a file: cut off, altered, of a newer release, of none', async () => {
    const path = join(root, 'first.zip');
    const bytes = readFileSync(path);
    const write = (name: string, content: Uint8Array | string): string => {
      writeFileSync(join(root, name), content);
      return join(root, name);
    };
    const altered = Buffer.from(bytes);
    altered[Math.floor(bytes.length / 3)]! ^= 1;
    const check = async (name: string) => run('backup', ['--check', name], {});
    expect(await check(path)).toMatchObject({ code: 0, out: expect.stringMatching(/first\.zip is whole: 0 issuers, 0 badges, of 20/) });
    expect(await check(write('cut.zip', bytes.subarray(0, bytes.length - 100)))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is no whole backup/),
    });
    expect(await check(write('altered.zip', altered))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/is damaged|is no whole backup/),
    });
    expect(await check(write('text.zip', 'no archive'))).toMatchObject({ code: 1, err: expect.stringMatching(/is no whole backup/) });
    expect(await check(join(root, 'nowhere.zip'))).toMatchObject({ code: 1, err: expect.stringMatching(/cannot be read \(ENOENT\)/) });
    expect(await run('backup', [path], { DATABASE_URL: source.url })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^[^\n]* is there already/),
    });
  });

  it('is not made of a folder in which no service was: the command names it, and makes nothing there', async () => {
    const mistyped = join(root, 'no', 'such-folder');
    expect(await run('backup', [join(root, 'empty.zip')], { DATA_DIR: mistyped })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^There is no database in .*no\/such-folder, .*Set DATA_DIR to the folder of the service/),
    });
    expect([existsSync(mistyped), existsSync(join(root, 'empty.zip'))]).toEqual([false, false]);
  });

  it('explains its usage', async () => {
    for (const name of ['backup', 'restore'] as const) {
      expect(await run(name, [], {})).toMatchObject({ code: 64, err: expect.stringMatching(/^Usage/) });
      expect(await run(name, ['--help'], {})).toMatchObject({ code: 0, out: expect.stringMatching(/^Usage/) });
    }
  });
});
