// The badges that are measured: one achievement, many recipients, as a provider issues them.
import { createHash } from 'node:crypto';
import { buildCredential } from '@proofmark/credentials';
import { CREATED, ISSUER } from './keys.mjs';

const uuid = (kind, number) => `urn:uuid:00000000-0000-4000-8${kind}00-${String(number).padStart(12, '0')}`;
const hex = (text) => createHash('sha256').update(text).digest('hex');

/** An unsigned badge of some 3 KB; `number` tells recipients apart. */
export function badge(number, issuer = ISSUER) {
  return buildCredential({
    id: `https://badges.example/credentials/0198a7c2-0000-7000-8000-${String(number).padStart(12, '0')}`,
    issuer: { id: issuer, name: 'Acme Academy', url: 'https://acme.example', description: 'Courses in software craft.' },
    achievement: {
      id: 'https://badges.example/achievements/1',
      name: 'Web API design',
      description: 'Designs HTTP APIs that others can use, documents them, and keeps them compatible.',
      criteria: { narrative: 'Three projects, reviewed by two assessors each, with tests and a published description of the interface.' },
      achievementType: 'MicroCredential',
      alignment: [
        { targetName: 'HTTP', targetUrl: 'https://skills.example/http', targetFramework: 'Skills' },
        { targetName: 'API design', targetUrl: 'https://skills.example/api', targetFramework: 'Skills', targetCode: 'API-2' },
      ],
      tag: ['http', 'design', 'api'],
      image: { id: 'https://badges.example/achievements/1/image', caption: 'A shield' },
      resultDescription: [
        {
          id: uuid('0', 1),
          name: 'Level',
          resultType: 'RubricCriterionLevel',
          rubricCriterionLevel: [
            { id: uuid('0', 2), name: 'Mastered' },
            { id: uuid('0', 3), name: 'Competent' },
          ],
        },
      ],
    },
    recipient: {
      id: uuid('1', number),
      identity: {
        type: 'IdentityObject',
        hashed: true,
        identityType: 'emailAddress',
        identityHash: `sha256$${hex(`learner ${number}`)}`,
        salt: hex(`salt ${number}`).slice(0, 32),
      },
    },
    validFrom: Date.parse(CREATED),
    validUntil: Date.parse('2028-01-02T03:04:05Z'),
    evidence: [
      {
        id: `https://work.example/${number}/report.pdf`,
        name: 'Report',
        genre: 'document',
        narrative: 'What was built, and why so.',
        mediaType: 'application/pdf',
        digestMultibase: `uEi${hex(`report ${number}`).slice(0, 43)}`,
      },
      {
        id: `https://code.example/learner${number}/api/tree/${hex(`commit ${number}`).slice(0, 40)}`,
        name: 'The service',
        genre: 'repository',
        narrative: 'A booking API with its tests.',
      },
    ],
    results: [{ resultDescription: uuid('0', 1), achievedLevel: uuid('0', 2) }],
    status: { list: 'https://badges.example/status/3', index: 94_567 + number },
  });
}
