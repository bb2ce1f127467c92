import type { JsonObject } from '@proofmark/primitives';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { staticLoader } from '../contexts/loader.js';
import { credential } from '../credential.fixture.js';
import { canonicalise } from './canonicalise.js';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const V1 = 'https://www.w3.org/2018/credentials/v1';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/';

/** Members of the fixture that the contexts of VC 1.1 do not define. */
const VC1_LACKS = { validUntil: undefined, credentialStatus: undefined, evidence: undefined };

/** The library's own road from JSON-LD to canonical N-Quads. */
async function byLibrary(document: JsonObject): Promise<string> {
  const library = jsonld as unknown as { canonize(document: object, options: object): Promise<string> };
  return library.canonize(document, { base: null, safe: true, rdfDirection: 'i18n-datatype', documentLoader: staticLoader().load });
}

async function quads(document: JsonObject): Promise<string> {
  const result = await canonicalise(document, 'SHA-256');
  if (!result.ok) throw new Error(result.code);
  return result.nquads;
}

describe('canonicalise', () => {
  it('writes what the library writes', async () => {
    for (const document of [
      credential(),
      credential({ '@context': [V1, `${OB}context.json`], validFrom: undefined, issuanceDate: '2025-01-01T00:00:00Z', ...VC1_LACKS }),
      credential({ '@context': [V2, `${OB}context-3.0.2.json`] }),
      credential({ name: { '@value': 'اسم', '@language': 'ar', '@direction': 'rtl' } }),
    ]) {
      expect(await quads(document)).toBe(await byLibrary(document));
    }
  });

  it('does not depend on the order of members, nor on the order in sets', async () => {
    const document = credential();
    const turned = Object.fromEntries(Object.entries(document).reverse()) as JsonObject;
    const evidence = [...(document.evidence as JsonObject[])].reverse();
    expect(await quads({ ...turned, evidence })).toBe(await quads(document));
  });

  it('keeps the order of lists', async () => {
    const subject = (allowedValue: string[]) =>
      credential({
        credentialSubject: {
          id: 'urn:uuid:1',
          type: ['AchievementSubject'],
          achievement: {
            id: 'urn:uuid:2',
            type: ['Achievement'],
            name: 'A',
            resultDescription: [{ id: 'urn:uuid:3', type: ['ResultDescription'], name: 'G', resultType: 'LetterGrade', allowedValue }],
          },
        },
      });
    expect(await quads(subject(['A', 'B']))).not.toBe(await quads(subject(['B', 'A'])));
  });

  it('uses the other hash when asked: labels may change, the number of statements does not', async () => {
    const result = await canonicalise(credential(), 'SHA-384');
    expect(result.ok && result.nquads.split('\n').length).toBe((await quads(credential())).split('\n').length);
  });

  it('gives different results for any two names', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (a, b) => {
        expect((await quads(credential({ name: a }))) === (await quads(credential({ name: b })))).toBe(a === b);
      }),
      { numRuns: 30 },
    );
  });
});

describe('canonicalise, with content that would not be signed', () => {
  it.each<[string, JsonObject, string | null]>([
    ['an undefined member', { colour: 'red' }, 'colour'],
    ['an undefined type', { type: ['VerifiableCredential', 'OpenBadgeCredential', 'Diploma'] }, 'Diploma'],
    ['a relative id', { id: 'credentials/1' }, 'credentials/1'],
    [
      'a type that needs the extensions',
      { credentialSchema: [{ id: 'urn:x', type: '1EdTechJsonSchemaValidator2019' }] },
      '1EdTechJsonSchemaValidator2019',
    ],
  ])('names %s', async (_, change, term) => {
    expect(await canonicalise(credential(change), 'SHA-256')).toEqual({ ok: false, code: 'data-loss', term });
  });

  it('takes the extensions when their context is declared', async () => {
    const document = credential({
      '@context': [V2, `${OB}context-3.0.3.json`, `${OB}extensions.json`],
      credentialSchema: [{ id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/x.json', type: '1EdTechJsonSchemaValidator2019' }],
    });
    expect((await canonicalise(document, 'SHA-256')).ok).toBe(true);
  });

  it('knows the two terms that came later to 3.0.3', async () => {
    const document = credential({ jti: 'urn:uuid:1', endorsementJwt: ['a.b.c'] });
    const nquads = await quads(document);
    expect(nquads).toContain('<https://www.iana.org/assignments/jwt#jti> <urn:uuid:1>');
    expect(nquads).toContain('#endorsementJwt> "a.b.c"');
  });

  it('signs awardedDate with the datatype that the context really has', async () => {
    expect(await quads(credential({ awardedDate: '2026-01-01T00:00:00Z' }))).toContain('"2026-01-01T00:00:00Z"^^<xsd:dateTime>');
  });

  it('cannot use 3.0.1 under VC 2.0, which redefines a protected term', async () => {
    const result = await canonicalise(credential({ '@context': [V2, `${OB}context-3.0.1.json`] }), 'SHA-256');
    expect(result).toEqual({ ok: false, code: 'malformed-document' });
  });
});
