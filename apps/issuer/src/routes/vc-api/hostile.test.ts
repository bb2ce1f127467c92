import { type Json, type JsonObject, VC2_CONTEXT } from '@proofmark/schemas';
import type { Hono } from 'hono';
import { beforeAll, expect, it } from 'vitest';
import { openVcApi } from '../../vc-api/open.js';
import { BASE, depsOf, plain, post } from '../../vc-api/vc-api.fixture.js';
import { vcApiRoutes } from './index.js';

const HOSTILE: readonly Json[] = [
  null,
  0,
  1e308,
  '',
  'did:key:z',
  '\ud800',
  '2026-13-45T99:00:00Z',
  [],
  [[]],
  [null],
  {},
  { '@value': 'x' },
  { '@id': null },
  { '@set': [] },
  { '@list': [1] },
  { '@context': null },
  { constructor: 1 },
  { id: 'urn:x:1', type: ['__proto__'] },
];

type Place = readonly string[];

/** Every place in a value, itself included. */
function placesOf(value: Json, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([name, part]) => placesOf(part ?? null, [...place, name]))];
}

function withPlace(value: Json, [name, ...rest]: Place, to: Json): Json {
  if (name === undefined) return to;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((part, index) => (String(index) === name ? withPlace(part, rest, to) : part));
  }
  const node = value as JsonObject;
  return { ...node, [name]: withPlace(node[name] ?? null, rest, to) };
}

const variantsOf = (value: Json): readonly Json[] =>
  placesOf(value).flatMap((place) => HOSTILE.map((hostile) => withPlace(value, place, hostile)));

const credential = plain({
  name: 'A name',
  description: { '@value': 'A text', '@language': 'en' },
  evidence: { id: 'urn:x:evidence', type: 'X' },
  termsOfUse: [{ type: 'X' }],
  credentialSchema: { id: 'https://schemas.example/1', type: 'X' },
  relatedResource: [{ id: 'https://work.example/1', digestSRI: `sha256-${Buffer.alloc(32).toString('base64')}` }],
  refreshService: { type: 'X' },
  validUntil: '2099-01-01T00:00:00Z',
});

let app: Hono;

beforeAll(async () => {
  const { ports, now, random } = depsOf();
  const common = { attachStatus: false, mandatoryPointers: ['/issuer'] };
  const issuers = [
    { ...common, name: 'eddsa', cryptosuite: 'eddsa-rdfc-2022' as const },
    { ...common, name: 'sd', cryptosuite: 'ecdsa-sd-2023' as const },
  ];
  const configuration = { issuers, documents: {}, path: '/nowhere/vc-api.json' };
  app = vcApiRoutes(await openVcApi({ baseUrl: BASE, ports, now, random, configuration }));
});

const issue = (name: string, body: Json) => post(app, `/vc-api/issuers/${name}/credentials/issue`, body);
async function issued(name: string): Promise<JsonObject> {
  return (await issue(name, { credential })).verifiableCredential as JsonObject;
}

it('whatever stands in a credential, it is refused, or signed so that it verifies', async () => {
  const counts = { signed: 0, refused: 0 };
  for (const variant of variantsOf(credential)) {
    const { status, verifiableCredential } = await issue('eddsa', { credential: variant });
    expect([201, 400]).toContain(status);
    if (status === 201) {
      const answer = await post(app, '/vc-api/credentials/verify', { verifiableCredential });
      expect({ variant, ...answer }).toMatchObject({ status: 200 });
    }
    counts[status === 201 ? 'signed' : 'refused'] += 1;
  }
  expect(counts.signed).toBeGreaterThan(20);
  expect(counts.refused).toBeGreaterThan(400);
});

it('whatever is put into a signed credential, it no longer verifies', async () => {
  for (const verifiableCredential of variantsOf(await issued('eddsa'))) {
    expect(await post(app, '/vc-api/credentials/verify', { verifiableCredential })).toMatchObject({ status: 400, verified: false });
  }
});

it('whatever is put into a base proof or a presentation, there is an answer', async () => {
  const options = { selectivePointers: ['/credentialSubject'] };
  const base = await issued('sd');
  for (const proof of variantsOf(base.proof as Json)) {
    const { status } = await post(app, '/vc-api/credentials/derive', { verifiableCredential: { ...base, proof }, options });
    expect([201, 400]).toContain(status);
  }
  const presentation = { '@context': [VC2_CONTEXT], type: ['VerifiablePresentation'], holder: 'did:example:ada', verifiableCredential: [] };
  const proof = (await issued('eddsa')).proof as Json;
  for (const verifiablePresentation of variantsOf({ ...presentation, proof })) {
    const answer = await post(app, '/vc-api/presentations/verify', { verifiablePresentation, options: { challenge: 'a', domain: 'b' } });
    expect(answer).toMatchObject({ status: 400, verified: false });
  }
});

it('whatever the body of a request is, there is an answer', async () => {
  const places = [
    'credentials/verify',
    'presentations/verify',
    'credentials/derive',
    'issuers/sd/credentials/issue',
    'issuers/sd/credentials/status',
  ];
  const body = { options: {}, credential, verifiableCredential: await issued('eddsa'), credentialStatus: {}, credentialId: 'urn:x:1' };
  for (const place of places) {
    for (const hostile of HOSTILE) {
      expect((await post(app, `/vc-api/${place}`, hostile)).status).toBe(400);
      const { status } = await post(app, `/vc-api/${place}`, {
        ...body,
        options: hostile,
        credentialStatus: hostile,
        credentialId: hostile,
      });
      expect([200, 201, 400]).toContain(status);
    }
  }
});
