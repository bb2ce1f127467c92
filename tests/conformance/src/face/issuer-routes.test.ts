import type { JsonObject } from '@proofmark/primitives';
import { VC1_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import { sampleCredential } from '@proofmark/testkit';
import { describe, expect, it } from 'vitest';
import { BASE, EXAMPLES, faceOf, plain as plainOf, post, type Told, typesOf as types } from './face.fixture.js';
import { libraryVerifies } from './library.fixture.js';

const { app, instances } = faceOf(
  { name: 'eddsa-rdfc', cryptosuite: 'eddsa-rdfc-2022' },
  { name: 'eddsa-jcs', cryptosuite: 'eddsa-jcs-2022' },
  { name: 'p256', cryptosuite: 'ecdsa-rdfc-2019' },
  { name: 'p384', cryptosuite: 'ecdsa-rdfc-2019', curve: 'P-384' },
  { name: 'jcs-p256', cryptosuite: 'ecdsa-jcs-2019' },
  { name: 'jcs-p384', cryptosuite: 'ecdsa-jcs-2019', curve: 'P-384' },
  { name: 'sd', cryptosuite: 'ecdsa-sd-2023' },
  { name: 'status', cryptosuite: 'eddsa-rdfc-2022', attachStatus: true },
  { name: 'sd-status', cryptosuite: 'ecdsa-sd-2023', attachStatus: true, mandatoryPointers: ['/issuer', '/credentialStatus'] },
);
const didOf = (name: string): string => instances.get(name)?.did ?? '';
/** A credential of the instance of that name. */
const plain = (name: string, changes: Readonly<Record<string, unknown>> = {}): JsonObject => plainOf(didOf(name), changes);
const issue = (name: string, credential: unknown, options: object = {}): Promise<Told> =>
  post(app, `/vc-api/issuers/${name}/credentials/issue`, { credential, options });
const verify = (verifiableCredential: unknown): Promise<Told> => post(app, '/vc-api/credentials/verify', { verifiableCredential });
const derive = (verifiableCredential: unknown, selectivePointers?: unknown): Promise<Told> =>
  post(app, '/vc-api/credentials/derive', { verifiableCredential, options: { selectivePointers } });

describe('an issuer of the face', () => {
  it.each([
    ['eddsa-rdfc', 'eddsa-rdfc-2022'],
    ['eddsa-jcs', 'eddsa-jcs-2022'],
    ['p256', 'ecdsa-rdfc-2019'],
    ['p384', 'ecdsa-rdfc-2019'],
    ['jcs-p256', 'ecdsa-jcs-2019'],
    ['jcs-p384', 'ecdsa-jcs-2019'],
  ])('%s signs credentials of VC 2.0 and 1.1 that the product and @digitalbazaar/vc verify', async (name, cryptosuite) => {
    for (const credential of [plain(name), plain(name, { '@context': [VC1_CONTEXT, EXAMPLES] })]) {
      const { status, verifiableCredential } = await issue(name, credential);
      expect(status).toBe(201);
      expect(verifiableCredential.proof).toMatchObject({ type: 'DataIntegrityProof', cryptosuite, created: '2027-03-01T12:00:00Z' });
      expect(await libraryVerifies(verifiableCredential, cryptosuite)).toBe(true);
      expect(await verify(verifiableCredential)).toMatchObject({ status: 200, verified: true });
      expect(await verify({ ...verifiableCredential, id: 'urn:x:other' })).toMatchObject({ status: 400, verified: false });
    }
  });

  it('keeps the members of an issuer object', async () => {
    const issuer = { id: didOf('eddsa-rdfc'), name: 'Acme' };
    const { status, verifiableCredential } = await issue('eddsa-rdfc', plain('eddsa-rdfc', { issuer }));
    expect([status, verifiableCredential.issuer]).toEqual([201, issuer]);
  });

  it.each<[string, unknown]>([
    ['is missing', undefined],
    ['is another DID', 'did:example:other'],
    ['is an object with the id of another issuer', { id: 'did:example:other', name: 'Acme' }],
    ['is another instance of the same face', instances.get('p256')?.did],
  ])('refuses a credential whose issuer %s', async (_, issuer) => {
    for (const name of ['eddsa-rdfc', 'sd']) {
      const answer = await issue(name, plain(name, { issuer }));
      expect(answer).toMatchObject({ status: 400, problemDetails: [{ pointer: expect.stringMatching(/^\/credential/) }] });
      expect(types(answer)).toEqual(['MALFORMED_VALUE_ERROR']);
    }
  });

  it('describes itself', async () => {
    const described = await app.request('/vc-api/issuers/eddsa-rdfc');
    expect(await described.json()).toMatchObject({ id: didOf('eddsa-rdfc'), cryptosuite: 'eddsa-rdfc-2022', attachesStatus: false });
    expect(await (await app.request('/vc-api/issuers')).json()).toHaveLength(instances.size);
    expect((await app.request('/vc-api/issuers/nobody')).status).toBe(404);
  });

  it('adds its proof to those that are there', async () => {
    const first = await issue('eddsa-jcs', plain('eddsa-jcs'));
    const { proof } = first.verifiableCredential;
    const { verifiableCredential } = await issue('eddsa-rdfc', plain('eddsa-rdfc', { proof }));
    expect(verifiableCredential.proof).toHaveLength(2);
  });

  it('signs badges by the rules of Open Badges', async () => {
    const badge = sampleCredential() as unknown as JsonObject;
    const own: JsonObject = { ...badge, issuer: { ...(badge.issuer as JsonObject), id: didOf('eddsa-rdfc') } };
    const { verifiableCredential } = await issue('eddsa-rdfc', own);
    expect(await verify(verifiableCredential)).toMatchObject({ status: 200, report: { badge: { name: 'Web API design' } } });
    const { validFrom: _, ...undated } = own;
    expect(types(await issue('eddsa-rdfc', undated))).toContain('MALFORMED_VALUE_ERROR');
  });
});

describe('an issuer of the face does not sign', () => {
  const inline = (context: object, type: string): object => ({
    '@context': [VC2_CONTEXT, context],
    type: ['VerifiableCredential', type],
    credentialSubject: { id: 'did:example:ada' },
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ['a credential without contexts', { '@context': undefined }, 'MALFORMED_VALUE_ERROR'],
    [
      'a credential with a context that is not at hand',
      { '@context': [VC2_CONTEXT, 'https://unknown.example/v1'] },
      'MALFORMED_VALUE_ERROR',
    ],
    ['a credential whose issuer is no URL', { issuer: 'nobody' }, 'MALFORMED_VALUE_ERROR'],
    ['a credential whose issuer has no id', { issuer: { name: 'Acme' } }, 'MALFORMED_VALUE_ERROR'],
    ['a credential whose issuer is null', { issuer: null }, 'MALFORMED_VALUE_ERROR'],
    ['a credential that ends before it begins', { validFrom: '2027-01-01T00:00:00Z', validUntil: '2026-01-01T00:00:00Z' }, 'RANGE_ERROR'],
    ['an undefined type', { ...inline({ '@vocab': null }, 'ExampleTestCredential') }, 'DATA_LOSS_DETECTION_ERROR'],
    ['an undefined term', { '@context': [VC2_CONTEXT], type: ['VerifiableCredential'] }, 'DATA_LOSS_DETECTION_ERROR'],
    [
      'a type that a context maps to no URL',
      { ...inline({ ExampleTestCredential: 'https ://not-a-url#x' }, 'ExampleTestCredential') },
      'MALFORMED_VALUE_ERROR',
    ],
    [
      'a redefined type',
      { ...inline({ VerifiableCredential: 'https://example.org/#Bad' }, 'VerifiableCredential') },
      'MALFORMED_VALUE_ERROR',
    ],
    [
      'another digest of the base context',
      { relatedResource: { id: VC2_CONTEXT, digestSRI: `sha256-${Buffer.alloc(32).toString('base64')}` } },
      'CRYPTOGRAPHIC_SECURITY_ERROR',
    ],
  ])('%s', async (_, changes, type) => {
    for (const name of ['eddsa-rdfc', 'p384', 'sd']) {
      const answer = await issue(name, plain(name, changes));
      expect(answer.status).toBe(400);
      expect(types(answer)).toContain(type);
    }
  });

  it('a request without a credential', async () => {
    for (const credential of [undefined, 'x']) expect(types(await issue('p384', credential))).toEqual(['MALFORMED_VALUE_ERROR']);
  });

  it('for a name that no issuer has', async () => {
    expect((await app.request('/vc-api/issuers/nobody/credentials/issue', { method: 'POST', body: '{}' })).status).toBe(404);
  });
});

describe('selective disclosure', () => {
  const credential = plain('sd', {
    id: undefined,
    credentialSubject: { alumniOf: 'Acme', degree: { name: 'BA', year: 2020 }, tags: ['a', 'b'] },
  });

  it('lets a holder show a part that verifies in the product and with @digitalbazaar/vc', async () => {
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

  it('works for a credential of VC 1.1', async () => {
    const { verifiableCredential: base } = await issue('sd', { ...credential, '@context': [VC1_CONTEXT, EXAMPLES] });
    const { verifiableCredential } = await derive(base, ['/credentialSubject/degree', '/issuanceDate']);
    expect(await verify(verifiableCredential)).toMatchObject({ status: 200, verified: true });
  });

  it('refuses pointers to nothing and credentials that nothing can be derived from', async () => {
    expect(types(await issue('sd', credential, { mandatoryPointers: ['/non/existent/path'] }))).toEqual(['PROOF_GENERATION_ERROR']);
    expect(types(await issue('sd', credential, { mandatoryPointers: 'all' }))).toEqual(['MALFORMED_VALUE_ERROR']);
    const { verifiableCredential: base } = await issue('sd', credential);
    expect(types(await derive(base, ['/nothing/here']))).toEqual(['PROOF_GENERATION_ERROR']);
    expect(types(await derive(base, [1]))).toEqual(['MALFORMED_VALUE_ERROR']);
    const { verifiableCredential: whole } = await issue('p256', { ...credential, issuer: didOf('p256') });
    expect(types(await derive(whole, []))).toEqual(['PROOF_GENERATION_ERROR']);
    expect(types(await derive('x'))).toEqual(['MALFORMED_VALUE_ERROR']);
  });
});

describe('an issuer that attaches a status', () => {
  it('publishes a list that verifies, and can revoke a credential and restore it', async () => {
    const { verifiableCredential } = await issue('status', plain('status'));
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

  it('revokes every credential of an id', async () => {
    const id = 'urn:x:twice';
    const both = [
      (await issue('status', plain('status', { id }))).verifiableCredential,
      (await issue('status', plain('status', { id }))).verifiableCredential,
    ];
    const body = { credentialId: id, credentialStatus: { statusPurpose: 'revocation' }, status: true };
    expect((await post(app, '/vc-api/issuers/status/credentials/status', body)).status).toBe(200);
    for (const one of both) expect(await verify(one)).toMatchObject({ status: 400, report: { because: ['revoked'] } });
  });

  it('gives every credential an index of its own', async () => {
    const places = new Set<unknown>();
    for (let i = 0; i < 20; i += 1) {
      const { verifiableCredential } = await issue('status', plain('status'));
      places.add((verifiableCredential.credentialStatus as JsonObject).statusListIndex);
    }
    expect(places.size).toBe(20);
  });

  it('attaches a status to a credential of which a part is shown, and to none of VC 1.1', async () => {
    const { verifiableCredential: base } = await issue('sd-status', plain('sd-status'));
    expect(await verify((await derive(base, ['/credentialSubject'])).verifiableCredential)).toMatchObject({ status: 200 });
    const older = plain('status', { '@context': [VC1_CONTEXT, EXAMPLES] });
    expect(types(await issue('status', older))).toEqual(['PROOF_GENERATION_ERROR']);
  });

  it('publishes no other list', async () => {
    expect((await app.request('/vc-api/issuers/status/status/other')).status).toBe(404);
    expect((await app.request('/vc-api/issuers/p256/status/other')).status).toBe(404);
  });
});
