import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfiguration, type Service, startService } from '@proofmark/issuer/service';
import { createTestDatabase } from '@proofmark/issuer/testing';
import { nodePorts } from '@proofmark/platform/node';
import { type Ports, verify } from '@proofmark/verifying';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * A database and a folder of keys that the code of commit b13fda5 made, when it was the version in use: the dump of its tables (`pg_dump
 * --inserts`) and its key files, under a passphrase of this test alone, which guards nothing. Its service had the address below.
 */
const FIXTURE = fileURLToPath(new URL('./earlier-version.fixture/', import.meta.url));
const PASSPHRASE = 'a passphrase of a test, which guards nothing';
const THEN = 'http://localhost:3998';
/** A key of the provider, with the scopes of then: `credentials:read` and `credentials:write`. */
const KEY = 'pm_live_nlxdKU3alcJy_xa1pzXfsDGJrFvQYHPRvWVbQ38Y_oM';

const BADGES = {
  standing: '01a224cc-fe4f-7cb8-b875-e8860daabdc2',
  revoked: '01a224cc-fe99-721b-8cb5-9b554049d399',
  renewed: '01a224cc-febf-7323-92f5-0549194512bc',
  erased: '01a224cc-ff07-7eef-8b96-95b4ef32a6ab',
  endorsed: '01a224cc-ff21-72dc-852c-9bea433a3c30',
  /** It was committed, and its process died before it was signed. */
  unsigned: '01a224cc-ff33-7faa-ac0d-c41b0e4f9eae',
  /** Signed with the key that came after a rotation, and the successor of `renewed`. */
  afterRotation: '01a224cc-ffcd-7a63-82ee-6b14a3b19a83',
  successor: '01a224cd-001c-7da6-9be2-8031f0f52f43',
  /** With a file as evidence, of which a copy is kept, and a report. */
  withWork: '01a224cc-fca3-74fa-9f47-80985423bcd5',
};
const ACHIEVEMENT = '01a224cc-fe44-7933-baf2-b00ebb329221';
const ENDORSEMENT = '01a224cd-015a-7d32-a611-0bec8c835dca';

let service: Service;
let ports: Ports;
/** The signed forms as they were stored then. */
const stored = new Map<string, { json: string; jwt: string | null }>();
beforeAll(async () => {
  const database = await createTestDatabase({ migrated: false });
  await database.pool.query(await readFile(join(FIXTURE, 'database.sql'), 'utf8'));
  const { rows } = await database.pool.query(
    'SELECT id, signed_json AS json, signed_jwt AS jwt FROM credential WHERE signed_json IS NOT NULL',
  );
  for (const { id, ...forms } of rows) stored.set(id, forms);
  const dataDir = await mkdtemp(join(tmpdir(), 'proofmark-earlier-'));
  await cp(join(FIXTURE, 'keys'), join(dataDir, 'keys'), { recursive: true });
  const settings = {
    PORT: '0',
    PUBLIC_BASE_URL: THEN,
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    KEY_PASSPHRASE: PASSPHRASE,
    LOG_LEVEL: 'silent',
  };
  service = await startService(readConfiguration(settings));
  const node = nodePorts({ allowLoopback: true });
  // The address of then leads to where the service listens now.
  const documents = {
    fetch: (request: Parameters<Ports['documents']['fetch']>[0]) => node.documents.fetch({ ...request, url: now(request.url) }),
  };
  ports = { ...node, documents };
  afterAll(async () => {
    await node.close();
    await service.close();
    await database.close();
    await rm(dataDir, { recursive: true });
  });
});

const now = (url: string): string => url.replace(THEN, `http://localhost:${service.port}`);

async function get(path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const response = await fetch(now(path.startsWith('http') ? path : THEN + path), { headers });
  return { status: response.status, text: await response.text() };
}

async function post(path: string, body: unknown) {
  const response = await fetch(now(THEN + path), {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const check = async (text: string) => (await verify({ text }, ports, { at: Date.now() })).verdict;

describe('a service whose database and keys an earlier version made', () => {
  it('answers at every address that was given out then', async () => {
    const badge = `/credentials/${BADGES.standing}`;
    for (const path of [
      ...['', '.json', '.jwt', '.png', '.svg', '/status', '/work-log'].map((form) => badge + form),
      `/credentials/${BADGES.endorsed}/endorsements/${ENDORSEMENT}`,
      `/credentials/${BADGES.withWork}`,
      `/achievements/${ACHIEVEMENT}`,
      `/achievements/${ACHIEVEMENT}/image`,
      '/issuers/school',
      '/issuers/school/did.json',
      '/issuers/acme/did.json',
      '/.well-known/jwks.json',
      '/status/1',
      '/status/2',
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    }
    expect((await get(`/credentials/${BADGES.erased}`)).status).toBe(410);
  });

  it('serves the badges as they were signed, byte for byte, in both forms', async () => {
    for (const [id, { json, jwt }] of stored) {
      if (id === BADGES.erased) continue;
      expect((await get(`/credentials/${id}.json`)).text).toBe(json);
      if (jwt !== null) expect((await get(`/credentials/${id}.jwt`)).text).toBe(jwt);
    }
  });

  it.each([
    ['standing', 'genuine-issuer-unknown'],
    ['renewed', 'genuine-issuer-unknown'],
    ['successor', 'genuine-issuer-unknown'],
    ['afterRotation', 'genuine-issuer-unknown'],
    ['endorsed', 'genuine-issuer-unknown'],
    ['withWork', 'genuine-issuer-unknown'],
    ['revoked', 'do-not-rely'],
  ] as const)('has a badge of then, %s, verify as %s', async (name, verdict) => {
    const { json, jwt } = stored.get(BADGES[name]) as { json: string; jwt: string };
    expect([await check(json), await check(jwt)]).toEqual([verdict, verdict]);
  });

  it('finishes the badge whose process died before it was signed', async () => {
    const answer = await get(`/credentials/${BADGES.unsigned}.json`);
    expect(answer.status).toBe(200);
    expect(await check(answer.text)).toBe('genuine-issuer-unknown');
  });

  it('signs new badges with the keys of then, for the API key of then', async () => {
    const issued = await post(`/v1/achievements/${ACHIEVEMENT}/credentials`, { recipient: { email: 'new@example.org' } });
    expect([issued.status, issued.body.detail]).toEqual([201, undefined]);
    const text = (await get(`/credentials/${issued.body.id}.json`)).text;
    expect(await check(text)).toBe('genuine-issuer-unknown');
    const before = JSON.parse(stored.get(BADGES.afterRotation)?.json ?? '');
    expect(JSON.parse(text).proof.verificationMethod).toBe(before.proof.verificationMethod);
  });

  it('withdraws a badge of then in the list that it names', async () => {
    const json = stored.get(BADGES.endorsed)?.json as string;
    const revoked = await post(`/v1/credentials/${BADGES.endorsed}/revoke`, { confirm: 'revoke', reason: 'Issued in error' });
    expect(revoked.status).toBe(200);
    expect(await check(json)).toBe('do-not-rely');
    expect(await check(stored.get(BADGES.standing)?.json as string)).toBe('genuine-issuer-unknown');
  });
});
