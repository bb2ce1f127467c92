import type { UnsignedCredential } from './types.js';

const alignment = { type: ['Alignment'], targetName: 'HTTP APIs', targetUrl: 'https://skills.example/http', targetType: 'CFItem' } as const;

/** A badge that uses most of what we issue, fresh on every call so that a test may damage it. */
export function fullBadge(): UnsignedCredential {
  return structuredClone<UnsignedCredential>({
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'https://badges.example/credentials/0198a7c2-0000-7000-8000-000000000001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:web:badges.example:issuers:acme', type: ['Profile'], name: 'Acme Academy', url: 'https://acme.example' },
    validFrom: '2026-11-22T09:00:00Z',
    validUntil: '2028-11-22T09:00:00Z',
    name: 'Web API design',
    credentialSubject: {
      id: 'urn:uuid:5f0c7b0e-4c52-4d39-9a3b-2d4f5d7f0a11',
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityType: 'emailAddress',
          identityHash: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
          salt: 'Kosher',
        },
      ],
      achievement: {
        id: 'https://badges.example/achievements/1',
        type: ['Achievement'],
        achievementType: 'MicroCredential',
        name: 'Web API design',
        description: 'Designs HTTP APIs that others can use.',
        criteria: { narrative: 'Three reviewed projects.' },
        alignment: [alignment],
        tag: ['http', 'design'],
        image: { id: 'https://badges.example/achievements/1/image', type: 'Image' },
        resultDescription: [
          {
            id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
            type: ['ResultDescription'],
            name: 'Grade',
            resultType: 'RubricCriterionLevel',
            rubricCriterionLevel: [
              { id: 'urn:uuid:00000000-0000-4000-8000-000000000002', type: ['RubricCriterionLevel'], name: 'Mastered', points: '4' },
            ],
          },
        ],
      },
      result: [
        {
          type: ['Result'],
          resultDescription: 'urn:uuid:00000000-0000-4000-8000-000000000001',
          achievedLevel: 'urn:uuid:00000000-0000-4000-8000-000000000002',
        },
      ],
    },
    evidence: [
      {
        id: 'https://work.example/report.pdf',
        type: ['Evidence'],
        name: 'Report',
        genre: 'document',
        mediaType: 'application/pdf',
        digestMultibase: 'uEiC1gJ2KkviFhDbX5rh8EuvArh6sS67MLAuROu4skizjmQ',
      },
    ],
    relatedResource: [{ id: 'https://badges.example/reports/1', digestSRI: 'sha384-abc', mediaType: 'application/json' }],
    credentialStatus: {
      id: 'https://badges.example/status/3#94567',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94567',
      statusListCredential: 'https://badges.example/status/3',
      statusReference: 'https://badges.example/credentials/0198a7c2-0000-7000-8000-000000000001/status',
    },
  });
}

/** The badge with the value at a path replaced; `undefined` removes it. */
export function withValue(path: string, value: unknown): unknown {
  const badge = fullBadge();
  const keys = path.split('/').slice(1);
  let node = badge as unknown as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) node = node[key] as Record<string, unknown>;
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete node[last];
  else node[last] = value;
  return badge;
}
