import type { JsonObject } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { checkProofs } from '../data-integrity/check-proofs.js';
import { CREATED, type LibrarySuite, libraryVerifies, methodIdOf } from '../library.fixture.js';
import { newKey, nodeCrypto, type TestKey } from '../node-crypto.fixture.js';
import type { Algorithm } from '../ports.js';
import { canonicaliseWith } from '../rdf/canonicalise.js';
import { type SuiteSigning, signWithSuite } from './sign-with-suite.js';

const WORDS = 'https://words.example/v1';
const contexts = new Map<string, object>([[WORDS, { '@context': { '@vocab': 'https://words.example/#' } }]]);
const VC1: JsonObject = {
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: 'did:web:badges.example:issuers:acme',
  issuanceDate: '2025-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:ada' },
};

const suites: [SuiteSigning['cryptosuite'] & LibrarySuite, Algorithm][] = [
  ['eddsa-rdfc-2022', 'Ed25519'],
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'ES256'],
  ['ecdsa-rdfc-2019', 'ES384'],
  ['ecdsa-jcs-2019', 'ES256'],
  ['ecdsa-jcs-2019', 'ES384'],
];

function sign(document: JsonObject, cryptosuite: SuiteSigning['cryptosuite'], key: TestKey, options?: JsonObject) {
  const verificationMethod = methodIdOf(key);
  return signWithSuite({
    document,
    cryptosuite,
    verificationMethod,
    created: CREATED,
    signer: key.signer,
    crypto: nodeCrypto,
    contexts,
    options,
  });
}

async function signed(...args: Parameters<typeof sign>): Promise<JsonObject> {
  const answer = await sign(...args);
  if (!answer.ok) throw new Error(answer.reason.outcome);
  return answer.document;
}

async function outcomes(document: JsonObject, ...keys: TestKey[]): Promise<string[]> {
  const keyOf = (proof: { verificationMethod: string }) =>
    keys.find((key) => methodIdOf(key) === proof.verificationMethod)?.publicKey ?? null;
  const checked = await checkProofs({ document, keyOf, crypto: nodeCrypto, canonicalise: canonicaliseWith(contexts) });
  return (checked ?? []).map((one) => (one.read ? one.answer.outcome : 'unread'));
}

describe.each(suites)('signWithSuite, %s with a key for %s,', (cryptosuite, algorithm) => {
  const key = newKey(algorithm);

  it('makes a proof that is valid for us and for @digitalbazaar/vc', async () => {
    const document = await signed(credential(), cryptosuite, key);
    expect(await libraryVerifies(document, cryptosuite, key)).toBe(true);
    expect(await outcomes(document, key)).toEqual(['valid']);
    expect(await outcomes({ ...document, name: 'Another' }, key)).toEqual(['invalid']);
  });

  it('signs VC 1.1, and adds the context that a proof needs', async () => {
    const document = await signed(VC1, cryptosuite, key);
    expect(document['@context']).toContain('https://w3id.org/security/data-integrity/v2');
    expect(await libraryVerifies(document, cryptosuite, key)).toBe(true);
  });

  it('signs with contexts that the caller supplies', async () => {
    const own = credential({ '@context': ['https://www.w3.org/ns/credentials/v2', WORDS], favourite: 'blue' });
    expect(await outcomes(await signed(own, cryptosuite, key), key)).toEqual(['valid']);
  });
});

describe('several proofs', () => {
  const [first, second] = [newKey('Ed25519'), newKey('ES256')];

  it('make a set', async () => {
    const once = await signed(credential(), 'eddsa-rdfc-2022', first);
    const twice = await signed(once, 'ecdsa-rdfc-2019', second);
    expect(await outcomes(twice, first, second)).toEqual(['valid', 'valid']);
  });

  it('make a chain, no link of which can be changed', async () => {
    const once = await signed(credential(), 'eddsa-rdfc-2022', first, { id: 'urn:uuid:first' });
    const twice = await signed(once, 'ecdsa-rdfc-2019', second, { previousProof: 'urn:uuid:first' });
    expect(await outcomes(twice, first, second)).toEqual(['valid', 'valid']);
    const [a, b] = twice.proof as JsonObject[];
    expect(await outcomes({ ...twice, proof: [b!] }, first, second)).toEqual(['invalid']);
    const resigned = (await signed(credential(), 'eddsa-rdfc-2022', first, { id: 'urn:uuid:first', nonce: 'x' })).proof as JsonObject;
    expect(await outcomes({ ...twice, proof: [resigned, b!] }, first, second)).toEqual(['valid', 'invalid']);
    expect(await outcomes({ ...twice, proof: [a!, { ...b!, id: 'urn:uuid:other' }] }, first, second)).toEqual(['valid', 'invalid']);
  });

  it('are refused when the previous proof is absent', async () => {
    await expect(sign(credential(), 'eddsa-rdfc-2022', first, { previousProof: 'urn:uuid:first' })).rejects.toThrow(TypeError);
  });
});

describe('signWithSuite', () => {
  it('refuses a document with a term that would not be signed', async () => {
    expect(await sign(credential({ favourite: 'blue' }), 'eddsa-rdfc-2022', newKey('Ed25519'))).toEqual({
      ok: false,
      reason: { outcome: 'data-loss', term: 'favourite' },
    });
    const foreign = credential({ '@context': ['https://www.w3.org/ns/credentials/v2', 'https://other.example/v1'] });
    expect(await sign(foreign, 'ecdsa-rdfc-2019', newKey('ES256'))).toMatchObject({ reason: { outcome: 'unsupported-vocabulary' } });
  });

  it('refuses half a surrogate pair', async () => {
    const answer = await sign(credential({ name: 'a\ud800' }), 'eddsa-rdfc-2022', newKey('Ed25519'));
    expect(answer).toEqual({ ok: false, reason: { outcome: 'malformed-document' } });
  });

  it('refuses a key of another kind', async () => {
    await expect(sign(credential(), 'eddsa-rdfc-2022', newKey('ES256'))).rejects.toMatchObject({ code: 'wrong-algorithm' });
    await expect(sign(credential(), 'ecdsa-rdfc-2019', newKey('Ed25519'))).rejects.toMatchObject({ code: 'wrong-algorithm' });
  });
});
