import type { JsonObject } from '@proofmark/primitives';

/** An unsigned badge that uses most of what Open Badges 3.0 has. Its subject is no person. */
export const CANARY_CREDENTIAL: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'https://badges.example/credentials/0198c1a0-0000-7000-8000-000000000001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'did:web:badges.example:issuers:acme', type: ['Profile'], name: 'Acme Academy', url: 'https://acme.example' },
  validFrom: '2026-01-02T03:04:05Z',
  validUntil: '2028-01-02T03:04:05Z',
  name: 'Web API design — Grundlagen',
  credentialSubject: {
    id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000002',
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
      name: 'Web API design',
      description: 'Designs and ships an HTTP API.',
      criteria: { narrative: 'Build one, and explain it.' },
      tag: ['http', 'api'],
      image: { id: 'https://badges.example/achievements/1/image', type: 'Image' },
      alignment: [{ type: ['Alignment'], targetName: 'API design', targetUrl: 'https://skills.example/api' }],
      resultDescription: [
        {
          id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000003',
          type: ['ResultDescription'],
          name: 'Grade',
          resultType: 'LetterGrade',
          allowedValue: ['C', 'B', 'A'],
        },
      ],
    },
    result: [{ type: ['Result'], resultDescription: 'urn:uuid:0198c1a0-0000-7000-8000-000000000003', value: 'A' }],
  },
  evidence: [
    {
      id: 'https://code.example/ada/api/tree/8f2a1b7c9d3e4f50617283940a1b2c3d4e5f6071',
      type: ['Evidence'],
      name: 'The service',
      narrative: 'A booking API with its tests.',
      genre: 'Repository',
    },
    {
      id: 'https://files.example/report.pdf',
      type: ['Evidence'],
      name: 'Report',
      mediaType: 'application/pdf',
      digestMultibase: 'uEiAx',
    },
  ],
  credentialStatus: {
    id: 'https://badges.example/status/3#94567',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '94567',
    statusListCredential: 'https://badges.example/status/3',
  },
};
