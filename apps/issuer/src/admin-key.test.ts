import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration, type Service, startService } from './service.js';

// The built program, as `npm run admin-key` runs it, beside a service with an embedded database.
const PROGRAM = fileURLToPath(new URL('../dist/admin-key.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'proofmark-admin-key-'));
const dataDir = join(root, 'data');
const firstFile = join(root, 'first');
let service: Service;

const start = (port = '0') =>
  startService(readConfiguration({ PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'silent', ADMIN_KEY_FILE: firstFile }), {
    checkSignatures: async () => undefined,
  });
beforeAll(async () => {
  if (!existsSync(PROGRAM)) throw new Error('Build first: npm run build');
  service = await start();
});
afterAll(async () => {
  await service.close();
  rmSync(root, { recursive: true, force: true });
});

function run(...args: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { PATH = '' } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM, ...args], { env: { PATH, DATA_DIR: dataDir } }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: out.trim(), err: err.trim() });
    });
  });
}

async function asked(method: string, path: string, key: string, body?: unknown) {
  const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(`${service.baseUrl}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
}

describe('ADMIN_KEY_FILE', () => {
  it('takes the first admin key, for its owner alone', async () => {
    expect(statSync(firstFile).mode & 0o777).toBe(0o600);
    const key = readFileSync(firstFile, 'utf8').trim();
    expect([key, service.adminKey]).toEqual([expect.stringMatching(/^pm_admin_/), key]);
    expect((await asked('GET', '/v1/issuers', key)).status).toBe(200);
  });

  it('is not overwritten: a start that would have to is refused, and makes no key', async () => {
    const other = join(root, 'other');
    writeFileSync(firstFile.replace('first', 'taken'), 'mine');
    const configuration = readConfiguration({ PORT: '0', DATA_DIR: other, LOG_LEVEL: 'silent', ADMIN_KEY_FILE: join(root, 'taken') });
    await expect(startService(configuration, { checkSignatures: async () => undefined })).rejects.toMatchObject({ code: 'admin-key-file' });
    expect(readFileSync(join(root, 'taken'), 'utf8')).toBe('mine');
    const again = await startService(readConfiguration({ PORT: '0', DATA_DIR: other, LOG_LEVEL: 'silent' }), {
      checkSignatures: async () => undefined,
    });
    expect(again.adminKey).toMatch(/^pm_admin_/);
    await again.close();
  });
});

describe('npm run admin-key', () => {
  it('makes an admin key beside the running service, as an act of the operator', async () => {
    const { code, out, err } = await run();
    expect([code, out, err]).toEqual([0, expect.stringMatching(/^pm_admin_[\w-]{43}$/), '']);
    expect((await asked('GET', '/v1/issuers', out)).status).toBe(200);
    const log = (await asked('GET', '/v1/audit-log?service=true&limit=100', out)).body.data;
    expect(log.at(-1)).toMatchObject({ action: 'api-key.created', actor: { type: 'operator', apiKeyId: null }, requestId: null });
    expect(JSON.stringify(log)).not.toContain(out.slice(-20));
  });

  it('writes it into a file of its owner alone, and over no other file', async () => {
    const file = join(root, 'new');
    const { code, out } = await run('--file', file);
    expect([code, out, statSync(file).mode & 0o777]).toEqual([0, `The new admin key is in ${file}.`, 0o600]);
    const before = (await asked('GET', '/v1/api-keys?limit=100', readFileSync(file, 'utf8').trim())).body.data.length;
    expect(await run('--file', file)).toMatchObject({ code: 1, err: expect.stringContaining('there is such a file already') });
    expect((await asked('GET', '/v1/api-keys?limit=100', readFileSync(file, 'utf8').trim())).body.data).toHaveLength(before);
  });

  it('replaces an admin key without ending the keys that it made', async () => {
    const old = readFileSync(firstFile, 'utf8').trim();
    const issuer = (await asked('POST', '/v1/issuers', old, { slug: 'acme', name: 'Acme' })).body.id;
    const made = (await asked('POST', '/v1/api-keys', old, { name: 'x', issuerId: issuer, scopes: ['achievements:read'] })).body;
    const { out } = await run('--replaces', made.createdBy);
    expect((await asked('GET', '/v1/issuers', old)).status).toBe(401);
    expect((await asked('GET', '/v1/achievements', made.key)).status).toBe(200);
    const { data } = (await asked('GET', `/v1/api-keys?issuer=${issuer}`, out)).body;
    const log = (await asked('GET', '/v1/audit-log?service=true&limit=100', out)).body.data;
    const [created, revoked] = [log.at(-2), log.at(-1)].sort((one, other) => one.action.localeCompare(other.action));
    expect(data[0].createdBy).toBe(created.object.id);
    expect(revoked).toMatchObject({
      action: 'api-key.revoked',
      object: { id: made.createdBy },
      details: { replacedBy: created.object.id },
    });
    // From here on the new key is the maker: with it the other falls.
    const other = (await run()).out;
    expect((await asked('DELETE', `/v1/api-keys/${created.object.id}`, other)).status).toBe(204);
    expect((await asked('GET', '/v1/achievements', made.key)).status).toBe(401);
  });

  it('works while the service does not run', async () => {
    await service.close();
    const { code, out } = await run();
    expect(code).toBe(0);
    service = await start(new URL(service.baseUrl).port);
    expect((await asked('GET', '/v1/issuers', out)).status).toBe(200);
  });

  it('explains wrong usage', async () => {
    expect(await run('--file')).toMatchObject({ code: 64, err: expect.stringMatching(/^Usage/) });
    expect(await run('--replaces', 'x')).toMatchObject({ code: 64 });
    expect(await run('--replaces', '0198ab00-0000-7000-8000-000000000000')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no such'),
    });
  });
});
