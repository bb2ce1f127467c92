import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { canonicalise, canonicaliseWith } from './canonicalise.js';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const WORDS = 'https://words.example/v1';
const document = {
  '@context': [V2, WORDS],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'did:example:ada', colour: 'blue' },
};

describe('further contexts', () => {
  const contexts = new Map<string, object>([[WORDS, { '@context': { '@vocab': 'https://words.example/#' } }]]);

  it('are used when they are given, and only then', async () => {
    const answer = await canonicaliseWith(contexts)(document, 'SHA-256');
    expect(answer).toMatchObject({ ok: true, nquads: expect.stringContaining('<https://words.example/#colour> "blue"') });
    expect(await canonicalise(document, 'SHA-256')).toEqual({ ok: false, code: 'unsupported-vocabulary', url: WORDS });
  });

  it('do not change a document that needs none of them', async () => {
    expect(await canonicaliseWith(contexts)(credential(), 'SHA-256')).toEqual(await canonicalise(credential(), 'SHA-256'));
  });

  it('cannot replace a pinned context', async () => {
    const forged = new Map<string, object>([[V2, { '@context': { '@vocab': 'https://evil.example/#' } }]]);
    expect(await canonicaliseWith(forged)(credential(), 'SHA-256')).toEqual(await canonicalise(credential(), 'SHA-256'));
  });
});
