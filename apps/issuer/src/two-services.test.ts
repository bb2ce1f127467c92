import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyEarlierFiles, EARLIER, restoreEarlier } from './keys/earlier-version.fixture.js';
import { openKeyring, readSealedKeyring } from './keys/keyring.js';
import { sealedKeyStore } from './keys/sealed-key-store.js';
import { listen } from './server/listen.js';
import { readConfiguration, type Service, startService } from './service.js';
import { createTestDatabase, type TestDatabase } from './store/database/test-database.js';
import { postgresStore } from './store/postgres-store.js';
import { verdictOf } from './verdict-of.fixture.js';

// T20, F10: several processes on one database, each with a data folder of its own, and a database that an earlier version left.

const BASE = 'https://badges.example';
const PASSPHRASE = 'a passphrase of all processes';
const root = mkdtempSync(join(tmpdir(), 'proofmark-two-'));
const running: Process[] = [];
let database: TestDatabase;
let adminKey = '';
let one: Process;
let two: Process;
let folders = 0;

interface Process {
  readonly address: string;
  readonly dataDir: string;
  readonly service: Service;
}
interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  readonly body: any;
}

async function start(over: TestDatabase, passphrase = PASSPHRASE, dataDir = newDataDir()): Promise<Process> {
  const probe = await listen('127.0.0.1', 0);
  await probe.close();
  const settings = {
    PORT: String(probe.port),
    DATA_DIR: dataDir,
    DATABASE_URL: over.url,
    KEY_PASSPHRASE: passphrase,
    PUBLIC_BASE_URL: BASE,
  };
  const service = await startService(readConfiguration({ ...settings, LOG_LEVEL: 'silent' }), { checkSignatures: async () => undefined });
  const process = { address: `http://127.0.0.1:${probe.port}`, dataDir, service };
  running.push(process);
  return process;
}
function newDataDir(): string {
  folders += 1;
  return join(root, `data-${folders}`);
}
async function ask({ address }: Process, method: string, path: string, body?: unknown, key = adminKey): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(`${address}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: answer.status, body: await answer.json() };
}
async function made(by: Process, path: string, body: unknown): Promise<Answer['body']> {
  const answer = await ask(by, 'POST', path, body);
  expect([path, answer.status, answer.body]).toEqual([path, 201, expect.anything()]);
  return answer.body;
}
async function newTenant(by: Process, slug: string): Promise<{ readonly issuerId: string; readonly achievementId: string }> {
  const { id: issuerId } = await made(by, '/v1/issuers', { slug, name: 'Acme Academy' });
  return { issuerId, achievementId: await newAchievement(by, issuerId) };
}
async function newAchievement(by: Process, issuerId: string): Promise<string> {
  const criteria = { narrative: 'A working API.' };
  const achievement = { issuerId, name: 'Web API design', description: 'Designs a web API.', criteria, evidencePolicy: 'none' };
  return (await made(by, '/v1/achievements', achievement)).id;
}
let people = 0;
const issue = (by: Process, achievementId: string): Promise<Answer> => {
  people += 1;
  return ask(by, 'POST', `/v1/achievements/${achievementId}/credentials`, { recipient: { email: `person-${people}@example.org` } });
};
/** Verifies a badge by what a process publishes under the public address. */
const verdict = (by: Process, text: string): Promise<string> => verdictOf(text, (url) => url.replace(BASE, by.address));
const readiness = async (of: Process): Promise<Answer> => ask(of, 'GET', '/readyz');

beforeAll(async () => {
  database = await createTestDatabase();
  one = await start(database);
  adminKey = one.service.adminKey ?? '';
  two = await start(database);
});
afterAll(async () => {
  for (const { service } of running) await service.close();
  await database.close();
  rmSync(root, { recursive: true });
});

describe('two services with data folders of their own', () => {
  it('both issue badges that verify, for an issuer that either of them made', async () => {
    for (const [maker, other] of [
      [one, two],
      [two, one],
    ] as const) {
      const { achievementId } = await newTenant(maker, `school-${folders}-${people}`);
      for (const by of [maker, other]) {
        const { status, body } = await issue(by, achievementId);
        expect(status).toBe(201);
        for (const text of [JSON.stringify(body.credential), body.jwt]) expect(await verdict(maker, text)).toBe('genuine-issuer-unknown');
      }
    }
  });

  it('find people by their address, whoever issued their badge', async () => {
    const { issuerId, achievementId } = await newTenant(one, 'people');
    const { body } = await ask(two, 'POST', `/v1/achievements/${achievementId}/credentials`, { recipient: { email: 'ada@example.org' } });
    const found = await ask(one, 'POST', '/v1/credentials/search', { email: 'ada@example.org', issuer: issuerId });
    expect(found.body.data.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  });

  it('issue without a failure while the other rotates and revokes the keys, never with a key that is not active', async () => {
    const { issuerId, achievementId } = await newTenant(one, 'rotating');
    const issued: Answer[] = [];
    const lane = async (by: Process): Promise<void> => {
      for (let n = 0; n < 10; n += 1) issued.push(await issue(by, achievementId));
    };
    const changing = async (): Promise<void> => {
      for (const algorithm of ['Ed25519', 'ES256']) await made(one, `/v1/issuers/${issuerId}/keys`, { algorithm });
      const { data } = (await ask(one, 'GET', `/v1/issuers/${issuerId}/keys`)).body;
      const { id } = data.find(
        (key: { algorithm: string; retiredAt: string | null }) => key.algorithm === 'Ed25519' && key.retiredAt === null,
      );
      expect((await ask(one, 'POST', `/v1/issuers/${issuerId}/keys/${id}/revoke`, { reason: 'a drill' })).status).toBe(200);
    };
    await Promise.all([lane(two), lane(one), lane(two), changing()]);
    expect(issued.map(({ status }) => status)).toEqual(Array(30).fill(201));
    const after = await issue(two, achievementId);
    const { data: keys } = (await ask(two, 'GET', `/v1/issuers/${issuerId}/keys`)).body;
    const ends = new Map<string, string | null>(
      keys.map(({ verificationMethod, retiredAt }: Record<string, string>) => [verificationMethod, retiredAt]),
    );
    for (const { body } of issued) {
      const { created, verificationMethod } = body.credential.proof;
      const end = ends.get(verificationMethod);
      expect(end === null || Date.parse(created) <= Date.parse(end ?? '')).toBe(true);
    }
    expect(ends.get(after.body.credential.proof.verificationMethod)).toBeNull();
    expect(await verdict(two, JSON.stringify(after.body.credential))).toBe('genuine-issuer-unknown');
    const { rows } = await database.pool.query(
      "SELECT k.retired_at FROM sealed_key s JOIN signing_key k USING (issuer_id, id) WHERE issuer_id = $1 AND k.purpose = 'assertion'",
      [issuerId],
    );
    expect(rows).toEqual([{ retired_at: null }, { retired_at: null }]);
  });

  it('refuse to start with another passphrase, which changes nothing', async () => {
    const state = async () => (await database.pool.query('SELECT * FROM keyring')).rows;
    const before = await state();
    await expect(start(database, 'another')).rejects.toMatchObject({ code: 'passphrase-wrong' });
    expect(await state()).toEqual(before);
  });
});

describe('a signing key that does not open', () => {
  it('is told by /readyz and stops its issuer alone, until it is rotated', async () => {
    const [hurt, well] = [await newTenant(one, 'hurt'), await newTenant(one, 'well')];
    await database.pool.query(
      `UPDATE sealed_key SET sealed = sealed || '{"tag": "AAAAAAAAAAAAAAAAAAAAAA"}' WHERE (issuer_id, id) IN
        (SELECT issuer_id, id FROM signing_key WHERE issuer_id = $1 AND algorithm = 'Ed25519')`,
      [hurt.issuerId],
    );
    const late = await start(database);
    expect(await readiness(late)).toEqual({ status: 503, body: { status: 'not-ready', reasons: ['signing-key-unusable'] } });
    const refused = await issue(late, hurt.achievementId);
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    expect((await issue(late, well.achievementId)).status).toBe(201);
    await made(late, `/v1/issuers/${hurt.issuerId}/keys`, { algorithm: 'Ed25519' });
    expect((await readiness(late)).status).toBe(200);
    expect((await issue(late, hurt.achievementId)).status).toBe(201);
  });

  it.each(['Ed25519', 'ES256'])(
    'is told by a process that was ready, from the moment in which it needs the key (%s)',
    async (algorithm) => {
      const late = await start(database);
      const { issuerId, achievementId } = await newTenant(one, `swapped-${algorithm.toLowerCase()}`);
      const { rows } = await database.pool.query(
        'SELECT s.sealed FROM sealed_key s JOIN signing_key k USING (issuer_id, id) WHERE k.algorithm = $2 AND issuer_id <> $1 LIMIT 1',
        [issuerId, algorithm],
      );
      await database.pool.query(
        `UPDATE sealed_key SET sealed = $2 WHERE (issuer_id, id) IN (SELECT issuer_id, id FROM signing_key WHERE issuer_id = $1 AND algorithm = $3)`,
        [issuerId, JSON.stringify(rows[0].sealed), algorithm],
      );
      expect((await readiness(late)).status).toBe(200);
      expect((await issue(late, achievementId)).status).toBe(503);
      expect(await readiness(late)).toMatchObject({ status: 503, body: { reasons: ['signing-key-unusable'] } });
      await made(one, `/v1/issuers/${issuerId}/keys`, { algorithm });
      expect((await readiness(late)).status).toBe(200);
      expect((await issue(late, achievementId)).status).toBe(201);
    },
  );
});

describe('a copy of the database', () => {
  it('holds no private key in clear, and neither of the two secrets', async () => {
    const store = postgresStore(database.pool);
    const row = (await store.keyring.read())!;
    const keyring = (await openKeyring(readSealedKeyring(row)!, PASSPHRASE))!;
    const secrets: Buffer[] = [keyring.key.export(), Buffer.from(keyring.pepper), Buffer.from(PASSPHRASE)];
    const keys = sealedKeyStore(keyring, store.signingKeys);
    for (const key of await store.signingKeys.listServing(null, 100)) {
      const signer = await keys.signer(key);
      if (typeof signer === 'string' || signer.privateKey === null) throw new Error('a key does not open');
      secrets.push(Buffer.from(signer.privateKey.export({ format: 'jwk' }).d ?? '', 'base64url'));
    }
    expect(secrets.length).toBeGreaterThan(10);
    const { rows: tables } = await database.pool.query(
      "SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')",
    );
    const texts = await Promise.all(
      tables.map(
        async ({ name }) => (await database.pool.query(`SELECT string_agg(t::text, ' ') AS all FROM ${name} t`)).rows[0].all ?? '',
      ),
    );
    const dump = texts.join(' ');
    expect(dump).toContain(row.keyCheck);
    for (const secret of secrets) {
      for (const form of ['hex', 'base64', 'base64url', 'latin1'] as const) expect(dump.includes(secret.toString(form))).toBe(false);
    }
  });
});

describe('a service over what an earlier version left', () => {
  it('signs with the keys of its files, and so does a process that has none of them', async () => {
    const old = await createTestDatabase();
    const { issuers } = await restoreEarlier(postgresStore(old.pool));
    const dataDir = newDataDir();
    await copyEarlierFiles(dataDir);
    await expect(start(old, EARLIER.passphrase)).rejects.toMatchObject({ code: 'keys-not-imported' });
    const first = await start(old, EARLIER.passphrase, dataDir);
    const before = adminKey;
    adminKey = first.service.adminKey ?? '';
    const second = await start(old, EARLIER.passphrase);
    for (const [by, { id }] of [
      [first, issuers[0]!],
      [second, issuers[1]!],
    ] as const) {
      expect((await readiness(by)).status).toBe(200);
      const { status, body } = await issue(by, await newAchievement(by, id));
      expect(status).toBe(201);
      for (const text of [JSON.stringify(body.credential), body.jwt]) expect(await verdict(by, text)).toBe('genuine-issuer-unknown');
    }
    adminKey = before;
    for (const { service } of running.splice(-2)) await service.close();
    await old.close();
  });
});
