import type { JsonObject } from '@proofmark/primitives';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORDED, RECORDED_KEY } from './recorded.fixture.js';
import { derived, libraryTakes, MANDATORY, outcomeOf, plainCredential, signed } from './sd.fixture.js';

const VALID = { outcome: 'valid', selective: true };
const ACHIEVEMENT = '/credentialSubject/achievement';

describe('a derived ecdsa-sd-2023 proof of @digitalbazaar/vc', () => {
  it('is valid, and becomes invalid with one change of the document', async () => {
    const base = await signed(plainCredential());
    for (const pointers of [[], ['/name'], [`${ACHIEVEMENT}/criteria`, '/evidence'], ['/credentialSubject']]) {
      const shown = await derived(base, pointers);
      expect(await libraryTakes(shown)).toBe(true);
      expect(await outcomeOf(shown)).toEqual(VALID);
      expect(await outcomeOf({ ...shown, validUntil: '2099-01-01T00:00:00Z' })).toEqual({ outcome: 'invalid', reason: 'signature' });
    }
  });

  it('is valid for every selection', async () => {
    const document = plainCredential();
    // The library cannot select one of several types.
    const base = await signed(document);
    const pointer = fc.constantFrom(...pointersInto(document).filter((at) => !at.includes('/type/')));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(pointer, { maxLength: 6 }), async (pointers) => {
        const shown = await derived(base, pointers);
        expect(await outcomeOf(shown)).toEqual(VALID);
        for (const member of ['issuer', 'validFrom', 'validUntil', 'credentialStatus']) expect(shown[member]).toEqual(document[member]);
      }),
      { numRuns: 25 },
    );
  });

  it('is valid for a credential of VC 1.1', async () => {
    const older = {
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/security/data-integrity/v2'],
      type: ['VerifiableCredential'],
      issuer: 'did:web:badges.example:issuers:acme',
      issuanceDate: '2025-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:ada' },
    };
    expect(await outcomeOf(await derived(await signed(older, ['/issuer']), ['/credentialSubject']))).toEqual(VALID);
  });

  it('shows what is mandatory when nothing else is selected', async () => {
    const shown = await derived(await signed(plainCredential(), MANDATORY), []);
    expect(Object.keys(shown).sort()).toEqual([
      '@context',
      'credentialStatus',
      'credentialSubject',
      'id',
      'issuer',
      'proof',
      'type',
      'validFrom',
      'validUntil',
    ]);
  });
});

describe('a derived ecdsa-sd-2023 proof of another implementation', () => {
  it.each(RECORDED)('is valid with %s', async (_, shown) => {
    expect(await outcomeOf(shown, RECORDED_KEY)).toEqual(VALID);
    expect(await outcomeOf({ ...shown, validFrom: '2020-01-01T00:00:00Z' }, RECORDED_KEY)).toEqual({
      outcome: 'invalid',
      reason: 'signature',
    });
  });
});

describe('a base ecdsa-sd-2023 proof', () => {
  it('is unsupported and not invalid, since it is meant for the holder', async () => {
    expect(await outcomeOf(await signed(plainCredential()))).toEqual({ outcome: 'unsupported', reason: 'base-proof' });
  });
});

/** Every pointer to something inside a document, its contexts left out. */
function pointersInto(document: JsonObject): string[] {
  const walk = (value: unknown, at: string): string[] =>
    typeof value !== 'object' || value === null
      ? [at]
      : [
          ...(at === '' ? [] : [at]),
          ...Object.entries(value).flatMap(([key, member]) =>
            key === '@context' || member === undefined ? [] : walk(member, `${at}/${key}`),
          ),
        ];
  return walk(document, '');
}
