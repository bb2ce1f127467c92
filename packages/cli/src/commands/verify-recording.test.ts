import { readFile } from 'node:fs/promises';
import { buildDidDocument } from '@proofmark/proofs';
import { type LoopbackServer, loopbackServer, namedEd25519Key, sampleBadge } from '@proofmark/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { run, scratch } from '../cli.fixture.js';

const write = await scratch();
const key = namedEd25519Key('acme');
let server: LoopbackServer;
let url: string;
let file: string;
let facts: string;
let first: string;

/** An issuer on this machine whose badge is at an address, and a registry that lists it; after the first check it is gone. */
beforeAll(async () => {
  const files: Record<string, unknown> = {};
  server = await loopbackServer((request, response) => {
    const found = files[request.url ?? ''];
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? {}));
  });
  const did = `did:web:localhost%3A${server.port}:issuers:acme`;
  const id = `${did}#key`;
  files['/issuers/acme/did.json'] = buildDidDocument({ did, keys: [{ id, publicKey: key.publicKey }] });
  files['/registry.json'] = { registry: { [did]: { name: 'Acme Academy Ltd' } } };
  const { signDataIntegrity } = await import('@proofmark/proofs/sign');
  const { proof: _, ...unsigned } = await sampleBadge({ issuer: { id: did, name: 'Acme Academy' } }, key);
  const badge = await signDataIntegrity({
    credential: unsigned,
    verificationMethod: id,
    created: '2026-11-22T09:00:00Z',
    signer: key.signer,
  });
  files['/badge'] = badge;
  url = `${server.origin}/badge`;
  file = await write('badge.json', JSON.stringify(badge));
  facts = (await write('placeholder', '')).replace('placeholder', 'facts.json');
  const saved = await run(
    ...['verify', '--json', '--at', '2026-11-23T00:00:00Z', '--trust', `${server.origin}/registry.json`],
    ...['--recipient', 'ada@example.org', '--save-facts', facts, url, file],
  );
  first = saved.out;
  expect(saved.err).toBe('');
  await server.close();
});

describe('recordings of network answers', () => {
  it('give the same reports, byte for byte, without a network', async () => {
    expect(
      first
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).verdict),
    ).toEqual(['genuine-issuer-confirmed', 'genuine-issuer-confirmed']);
    const replay = await run('verify', '--json', '--facts', facts, '--recipient', 'ada@example.org', url, file);
    expect(replay.out).toBe(first);
    const now = await run('verify', '--json', url);
    expect(JSON.parse(now.out).verdict).toBe('unfinished');
  });

  it('are shown with their date', async () => {
    const { out } = await run('verify', '--facts', facts, file);
    expect(out).toMatch(/^Verified with what was recorded on 2026-11-23T00:00:00\.000Z\. Nobody was asked now/);
    expect(out).toContain('“Acme Academy Ltd”');
  });

  it('are judged as of another time, or with other trust, by option', async () => {
    const early = await run('verify', '--json', '--facts', facts, '--at', '2026-11-01T00:00:00Z', file);
    expect(JSON.parse(early.out).checks['valid-from'].code).toBe('not-yet-valid');
    const list = await write('list.txt', 'did:web:else.example\n');
    const stranger = await run('verify', '--json', '--facts', facts, '--trust', list, file);
    expect(JSON.parse(stranger.out).checks['issuer-trusted'].code).toBe('issuer-not-listed');
  });

  it('do not hold the expected recipient', async () => {
    const text = await readFile(facts, 'utf8');
    expect(text).not.toContain('ada@example.org');
    expect(JSON.parse(text)).toMatchObject({ format: 'proofmark-facts-1', at: '2026-11-23T00:00:00.000Z' });
  });

  it('leave a question open for an address that was not recorded', async () => {
    const { out } = await run('verify', '--json', '--facts', facts, `${server.origin}/other`);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'unfinished', checks: { format: { code: 'offline' } } });
  });

  it.each([
    ['no facts', () => file, []],
    ['facts without a file', () => '/nowhere/facts.json', []],
    ['a map as well', () => facts, ['--documents', '/nowhere/map.json']],
    ['facts to be saved again', () => facts, ['--save-facts', '/nowhere/again.json']],
  ])('end with 64 and one sentence for %s', async (_, place, more) => {
    const { code, err, out } = await run('verify', '--facts', place(), ...more, file);
    expect([code, out]).toEqual([64, '']);
    expect(err).not.toBe('');
  });

  it('are refused with a body that is no base64', async () => {
    const { documents, ...rest } = JSON.parse(await readFile(facts, 'utf8'));
    const spoilt = await write('spoilt.json', JSON.stringify({ ...rest, documents: [{ ...documents[0], body: '!' }] }));
    expect((await run('verify', '--facts', spoilt, file)).code).toBe(64);
  });

  it('are never written over another file', async () => {
    const before = await readFile(facts, 'utf8');
    const { code, err } = await run('verify', '--offline', '--json', '--save-facts', facts, file);
    expect([code, err]).toEqual([64, expect.not.stringContaining('--force')]);
    expect(await readFile(facts, 'utf8')).toBe(before);
  });
});
