import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeBase58 } from '@proofmark/proofs';
import { type JsonObject, VC1_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import { sampleCredential } from '@proofmark/testkit';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readVcApiConfig } from '../../config/vc-api-config.js';
import { libraryDerives, libraryVerifies } from '../../vc-api/library.fixture.js';
import { openVcApi } from '../../vc-api/open.js';
import { appOf, BASE, depsOf, EXAMPLES, plain, post } from '../../vc-api/vc-api.fixture.js';
import { vcApiRoutes } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'proofmark-vc-api-'));
afterAll(() => rmSync(folder, { recursive: true }));

// The secret of VC-DI-EDDSA, appendix B.
const ED25519 = 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq';
const TOKEN = 'a-secret-of-the-operator';
const CONFIGURATION = {
  issuers: [
    { name: 'eddsa-rdfc', cryptosuite: 'eddsa-rdfc-2022', secretKeyMultibase: ED25519 },
    { name: 'eddsa-jcs', cryptosuite: 'eddsa-jcs-2022', secretKeyMultibase: ED25519 },
    { name: 'p256', cryptosuite: 'ecdsa-rdfc-2019' },
    { name: 'p384', cryptosuite: 'ecdsa-rdfc-2019', curve: 'P-384' },
    { name: 'sd', cryptosuite: 'ecdsa-sd-2023' },
    { name: 'status', cryptosuite: 'eddsa-rdfc-2022', attachStatus: true },
    { name: 'sd-status', cryptosuite: 'ecdsa-sd-2023', attachStatus: true, mandatoryPointers: ['/issuer', '/credentialStatus'] },
    { name: 'guarded', cryptosuite: 'eddsa-rdfc-2022', token: TOKEN },
  ],
  documents: { 'https://words.example/v1': 'words.json', 'https://work.example/terms.json': 'terms.json' },
};

let app: Hono;

async function configured(configuration: unknown): Promise<Hono> {
  const path = join(folder, 'vc-api.json');
  writeFileSync(path, JSON.stringify(configuration));
  const { ports, now, random } = depsOf();
  return vcApiRoutes(await openVcApi({ baseUrl: BASE, ports, now, random, configuration: readVcApiConfig(path) }));
}

beforeAll(async () => {
  writeFileSync(join(folder, 'words.json'), JSON.stringify({ '@context': { colour: 'https://words.example/#colour' } }));
  writeFileSync(join(folder, 'terms.json'), 'any bytes');
  app = await configured(CONFIGURATION);
});

interface Issued {
  readonly status: number;
  readonly verifiableCredential: JsonObject;
  readonly problemDetails: readonly { readonly type: string; readonly pointer?: string; readonly detail: string }[];
}

const issue = async (name: string, credential: unknown, options: object = {}): Promise<Issued> =>
  (await post(app, `/vc-api/issuers/${name}/credentials/issue`, { credential, options })) as unknown as Issued;
const verify = (verifiableCredential: unknown) => post(app, '/vc-api/credentials/verify', { verifiableCredential });
const derive = async (verifiableCredential: unknown, selectivePointers?: unknown): Promise<Issued> =>
  (await post(app, '/vc-api/credentials/derive', { verifiableCredential, options: { selectivePointers } })) as unknown as Issued;
const types = ({ problemDetails }: Issued): string[] => problemDetails.map(({ type }) => type.split('#')[1] ?? type);

describe('an issuer of the VC-API face', () => {
  it.each([
    ['eddsa-rdfc', 'eddsa-rdfc-2022'],
    ['eddsa-jcs', 'eddsa-jcs-2022'],
    ['p256', 'ecdsa-rdfc-2019'],
    ['p384', 'ecdsa-rdfc-2019'],
  ])('%s signs VC 2.0 and 1.1, which others verify', async (name, cryptosuite) => {
    const { issuer: _, ...unnamed } = plain();
    const older = { ...unnamed, '@context': [VC1_CONTEXT, EXAMPLES] };
    for (const credential of [unnamed, older]) {
      const { status, verifiableCredential } = await issue(name, credential);
      expect(status).toBe(201);
      expect(verifiableCredential.proof).toMatchObject({ type: 'DataIntegrityProof', cryptosuite, created: '2027-03-01T12:00:00Z' });
      expect(await libraryVerifies(verifiableCredential, cryptosuite)).toBe(true);
      expect(await verify(verifiableCredential)).toMatchObject({ status: 200, verified: true });
      expect(await verify({ ...verifiableCredential, id: 'urn:x:other' })).toMatchObject({ status: 400, verified: false });
    }
  });

  it('is the issuer of what it signs, whatever the request says, and keeps the rest', async () => {
    const { verifiableCredential } = await issue('eddsa-rdfc', plain({ issuer: { id: 'did:example:other', name: 'Acme' } }));
    const id = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
    expect(verifiableCredential.issuer).toEqual({ id, name: 'Acme' });
    expect((await issue('eddsa-rdfc', plain({ issuer: undefined }))).verifiableCredential.issuer).toBe(id);
    const listed = await app.request('/vc-api/issuers/eddsa-rdfc');
    expect(await listed.json()).toMatchObject({ id, cryptosuite: 'eddsa-rdfc-2022', attachesStatus: false });
  });

  it('adds its proof to those that are there', async () => {
    const once = (await issue('p256', plain())).verifiableCredential;
    const { verifiableCredential } = await issue('eddsa-rdfc', once);
    expect(verifiableCredential.proof).toHaveLength(2);
  });

  it('signs badges too, by the rules of badges', async () => {
    const badge = sampleCredential() as unknown as JsonObject;
    const { verifiableCredential } = await issue('eddsa-rdfc', badge);
    expect(await verify(verifiableCredential)).toMatchObject({ status: 200, report: { badge: { name: 'Web API design' } } });
    const { validFrom: _, ...undated } = badge;
    expect(await issue('eddsa-rdfc', undated)).toMatchObject({
      status: 400,
      problemDetails: [{ type: expect.stringMatching(/#MALFORMED/) }],
    });
  });

  it('takes contexts that the operator maps to files, and no others', async () => {
    const own = plain({ '@context': [VC2_CONTEXT, 'https://words.example/v1'], type: ['VerifiableCredential'] });
    const coloured = { ...own, credentialSubject: { colour: 'blue' } };
    const { status, verifiableCredential } = await issue('eddsa-rdfc', coloured);
    expect(status).toBe(201);
    expect(await verify(verifiableCredential)).toMatchObject({ status: 200 });
    expect(await issue('eddsa-rdfc', { ...coloured, '@context': [VC2_CONTEXT, 'https://unknown.example/v1'] })).toMatchObject({
      status: 400,
    });
  });
});

describe('what is not issued', () => {
  const inline = (context: object, type: string): JsonObject =>
    plain({ '@context': [VC2_CONTEXT, context], type: ['VerifiableCredential', type] });
  const subject = { credentialSubject: { id: 'did:example:ada' } };

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'MALFORMED_VALUE_ERROR'],
    ['a text', 'x', 'MALFORMED_VALUE_ERROR'],
    ['a credential without contexts', plain({ '@context': undefined }), 'MALFORMED_VALUE_ERROR'],
    ['one whose issuer is no URL', plain({ issuer: 'nobody' }), 'MALFORMED_VALUE_ERROR'],
    ['one whose issuer has no id', plain({ issuer: { name: 'Acme' } }), 'MALFORMED_VALUE_ERROR'],
    ['one whose issuer is null', plain({ issuer: null }), 'MALFORMED_VALUE_ERROR'],
    ['one that ends before it begins', plain({ validFrom: '2027-01-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' }), 'RANGE_ERROR'],
    ['an undefined type', { ...inline({ '@vocab': null }, 'ExampleTestCredential'), ...subject }, 'DATA_LOSS_DETECTION_ERROR'],
    ['an undefined word', { ...plain({ '@context': [VC2_CONTEXT], type: ['VerifiableCredential'] }) }, 'DATA_LOSS_DETECTION_ERROR'],
    [
      'a type that a context maps to no URL',
      { ...inline({ ExampleTestCredential: 'https ://not-a-url#x' }, 'ExampleTestCredential'), ...subject },
      'MALFORMED_VALUE_ERROR',
    ],
    [
      'a redefined type',
      { ...inline({ VerifiableCredential: 'https://example.org/#Bad' }, 'VerifiableCredential'), ...subject },
      'MALFORMED_VALUE_ERROR',
    ],
  ])('%s', async (_, credential, type) => {
    for (const name of ['eddsa-rdfc', 'p384', 'sd']) {
      const answer = await issue(name, credential);
      expect(answer.status).toBe(400);
      expect(types(answer)).toContain(type);
    }
  });

  it('a credential whose related resource, which is at hand, has another digest', async () => {
    const relatedResource = { id: 'https://work.example/terms.json', digestSRI: `sha256-${Buffer.alloc(32).toString('base64')}` };
    expect(types(await issue('eddsa-rdfc', plain({ relatedResource })))).toEqual(['CRYPTOGRAPHIC_SECURITY_ERROR']);
  });

  it('anything by an issuer that is not configured, or without its token', async () => {
    expect((await issue('nobody', plain())).status).toBe(404);
    expect((await issue('guarded', plain())).status).toBe(401);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };
    const body = JSON.stringify({ credential: plain() });
    expect((await app.request('/vc-api/issuers/guarded/credentials/issue', { method: 'POST', headers, body })).status).toBe(201);
  });

  it('anything at all, unless configured', async () => {
    const answer = await appOf().request('/vc-api/issuers/eddsa-rdfc/credentials/issue', { method: 'POST', body: '{}' });
    expect(answer.status).toBe(404);
    expect((await appOf().request('/vc-api/credentials/derive', { method: 'POST', body: '{}' })).status).toBe(404);
    expect((await appOf().request('/vc-api/issuers')).status).toBe(404);
  });
});

describe('selective disclosure', () => {
  const credential = plain({
    id: undefined,
    credentialSubject: { alumniOf: 'Acme', degree: { name: 'BA', year: 2020 }, tags: ['a', 'b'] },
  });

  it('lets a holder show a part, which verifies here and elsewhere', async () => {
    const { status, verifiableCredential: base } = await issue('sd', credential, {
      mandatoryPointers: ['/issuer', '/credentialSubject/alumniOf'],
    });
    expect(status).toBe(201);
    expect(await verify(base)).toMatchObject({ status: 400, verified: false });
    const derived = await derive(base, ['/credentialSubject/degree/name']);
    expect(derived.status).toBe(201);
    expect(derived.verifiableCredential.credentialSubject).toEqual({ alumniOf: 'Acme', degree: { name: 'BA' } });
    expect(await libraryVerifies(derived.verifiableCredential, 'ecdsa-sd-2023')).toBe(true);
    expect(await verify(derived.verifiableCredential)).toMatchObject({ status: 200, verified: true });
    const changed = { ...derived.verifiableCredential, credentialSubject: { alumniOf: 'Other', degree: { name: 'BA' } } };
    expect(await verify(changed)).toMatchObject({ status: 400 });
  });

  it('agrees with what another library derives', async () => {
    const { verifiableCredential: base } = await issue('sd', credential);
    const theirs = await libraryDerives(base, ['/credentialSubject/degree']);
    expect(await verify(theirs)).toMatchObject({ status: 200 });
    const ours = (await derive(base, ['/credentialSubject/degree'])).verifiableCredential;
    expect({ ...ours, proof: null }).toEqual({ ...theirs, proof: null });
  });

  it('refuses pointers to nothing, and credentials that cannot be derived from', async () => {
    expect(types(await issue('sd', credential, { mandatoryPointers: ['/non/existent/path'] }))).toEqual(['PROOF_GENERATION_ERROR']);
    expect(types(await issue('sd', credential, { mandatoryPointers: 'all' }))).toEqual(['MALFORMED_VALUE_ERROR']);
    const { verifiableCredential: base } = await issue('sd', credential);
    expect(types(await derive(base, ['/nothing/here']))).toEqual(['PROOF_GENERATION_ERROR']);
    expect(types(await derive(base, [1]))).toEqual(['MALFORMED_VALUE_ERROR']);
    expect(types(await derive((await issue('p256', credential)).verifiableCredential, []))).toEqual(['PROOF_GENERATION_ERROR']);
    expect(types(await derive({ ...base, name: 'added' }, []))).toEqual(['PROOF_GENERATION_ERROR']);
    expect(types(await derive('x'))).toEqual(['MALFORMED_VALUE_ERROR']);
  });
});

describe('an issuer that attaches a status', () => {
  it('publishes a list that verifies, and can withdraw and restore', async () => {
    const { verifiableCredential } = await issue('status', plain());
    const entry = verifiableCredential.credentialStatus as JsonObject;
    expect(Object.keys(entry).sort()).toEqual(['id', 'statusListCredential', 'statusListIndex', 'statusPurpose', 'type']);
    expect(entry).toMatchObject({ type: 'BitstringStatusListEntry', statusListIndex: expect.stringMatching(/^\d+$/) });
    const url = String(entry.statusListCredential);
    expect(url.startsWith(`${BASE}/vc-api/issuers/status/status/`)).toBe(true);
    const list = (await (await app.request(url.slice(BASE.length))).json()) as JsonObject;
    expect(list.id).toBe(url);
    expect(await verify(list)).toMatchObject({ status: 200 });
    expect(await verify(verifiableCredential)).toMatchObject({ status: 200, warnings: [] });

    const set = (status: boolean, credentialId: unknown = verifiableCredential.id) =>
      post(app, '/vc-api/issuers/status/credentials/status', { credentialId, credentialStatus: { statusPurpose: 'revocation' }, status });
    expect((await set(true)).status).toBe(200);
    const told = await verify(verifiableCredential);
    expect(told).toMatchObject({
      status: 400,
      problemDetails: [{ type: `${BASE}/problems/not-verified` }],
      report: { because: ['revoked'] },
    });
    const proofOnly = { verifiableCredential, options: { checks: ['proof'] } };
    expect(await post(app, '/vc-api/credentials/verify', proofOnly)).toMatchObject({ status: 400 });
    expect((await set(false)).status).toBe(200);
    expect(await verify(verifiableCredential)).toMatchObject({ status: 200 });
    expect((await set(true, 'urn:x:unknown')).status).toBe(400);
    expect((await set(true, 1)).status).toBe(400);
  });

  it('withdraws every credential of an id', async () => {
    const id = 'urn:x:twice';
    const both = [(await issue('status', plain({ id }))).verifiableCredential, (await issue('status', plain({ id }))).verifiableCredential];
    const body = { credentialId: id, credentialStatus: { statusPurpose: 'revocation' }, status: true };
    expect((await post(app, '/vc-api/issuers/status/credentials/status', body)).status).toBe(200);
    for (const one of both) expect(await verify(one)).toMatchObject({ status: 400, report: { because: ['revoked'] } });
  });

  it('gives every credential a place of its own', async () => {
    const places = new Set<unknown>();
    for (let i = 0; i < 20; i += 1) {
      const { verifiableCredential } = await issue('status', plain());
      places.add((verifiableCredential.credentialStatus as JsonObject).statusListIndex);
    }
    expect(places.size).toBe(20);
  });

  it('does so also where a part is shown, and never for words that VC 1.1 does not have', async () => {
    const { verifiableCredential: base } = await issue('sd-status', plain());
    expect(await verify((await derive(base, ['/credentialSubject'])).verifiableCredential)).toMatchObject({ status: 200 });
    const { issuer: _, ...unnamed } = plain({ '@context': [VC1_CONTEXT, EXAMPLES] });
    expect(types(await issue('status', unnamed))).toEqual(['PROOF_GENERATION_ERROR']);
  });

  it('has no other list', async () => {
    expect((await app.request('/vc-api/issuers/status/status/other')).status).toBe(404);
    expect((await app.request('/vc-api/issuers/p256/status/other')).status).toBe(404);
  });
});

function newJwk(namedCurve: string): JsonWebKey {
  return generateKeyPairSync('ec', { namedCurve }).privateKey.export({ format: 'jwk' });
}

function multikeyOf(namedCurve: string, header: readonly number[]): string {
  const secret = Buffer.from(newJwk(namedCurve).d ?? '', 'base64url');
  return `z${encodeBase58(Buffer.from([...header, ...secret]))}`;
}

describe('the file of VC_API_CONFIG', () => {
  const one = { name: 'a', cryptosuite: 'eddsa-rdfc-2022' };

  it.each<[string, unknown, RegExp]>([
    ['without issuers', { issuers: [] }, /\/issuers /],
    ['with an unknown member', { issuers: [one], network: true }, /\/network /],
    ['with an unknown suite', { issuers: [{ ...one, cryptosuite: 'bbs-2023' }] }, /\/issuers\/0\/cryptosuite /],
    ['with a name that is no part of an address', { issuers: [{ ...one, name: 'A/b' }] }, /\/issuers\/0\/name /],
    ['with two issuers of one name', { issuers: [one, one] }, /named a/],
    ['with a key that is none', { issuers: [{ ...one, secretKeyMultibase: 'zhunter2' }] }, /\/issuers\/0 /],
    ['with a key of another kind', { issuers: [{ ...one, cryptosuite: 'ecdsa-sd-2023', secretKeyMultibase: ED25519 }] }, /\/issuers\/0 /],
    ['with two keys', { issuers: [{ ...one, secretKeyMultibase: ED25519, privateKeyJwk: { kty: 'hunter2' } }] }, /privateKeyJwk/],
    ['with a document that is no address', { issuers: [one], documents: { here: 'a.json' } }, /documents/],
    ['with a document that is not there', { issuers: [one], documents: { 'https://a.example/x': 'a.json' } }, /https:\/\/a\.example\/x/],
  ])('%s stops the start with a sentence', async (_, configuration, message) => {
    const opening = configured(configuration);
    await expect(opening).rejects.toMatchObject({ name: 'StartupError', code: 'setting-invalid', message: expect.stringMatching(message) });
    await expect(opening).rejects.not.toThrow(/hunter2/);
  });

  it('is told when it is missing or no JSON', () => {
    expect(() => readVcApiConfig(join(folder, 'nowhere.json'))).toThrow(/cannot be read \(ENOENT\)/);
    writeFileSync(join(folder, 'broken.json'), '{"secretKeyMultibase":"hunter2"');
    expect(() => readVcApiConfig(join(folder, 'broken.json'))).toThrow(/it is not JSON; see/);
  });

  it('takes keys as JWK, and P-256 and P-384 as Multikey', async () => {
    // VC-DI-ECDSA, appendix A.
    const secretKeyMultibase = 'z42twTcNeSYcnqg1FLuSFs2bsGH3ZqbRHFmvS9XMsYhjxvHN';
    const p384 = { name: 'b', cryptosuite: 'ecdsa-rdfc-2019', secretKeyMultibase: multikeyOf('secp384r1', [0x87, 0x26]) };
    const jwk = { name: 'c', cryptosuite: 'ecdsa-sd-2023', privateKeyJwk: newJwk('P-256') };
    const face = await configured({ issuers: [{ name: 'a', cryptosuite: 'ecdsa-rdfc-2019', secretKeyMultibase }, p384, jwk] });
    const issuers = (await (await face.request('/vc-api/issuers')).json()) as { id: string }[];
    expect(issuers.map(({ id }) => id.slice(0, 12))).toEqual(['did:key:zDna', 'did:key:z82L', 'did:key:zDna']);
    expect(issuers[0]?.id).toBe('did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP');
  });
});
