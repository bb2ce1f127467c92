import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration, type Service, startService } from './service.js';
import { createTestDatabase, type TestDatabase } from './store/database/test-database.js';

// The built program, as `npm run keyring` runs it.
const PROGRAM = fileURLToPath(new URL('../dist/keyring.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'proofmark-keyring-'));
const dataDir = join(root, 'data');
const kept = join(dataDir, 'key-passphrase');
let database: TestDatabase;
let adminKey = '';
let issuerId = '';
let port = '0';

beforeAll(async () => {
  if (!existsSync(PROGRAM)) throw new Error('Build first: npm run build');
  database = await createTestDatabase();
  const service = await start();
  adminKey = service.adminKey ?? '';
  port = new URL(service.baseUrl).port;
  issuerId = (await asked(service, 'POST', '/v1/issuers', { slug: 'acme', name: 'Acme Academy' })).body.id;
  await service.close();
});
afterAll(async () => {
  await database.close();
  rmSync(root, { recursive: true, force: true });
});

const environment = (more: Record<string, string> = {}) => ({
  DATA_DIR: dataDir,
  DATABASE_URL: database.url,
  LOG_LEVEL: 'silent',
  ...more,
});
const start = (more: Record<string, string> = {}): Promise<Service> =>
  startService(readConfiguration({ PORT: port, ...environment(more) }), { checkSignatures: async () => undefined });

function run(args: readonly string[], more: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  return new Promise<{ readonly code: number; readonly out: string; readonly err: string }>((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { env: { PATH, ...environment(more) } }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: out.trim(), err: err.trim() });
    });
  });
}

async function asked({ baseUrl }: Service, method: string, path: string, body?: unknown) {
  const headers = { authorization: `Bearer ${adminKey}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(`${baseUrl}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: answer.status, body: await answer.json() };
}

const rotate = (service: Service, algorithm: string) => asked(service, 'POST', `/v1/issuers/${issuerId}/keys`, { algorithm });
const passphraseFile = (name: string, text: string): string => {
  const path = join(root, name);
  writeFileSync(path, `${text}\n`);
  return path;
};
const lastAct = async (service: Service) => (await asked(service, 'GET', '/v1/audit-log?service=true&limit=100')).body.data.at(-1);

describe('npm run keyring -- passphrase', () => {
  it('changes the passphrase while the service runs, which goes on; a later start needs the new one', async () => {
    const service = await start();
    const rows = async () => (await database.pool.query('SELECT sealed FROM sealed_key ORDER BY id')).rows;
    const before = await rows();
    const newFile = passphraseFile('first', 'a new passphrase');
    const { code, out, err } = await run(['passphrase', '--new-file', newFile]);
    expect([code, err]).toEqual([0, '']);
    expect(await rows()).toEqual(before);
    expect(out).toMatch(/^The passphrase is changed\..*KEY_PASSPHRASE_FILE=/);
    expect(out).not.toContain('a new passphrase');
    expect(existsSync(kept)).toBe(false);
    expect(await lastAct(service)).toMatchObject({
      action: 'keyring.passphrase-changed',
      actor: { type: 'operator' },
      object: { type: 'keyring' },
    });
    expect((await fetch(`${service.baseUrl}/readyz`)).status).toBe(200);
    expect((await rotate(service, 'ES256')).status).toBe(201);
    await service.close();

    await expect(start()).rejects.toMatchObject({ code: 'passphrase-missing' });
    await expect(start({ KEY_PASSPHRASE: 'an old passphrase' })).rejects.toMatchObject({ code: 'passphrase-wrong' });
    const again = await start({ KEY_PASSPHRASE_FILE: newFile });
    expect((await fetch(`${again.baseUrl}/readyz`)).status).toBe(200);
    await again.close();
  });

  it('changes nothing when the present passphrase is wrong, or the new one is blank or nowhere', async () => {
    const state = async () => (await database.pool.query('SELECT * FROM keyring')).rows;
    const before = await state();
    const newFile = passphraseFile('second', 'another');
    const blank = passphraseFile('blank', '  ');
    expect(await run(['passphrase', '--new-file', newFile], { KEY_PASSPHRASE: 'wrong' })).toMatchObject({
      code: 1,
      err: expect.stringContaining('does not open'),
    });
    const right = { KEY_PASSPHRASE_FILE: join(root, 'first') };
    expect(await run(['passphrase', '--new-file', blank], right)).toMatchObject({ code: 1, err: expect.stringContaining('is blank') });
    expect(await run(['passphrase', '--new-file', join(root, 'nowhere')], right)).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read'),
    });
    expect(await state()).toEqual(before);
  });
});

describe('npm run keyring -- begin-anew', () => {
  it('refuses while the passphrase opens the keyring', async () => {
    const answer = await run(['begin-anew', '--discard-keys'], { KEY_PASSPHRASE_FILE: join(root, 'first') });
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining('nothing is to be begun anew') });
  });

  it('begins a new keyring when the passphrase is lost; issuers sign again once their keys are rotated', async () => {
    const KEY_PASSPHRASE = 'begun anew';
    expect(await run(['begin-anew', '--discard-keys'], { KEY_PASSPHRASE })).toMatchObject({ code: 0 });
    expect((await database.pool.query('SELECT FROM sealed_key')).rowCount).toBe(0);
    const service = await start({ KEY_PASSPHRASE });
    const readiness = async () => (await fetch(`${service.baseUrl}/readyz`)).json();
    expect(await readiness()).toEqual({ status: 'not-ready', reasons: ['signing-key-unusable'] });
    expect(await lastAct(service)).toMatchObject({ action: 'keyring.begun-anew', actor: { type: 'operator' } });
    for (const algorithm of ['Ed25519', 'ES256']) expect((await rotate(service, algorithm)).status).toBe(201);
    expect(await readiness()).toEqual({ status: 'ready' });
    await service.close();
  });

  it('is noticed by a process that runs on over the old keyring, which can make no key any more', async () => {
    const service = await start({ KEY_PASSPHRASE: 'begun anew' });
    expect(await run(['begin-anew', '--discard-keys'], { KEY_PASSPHRASE: 'again' })).toMatchObject({ code: 0 });
    expect(await (await fetch(`${service.baseUrl}/readyz`)).json()).toEqual({ status: 'not-ready', reasons: ['keyring-changed'] });
    expect((await asked(service, 'POST', '/v1/issuers', { slug: 'late', name: 'Late' })).status).toBe(503);
    await service.close();
  });
});

it('explains wrong usage', async () => {
  for (const args of [
    [],
    ['passphrase'],
    ['begin-anew'],
    ['begin-anew', '--discard-keys', '--new-file', 'x'],
    ['other', '--discard-keys'],
  ]) {
    expect(await run(args)).toMatchObject({ code: 64, err: expect.stringMatching(/^Usage/) });
  }
  expect(readFileSync(join(root, 'first'), 'utf8')).toBe('a new passphrase\n');
});
