import { describe, expect, it } from 'vitest';
import { faceOf, plain, post } from './face.fixture.js';

const { app, instances } = faceOf({ name: 'vc-jwt', cryptosuite: 'eddsa-rdfc-2022', enveloping: true });
const did = instances.get('vc-jwt')?.did ?? '';

describe('an issuer of the face that signs tokens', () => {
  it('answers with an envelope that the product verifies, and refuses when it is changed', async () => {
    const told = await post(app, '/vc-api/issuers/vc-jwt/credentials/issue', { credential: plain(did, { id: undefined }) });
    expect(told).toMatchObject({ status: 201, type: 'EnvelopedVerifiableCredential', '@context': 'https://www.w3.org/ns/credentials/v2' });
    const { verifiableCredential } = told;
    const verify = (id: unknown) =>
      post(app, '/vc-api/credentials/verify', { verifiableCredential: { ...verifiableCredential, id } as Record<string, unknown> });
    expect(await verify(verifiableCredential.id)).toMatchObject({ status: 200, verified: true });
    expect(await verify(`${String(verifiableCredential.id).slice(0, -8)}AAAAAAAA`)).toMatchObject({ status: 400, verified: false });
    expect(await verify(String(verifiableCredential.id).split(',')[1])).toMatchObject({ status: 400, verified: false });
  });

  it('issues nothing in the name of another', async () => {
    expect(await post(app, '/vc-api/issuers/vc-jwt/credentials/issue', { credential: plain('did:example:other') })).toMatchObject({
      status: 400,
    });
  });
});
