import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { digestMultibase } from '@proofmark/evidence';
import { buildDidDocument } from '@proofmark/proofs';
import {
  type LoopbackServer,
  loopbackServer,
  makeRepository,
  namedEd25519Key,
  removeRepositories,
  sampleBadge,
  type TestRepository,
  uploadPack,
} from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, scratch } from '../cli.fixture.js';

const write = await scratch();
const key = namedEd25519Key('acme');
const PDF = '%PDF-1.7 the report';
let server: LoopbackServer;
let repository: TestRepository;
let commit: string;
let badge: string;
let pdf = PDF;

/** An issuer, a forge and a host of files, all on this machine, and a badge of the issuer for the work there. */
beforeAll(async () => {
  repository = await makeRepository();
  commit = await repository.commit({ 'a.txt': 'a' });
  await repository.branch('main', commit);
  const git = uploadPack(repository.root);
  const documents: Record<string, unknown> = {};
  server = await loopbackServer((request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/ada/')) return git(request, response);
    if (path === '/report.pdf') return void response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
    const found = documents[path];
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? {}));
  });
  const did = `did:web:localhost%3A${server.port}`;
  documents['/.well-known/did.json'] = buildDidDocument({ did, keys: [{ id: `${did}#key`, publicKey: key.publicKey }] });
  const { signDataIntegrity } = await import('@proofmark/proofs/sign');
  const { proof: _, ...unsigned } = await sampleBadge({ issuer: { id: did, name: 'Acme Academy' } }, key);
  const digest = digestMultibase(createHash('sha256').update(PDF).digest());
  const evidence = [
    { id: `${server.origin}/ada/work.git#${commit}`, type: ['Evidence'], name: 'Todo' },
    { id: `${server.origin}/report.pdf`, type: ['Evidence'], name: 'Report', mediaType: 'application/pdf', digestMultibase: digest },
  ];
  const signed = await signDataIntegrity({
    credential: { ...unsigned, evidence },
    verificationMethod: `${did}#key`,
    created: '2026-11-22T09:00:00Z',
    signer: key.signer,
  });
  badge = await write('badge.json', JSON.stringify(signed));
});
afterAll(async () => {
  await server.close();
  await removeRepositories();
});

const verify = (...args: string[]) => run('verify', '--at', '2026-11-23T00:00:00Z', ...args, badge);
const json = async (...args: string[]) => JSON.parse((await verify('--json', ...args)).out);
const lines = async (...args: string[]) => (await json(...args)).evidence.map(({ sameBytes }: { sameBytes: string }) => sameBytes);

describe('proofmark verify, with evidence', () => {
  it('rechecks it, and prints four lines about it', async () => {
    const { out, err, code } = await verify();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('✓ Same content: Yes, it matches what was judged. A yes says that nothing changed; not who made it.');
    expect(out).toContain('? Theirs: Not checked. A yes says how the work is linked to the person');
    expect(out).toContain('✓ The work: All 2 pieces of work are what was judged.');
    expect(out).toMatch(/asked localhost:\d+ \(evidence\)/);
    expect(await json()).toMatchObject({
      checks: { evidence: { outcome: 'passed' } },
      evidence: [{ sameBytes: 'matches' }, { sameBytes: 'matches' }],
    });
  });

  it('makes no request for it with --no-work and --offline', async () => {
    for (const option of ['--no-work', '--offline']) {
      const before = server.requests.length;
      expect(await lines(option)).toEqual(['not-checked', 'not-checked']);
      const asked = server.requests.slice(before).map(({ url }) => url);
      expect(asked).toEqual(option === '--offline' ? [] : ['/.well-known/did.json']);
    }
  });

  it('prints the same from a recording after everything has changed, without a request', async () => {
    const facts = (await write('placeholder', '')).replace('placeholder', 'facts.json');
    const first = await verify('--json', '--save-facts', facts);
    const other = await repository.commit({ 'a.txt': 'b' });
    await repository.branch('main', other);
    pdf = `${PDF}, rewritten`;
    const before = server.requests.length;
    const again = await run('verify', '--json', '--facts', facts, badge);
    expect(again.out).toBe(first.out);
    expect(server.requests.length).toBe(before);
    expect(JSON.parse(await readFile(facts, 'utf8')).repositories).toHaveLength(1);
    expect(JSON.parse((await run('verify', '--json', '--facts', facts, '--no-work', badge)).out).checks.evidence.code).toBe(
      'evidence-not-checked',
    );
  });

  it('reports a change, and the badge stays genuine', async () => {
    const { out, code } = await verify();
    expect(code).toBe(0);
    expect(out).toMatch(/^i Signed by localhost:\d+, unaltered\./m);
    expect(out).toContain('✗ Same content: No, it has changed.');
    expect(out).toContain('No branch or tag of the repository leads to this commit');
    expect(await json()).toMatchObject({ checks: { evidence: { outcome: 'failed', code: 'evidence-changed' } } });
  });

  it('takes files instead of the network where the map has them', async () => {
    const map = await write('map.json', JSON.stringify({ [`${server.origin}/report.pdf`]: 'mine.pdf' }));
    await write('mine.pdf', PDF);
    expect(await lines('--documents', map)).toEqual(['matches', 'matches']);
    const did = `did:web:localhost%3A${server.port}`;
    const document = buildDidDocument({ did, keys: [{ id: `${did}#key`, publicKey: key.publicKey }] });
    await write('did.json', JSON.stringify(document));
    const both = await write('both.json', JSON.stringify({ [`${server.origin}/report.pdf`]: 'mine.pdf', [did]: 'did.json' }));
    const before = server.requests.length;
    expect(await lines('--documents', both, '--offline')).toEqual(['not-checked', 'matches']);
    expect(server.requests.length).toBe(before);
  });
});
