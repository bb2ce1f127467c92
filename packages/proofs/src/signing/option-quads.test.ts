import type { JsonObject } from '@proofmark/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../node-crypto.fixture.js';
import { canonicalise } from '../rdf/canonicalise.js';
import { optionQuads } from './option-quads.js';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const options = (verificationMethod: string, created = '2026-01-02T03:04:05Z'): JsonObject => ({
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created,
  verificationMethod,
  proofPurpose: 'assertionMethod',
});

describe('optionQuads', () => {
  it('gives the statements of the full processor, the first time and every later time', async () => {
    const methods = fc.oneof(
      fc.webPath().map((path) => `did:web:a.example:${path.replaceAll('/', ':')}#k`),
      fc.string({ unit: 'grapheme' }).map((text) => `did:web:${text}`),
      fc.constantFrom('did:key:z6Mk#z6Mk', 'https://a.example/k', 'cred:k', 'obi:k', 'urn:k', 'no iri', '', 'did:web:a"b', 'did:web:a<b>'),
    );
    const contexts = fc.constantFrom<unknown>(
      [V2],
      V2,
      [V2, OB],
      [V2, OB, CLR],
      [V2, 'https://w3id.org/security/multikey/v1'],
      [OB],
      'https://w3id.org/security/data-integrity/v2',
      null,
    );
    const created = fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 19)}Z`);
    await fc.assert(
      fc.asyncProperty(methods, contexts, created, async (method, context, time) => {
        const proof = options(method, time);
        const full = await canonicalise({ ...proof, '@context': context } as JsonObject, 'SHA-256');
        for (let i = 0; i < 2; i++) expect(await optionQuads(proof, JSON.stringify(context), nodeCrypto)).toEqual(full);
      }),
      { numRuns: 400 },
    );
  });
});
