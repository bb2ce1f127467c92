import { VC2_CONTEXT } from '@proofmark/schemas';
import { didKeyOf, HOSTILE_JSON, hostileVariants } from '@proofmark/testkit';
import { expect, it } from 'vitest';
import { ada, appOf, plain, post, sign } from '../../vc-api/vc-api.fixture.js';

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

const app = appOf();

it('whatever is put into a signed credential, it no longer verifies', async () => {
  for (const verifiableCredential of hostileVariants(await sign(credential))) {
    expect(await post(app, '/vc-api/credentials/verify', { verifiableCredential })).toMatchObject({ status: 400, verified: false });
  }
});

it('whatever is put into a signed presentation, it is refused with an answer', async () => {
  const holder = didKeyOf(ada).did;
  const presentation = { '@context': [VC2_CONTEXT], type: ['VerifiablePresentation'], holder, verifiableCredential: [] };
  const proof = { proofPurpose: 'authentication', domain: 'b', challenge: 'a' };
  for (const verifiablePresentation of hostileVariants(await sign(presentation, ada, proof))) {
    const answer = await post(app, '/vc-api/presentations/verify', { verifiablePresentation, options: { challenge: 'c', domain: 'b' } });
    expect(answer).toMatchObject({ status: 400, verified: false });
  }
});

it('whatever the body of a request is, there is an answer', async () => {
  const verifiableCredential = await sign(credential);
  for (const place of ['credentials/verify', 'presentations/verify']) {
    for (const hostile of HOSTILE_JSON) {
      expect((await post(app, `/vc-api/${place}`, hostile)).status).toBe(400);
      const { status } = await post(app, `/vc-api/${place}`, { verifiableCredential, options: hostile });
      expect([200, 400]).toContain(status);
    }
  }
});
