import type { Json, JsonObject } from '@proofmark/schemas';
import { expect, it } from 'vitest';
import { faceOf, plain, post } from './face.fixture.js';

const HOSTILE: readonly Json[] = [
  ...[null, 0, 1e308, '', 'did:key:z', '\ud800', '2026-13-45T99:00:00Z', [], [[]], [null], {}],
  ...[{ '@value': 'x' }, { '@id': null }, { '@set': [] }, { '@list': [1] }, { '@context': null }, { constructor: 1 }],
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

const { app, instances } = faceOf({ name: 'eddsa', cryptosuite: 'eddsa-rdfc-2022' }, { name: 'sd', cryptosuite: 'ecdsa-sd-2023' });
const credentialOf = (name: string): JsonObject =>
  plain(instances.get(name)?.did ?? '', {
    name: 'A name',
    description: { '@value': 'A text', '@language': 'en' },
    evidence: { id: 'urn:x:evidence', type: 'X' },
    termsOfUse: [{ type: 'X' }],
    relatedResource: [{ id: 'https://work.example/1', digestSRI: `sha256-${Buffer.alloc(32).toString('base64')}` }],
    validUntil: '2099-01-01T00:00:00Z',
  });
const issue = (name: string, credential: Json) => post(app, `/vc-api/issuers/${name}/credentials/issue`, { credential });

it('whatever stands in a credential, it is refused, or signed so that it verifies', async () => {
  const counts = { signed: 0, refused: 0 };
  for (const variant of variantsOf(credentialOf('eddsa'))) {
    const { status, verifiableCredential } = await issue('eddsa', variant);
    expect([201, 400]).toContain(status);
    if (status === 201) {
      const answer = await post(app, '/vc-api/credentials/verify', { verifiableCredential });
      expect({ variant, ...answer }).toMatchObject({ status: 200 });
    }
    counts[status === 201 ? 'signed' : 'refused'] += 1;
  }
  expect(counts.signed).toBeGreaterThan(10);
  expect(counts.refused).toBeGreaterThan(300);
});

it('whatever is put into a base proof, there is an answer', async () => {
  const { verifiableCredential: base } = await issue('sd', credentialOf('sd'));
  const options = { selectivePointers: ['/credentialSubject'] };
  for (const proof of variantsOf(base.proof as Json)) {
    const { status } = await post(app, '/vc-api/credentials/derive', { verifiableCredential: { ...base, proof }, options });
    expect([201, 400]).toContain(status);
  }
});

it('whatever the body of a request is, there is an answer', async () => {
  const places = ['credentials/derive', 'issuers/sd/credentials/issue', 'issuers/sd/credentials/status'];
  const credential = credentialOf('sd');
  const { verifiableCredential } = await issue('sd', credential);
  const body = { credential, verifiableCredential };
  for (const place of places) {
    for (const hostile of HOSTILE) {
      expect((await post(app, `/vc-api/${place}`, hostile)).status).toBe(400);
      const answer = await post(app, `/vc-api/${place}`, { ...body, options: hostile, credentialStatus: hostile, credentialId: hostile });
      expect([200, 201, 400]).toContain(answer.status);
    }
  }
});
