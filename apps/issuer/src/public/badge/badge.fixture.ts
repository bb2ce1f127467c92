import { buildCredential } from '@proofmark/credentials';
import type { UnsignedCredential } from '@proofmark/schemas';
import type { IssuerOfPage } from '../layout/issuer-links.js';

export const BASE = 'https://badges.example';
export const BADGE_ID = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';
/** The issuer of that badge, as pages name it. */
export const ISSUER_OF_PAGE: IssuerOfPage = {
  slug: 'acme',
  name: 'Acme Academy',
  imprintUrl: null,
  privacyUrl: null,
  suspended: null,
  badgeId: null,
};
/** The same with texts of somebody's own, suspended. */
export const suspendedIssuerOfPage = (text: string): IssuerOfPage => ({
  ...ISSUER_OF_PAGE,
  name: text,
  imprintUrl: `https://acme.example/${text}`,
  privacyUrl: `https://acme.example/privacy?${text}`,
  suspended: { at: new Date('2027-01-15T00:00:00Z'), reason: text },
});
export const ACHIEVEMENT_ID = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e02';

/** Everything that a badge can say, each text replaceable. */
export function fullBadge(text: (usual: string) => string = (usual) => usual): UnsignedCredential {
  const achievement = `${BASE}/achievements/${ACHIEVEMENT_ID}`;
  return buildCredential({
    id: `${BASE}/credentials/${BADGE_ID}`,
    issuer: { id: 'did:web:badges.example:issuers:acme', name: text('Acme Academy'), url: 'https://acme.example/' },
    achievement: {
      id: achievement,
      name: text('Web API design'),
      description: text('Designs, documents and tests an HTTP API.'),
      criteria: {
        id: 'https://acme.example/criteria',
        narrative: text('Built an API of **five** resources:\n\n- documented\n- tested, see [the rubric](https://acme.example/rubric)'),
      },
      tag: [text('HTTP'), text('OpenAPI')],
      alignment: [
        {
          targetName: text('Design REST APIs'),
          targetUrl: 'https://skills.example/rest',
          targetFramework: text('Example Skills'),
          targetDescription: text('Plans resources and their addresses.'),
        },
      ],
      image: { id: `${achievement}/image`, caption: text('A hexagon') },
      resultDescription: [
        {
          id: `${achievement}#grade`,
          name: text('Grade'),
          resultType: 'LetterGrade',
          rubricCriterionLevel: [{ id: `${achievement}#high`, name: text('With distinction') }],
        },
      ],
    },
    recipient: {
      id: 'urn:uuid:01981f2a-7c3e-4b52-9d41-2f6c8a1b3e03',
      name: text('Ada Lovelace'),
      identity: {
        type: 'IdentityObject',
        hashed: true,
        identityType: 'emailAddress',
        identityHash: `sha256$${'a'.repeat(64)}`,
        salt: 'salt',
      },
    },
    validFrom: Date.parse('2026-11-22T09:00:00Z'),
    validUntil: Date.parse('2028-11-22T09:00:00Z'),
    narrative: text('The project grew over one term.'),
    evidence: [
      {
        id: 'https://github.com/ada/todo/tree/0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567',
        name: text('Todo API, source'),
        narrative: text('Built for *module 4* and assessed against rubric R2.'),
        genre: text('repository'),
      },
      {
        id: 'https://ada.example/report.pdf',
        name: text('Project report'),
        description: text('Twelve pages.'),
        mediaType: 'application/pdf',
        digestMultibase: 'uEiB1',
      },
      { id: 'https://todo.ada.example/', name: text('The running service') },
    ],
    results: [{ resultDescription: `${achievement}#grade`, value: text('A'), achievedLevel: `${achievement}#high` }],
    status: { list: `${BASE}/status/3`, index: 94_567 },
  });
}

/** The badge as it is stored, without its proof, which no page reads. */
export function stored(badge: UnsignedCredential = fullBadge()): string {
  return JSON.stringify(badge);
}
