import { checkSchema } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCredential } from './credential.js';
import { anyInput, fullInput } from './input.fixture.js';

describe('buildCredential', () => {
  it('writes the badge with every array and object written out', () => {
    const badge = buildCredential(fullInput());
    expect(badge).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: 'did:web:badges.example:issuers:acme', type: ['Profile'], name: 'Acme Academy', image: { type: 'Image' } },
      validFrom: '2026-11-22T09:00:00Z',
      validUntil: '2028-11-22T09:00:00Z',
      name: 'Web API design',
      credentialSubject: {
        type: ['AchievementSubject'],
        achievement: { type: ['Achievement'], creditsAvailable: 0, image: { type: 'Image', caption: 'A shield' } },
        identifier: [
          { hashed: true, identityType: 'emailAddress' },
          { hashed: false, identityType: 'name', identityHash: 'Ada Lovelace' },
        ],
        result: [{ type: ['Result'] }],
      },
      evidence: [{ type: ['Evidence'], digestMultibase: 'uEiA', mediaType: 'application/pdf' }, { genre: 'repository' }],
      credentialStatus: {
        id: 'https://badges.example/status/3#94567',
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '94567',
        statusListCredential: 'https://badges.example/status/3',
        statusReference: 'https://badges.example/credentials/1/status',
      },
    });
    expect(badge).not.toHaveProperty('awardedDate');
    expect(checkSchema(badge, 'AchievementCredential', 'issue').violations).toEqual([]);
  });
  it('conforms to the schema for any input of a provider', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const badge = buildCredential(input);
        expect(checkSchema(badge, 'AchievementCredential', 'issue')).toEqual({ violations: [], notes: [] });
        expect(badge.credentialSubject.id).toBe(input.recipient.id);
      }),
    );
  });
  it('omits null, empty strings and empty arrays', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const walk = (value: unknown): void => {
          expect(value).not.toBe(null);
          expect(value).not.toBe('');
          expect(value).not.toEqual([]);
          if (typeof value === 'object') for (const child of Object.values(value as object)) walk(child);
        };
        walk(buildCredential(input));
      }),
    );
  });
  it('gives the same bytes each time, and leaves its input alone', () => {
    const input = fullInput();
    const first = JSON.stringify(buildCredential(input));
    expect(JSON.stringify(buildCredential(input))).toBe(first);
    expect(input).toEqual(fullInput());
  });
  it('copies only terms it knows, so that nothing reaches a badge by accident', () => {
    const input = fullInput();
    const sloppy = { ...input, achievement: { ...input.achievement, internalNote: 'secret' }, evidence: [{ name: 'x', email: 'secret' }] };
    expect(JSON.stringify(buildCredential(sloppy))).not.toContain('secret');
  });
  it('marks a badge of a test issuer in the issuer’s name', () => {
    expect(buildCredential({ ...fullInput(), test: true }).issuer.name).toBe('Acme Academy (TEST)');
    expect(buildCredential(fullInput()).issuer.name).toBe('Acme Academy');
  });
  it('refuses times and indexes that cannot be written', () => {
    expect(() => buildCredential({ ...fullInput(), validFrom: Number.NaN })).toThrow(RangeError);
    for (const index of [-1, 1.5, Number.MAX_VALUE]) {
      expect(() => buildCredential({ ...fullInput(), status: { list: 'https://badges.example/status/3', index } })).toThrow(RangeError);
    }
  });
});
