import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfiguration, type Service, startService } from '../service.js';
import { createTestDatabase } from '../store/database/test-database.js';
import { verdictOf } from '../verdict-of.fixture.js';

// T23, drilled with the programs that an operator runs: one issuer leaves a service and comes into another, empty one under the same address.

const root = mkdtempSync(join(tmpdir(), 'proofmark-moving-'));
const file = join(root, 'acme.issuer.zip');
const ends: (() => Promise<void>)[] = [];
let port = '0';

afterAll(async () => {
  for (const end of ends.reverse()) await end();
  rmSync(root, { recursive: true, force: true });
});

interface Home {
  readonly settings: Record<string, string>;
  readonly query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
}

async function makeHome(name: string): Promise<Home> {
  const database = await createTestDatabase();
  ends.push(database.close);
  const settings = { DATA_DIR: join(root, name), DATABASE_URL: database.url, KEY_PASSPHRASE: `the passphrase of ${name}` };
  return { settings, query: (text, values) => database.pool.query(text, values) };
}

async function start({ settings }: Home): Promise<Service & { stop: () => Promise<void> }> {
  const configuration = readConfiguration({ PORT: port, LOG_LEVEL: 'silent', ...settings });
  const service = await startService(configuration, { checkSignatures: async () => undefined });
  port = String(service.port);
  let running = true;
  const stop = async (): Promise<void> => {
    if (running) await service.close();
    running = false;
  };
  ends.push(stop);
  return { ...service, stop };
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(name: 'export-issuer' | 'import-issuer', args: readonly string[], { settings }: Home, more: object = {}): Promise<Ran> {
  const program = fileURLToPath(new URL(`../../dist/${name}.js`, import.meta.url));
  const env = { PATH: process.env.PATH ?? '', PORT: port, ...settings, ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: out.trim(), err: err.trim() });
    });
  });
}

const ask = (service: Service, key: string) => async (method: string, path: string, body?: unknown) => {
  const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
  const answer = await fetch(`${service.baseUrl}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as any };
};

describe('an issuer that moves to another service', () => {
  it('is there with its badges, which verify, and issues new ones; everything comes, or nothing', async () => {
    const [old, fresh] = [await makeHome('old'), await makeHome('new')];
    const first = await start(old);
    const call = ask(first, first.adminKey ?? '');
    const { id: issuerId } = (await call('POST', '/v1/issuers', { slug: 'acme', name: 'Acme' })).body;
    await call('POST', '/v1/issuers', { slug: 'stays', name: 'Stays' });
    const about = {
      issuerId,
      name: 'Web API design',
      description: 'Designs an API.',
      criteria: { narrative: 'A project.' },
      evidencePolicy: 'none',
    };
    const { id: achievementId } = (await call('POST', '/v1/achievements', about)).body;
    const issue = async (person: string, more: object = {}) =>
      (
        await call('POST', `/v1/achievements/${achievementId}/credentials`, {
          recipient: { email: `${person}@example.org`, name: person },
          ...more,
        })
      ).body;
    const work = { private: true, name: 'Essay', mediaType: 'text/plain', content: Buffer.from('mine').toString('base64') };
    const [ada, grace, joan] = [await issue('ada', { evidence: [work] }), await issue('grace'), await issue('joan')];
    await call('POST', `/v1/credentials/${grace.id}/revoke`, { confirm: 'revoke', reason: 'It was a mistake.' });
    await call('POST', `/v1/credentials/${joan.id}/erase`, { confirm: 'erase' });
    const { url: claimLink } = (await call('POST', `/v1/credentials/${ada.id}/claim-link`, { days: 3 })).body;
    const learner = (await fetch(claimLink, { method: 'POST', redirect: 'manual' })).headers.get('location') ?? '';
    const log = (await call('GET', `/v1/audit-log?issuer=${issuerId}&limit=100`)).body.data;
    await first.stop();

    expect(await run('export-issuer', ['nobody', file], old)).toMatchObject({
      code: 1,
      err: expect.stringContaining('No issuer here has the slug nobody'),
    });
    const written = await run('export-issuer', ['acme', file], old);
    expect(written, written.err).toMatchObject({ code: 0, out: expect.stringContaining('Wrote acme (badges: 3)') });
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const elsewhere = await run('import-issuer', [file], fresh, { PORT: '4999' });
    expect(elsewhere).toMatchObject({ code: 1, err: expect.stringContaining(`PUBLIC_BASE_URL=${first.baseUrl}`) });
    const broken = join(root, 'broken.zip');
    const bytes = readFileSync(file);
    // A byte of the badges, behind the header of their file.
    bytes[bytes.indexOf('tables/credential.copy') + 60]! ^= 0xff;
    writeFileSync(broken, bytes);
    expect(await run('import-issuer', [broken], fresh)).toMatchObject({ code: 1, err: expect.stringContaining('credential.copy') });
    expect((await fresh.query('SELECT count(*)::int AS n FROM issuer')).rows).toEqual([{ n: 0 }]);

    const loaded = await run('import-issuer', [file], fresh);
    expect(loaded, loaded.err).toMatchObject({ code: 0, out: expect.stringContaining('Imported acme (badges: 3)') });
    expect(await run('import-issuer', [file], fresh)).toMatchObject({ code: 1, err: expect.stringContaining('is here already') });
    const slugs = (await fresh.query('SELECT slug FROM issuer')).rows;
    expect(slugs).toEqual([{ slug: 'acme' }]);

    const second = await start(fresh);
    const there = ask(second, second.adminKey ?? '');
    expect(await verdictOf(JSON.stringify(ada.credential))).toBe('genuine-issuer-unknown');
    expect(await verdictOf(ada.jwt)).toBe('genuine-issuer-unknown');
    expect(await verdictOf(JSON.stringify(grace.credential))).toBe('do-not-rely');
    const list = (await there('GET', `/v1/credentials?issuer=${issuerId}`)).body.data;
    expect(list.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
      [ada.id, 'current'],
      [grace.id, 'revoked'],
      [joan.id, 'erased'],
    ]);
    const found = (await there('POST', '/v1/credentials/search', { issuer: issuerId, email: 'Ada@example.org' })).body.data;
    expect(found.map(({ id }: { id: string }) => id)).toEqual([ada.id]);
    const people = (await there('GET', `/v1/recipients?issuer=${issuerId}`)).body.data;
    expect(people.map(({ email }: { email: string }) => email).sort()).toEqual(['ada@example.org', 'grace@example.org']);
    expect((await fetch(new URL(learner, second.baseUrl))).status).toBe(200);
    const chain = (await there('GET', `/v1/audit-log?issuer=${issuerId}&limit=100`)).body.data;
    expect(chain.slice(0, log.length)).toEqual(log);

    const again = (
      await there('POST', `/v1/achievements/${achievementId}/credentials`, { recipient: { email: 'ada@example.org', name: 'Ada King' } })
    ).body;
    expect(again.recipient.id).toBe(ada.recipient.id);
    expect(await verdictOf(JSON.stringify(again.credential))).toBe('genuine-issuer-unknown');
    expect(again.credential.credentialStatus.statusListCredential).not.toBe(ada.credential.credentialStatus.statusListCredential);
    expect(again.credential.proof.verificationMethod).not.toBe(ada.credential.proof.verificationMethod);
    await there('POST', `/v1/credentials/${ada.id}/revoke`, { confirm: 'revoke' });
    expect(await verdictOf(JSON.stringify(ada.credential))).toBe('do-not-rely');
    expect((await there('GET', `/v1/credentials?issuer=${issuerId}`)).body.data.at(-1).id).toBe(again.id);
    await second.stop();
  });
});
