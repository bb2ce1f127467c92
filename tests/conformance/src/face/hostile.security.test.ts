import type { Json, JsonObject } from '@proofmark/primitives';
import { HOSTILE_JSON, hostileVariants } from '@proofmark/testkit';
import { expect, it } from 'vitest';
import { faceOf, plain, post } from './face.fixture.js';

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
  for (const variant of hostileVariants(credentialOf('eddsa'))) {
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
  for (const proof of hostileVariants(base.proof as Json)) {
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
    for (const hostile of HOSTILE_JSON) {
      expect((await post(app, `/vc-api/${place}`, hostile)).status).toBe(400);
      const answer = await post(app, `/vc-api/${place}`, { ...body, options: hostile, credentialStatus: hostile, credentialId: hostile });
      expect([200, 201, 400]).toContain(answer.status);
    }
  }
});
