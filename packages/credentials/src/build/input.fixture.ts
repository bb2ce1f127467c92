import fc from 'fast-check';
import type { CredentialInput, EvidenceInput } from './input.js';

/** A badge that uses most of what can be given. */
export function fullInput(): CredentialInput {
  return {
    id: 'https://badges.example/credentials/0198a7c2-0000-7000-8000-000000000001',
    issuer: {
      id: 'did:web:badges.example:issuers:acme',
      name: 'Acme Academy',
      url: 'https://acme.example',
      image: 'https://acme.example/logo.png',
    },
    achievement: {
      id: 'https://badges.example/achievements/1',
      name: 'Web API design',
      description: 'Designs HTTP APIs that others can use.',
      criteria: { narrative: 'Three reviewed projects.' },
      achievementType: 'MicroCredential',
      alignment: [{ targetName: 'HTTP', targetUrl: 'https://skills.example/http', targetFramework: 'Skills' }],
      tag: ['http', 'design'],
      image: { id: 'https://badges.example/achievements/1/image', caption: 'A shield' },
      creditsAvailable: 0,
      resultDescription: [
        {
          id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
          name: 'Level',
          resultType: 'RubricCriterionLevel',
          rubricCriterionLevel: [{ id: 'urn:uuid:00000000-0000-4000-8000-000000000002', name: 'Mastered' }],
        },
      ],
    },
    recipient: {
      id: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11',
      identity: { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash: `sha256$${'0'.repeat(64)}`, salt: 's' },
      name: 'Ada Lovelace',
    },
    validFrom: Date.UTC(2026, 10, 22, 9, 0, 0, 987),
    validUntil: Date.UTC(2028, 10, 22, 9),
    evidence: [
      { id: 'https://work.example/report.pdf', name: 'Report', genre: 'document', mediaType: 'application/pdf', digestMultibase: 'uEiA' },
      { id: 'https://github.com/ada/todo/tree/0123456789012345678901234567890123456789', name: 'Todo API', genre: 'repository' },
    ],
    results: [
      {
        resultDescription: 'urn:uuid:00000000-0000-4000-8000-000000000001',
        achievedLevel: 'urn:uuid:00000000-0000-4000-8000-000000000002',
      },
    ],
    status: { list: 'https://badges.example/status/3', index: 94567, reference: 'https://badges.example/credentials/1/status' },
  };
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\0'));
const prose = text.map((value) => `${value}.`);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> =>
  fc.oneof(value, fc.constant(null), fc.constant(undefined));
const url = fc.webUrl({ withFragments: true, withQueryParameters: true });
const instant = fc.integer({ min: Date.UTC(2000), max: Date.UTC(2100) });

const evidence: fc.Arbitrary<EvidenceInput> = fc.record({
  id: optional(fc.uuid().map((uuid) => `https://work.example/${uuid}`)),
  name: optional(prose),
  narrative: optional(text),
  genre: optional(text),
  mediaType: optional(fc.constant('application/pdf')),
  digestMultibase: optional(fc.constant('uEiA')),
});

/** Inputs of providers: any prose, and absent, null and empty values wherever the type allows them. */
export const anyInput: fc.Arbitrary<CredentialInput> = fc.record({
  id: fc.uuid().map((uuid) => `https://badges.example/credentials/${uuid}`),
  issuer: fc.record({
    id: fc.constant('did:web:badges.example:issuers:acme'),
    name: prose,
    url: optional(url),
    description: optional(text),
    image: optional(url),
  }),
  achievement: fc.record({
    id: url,
    name: prose,
    description: prose,
    criteria: fc.record({ narrative: prose, id: optional(url) }),
    tag: optional(fc.array(prose, { maxLength: 3 })),
    alignment: optional(fc.array(fc.record({ targetName: prose, targetUrl: url, targetCode: optional(text) }), { maxLength: 2 })),
    image: optional(url),
    inLanguage: optional(fc.constant('en')),
  }),
  recipient: fc.record({ id: fc.uuid().map((uuid) => `urn:uuid:${uuid}`), name: optional(prose) }),
  validFrom: instant,
  validUntil: fc.constant(Date.UTC(2200)),
  awardedDate: optional(instant),
  name: optional(text),
  evidence: optional(fc.uniqueArray(evidence, { maxLength: 3, selector: (one) => one.id ?? one })),
  status: optional(fc.record({ list: fc.constant('https://badges.example/status/3'), index: fc.nat() })),
  test: fc.boolean(),
});
