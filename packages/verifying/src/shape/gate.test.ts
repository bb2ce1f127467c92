import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { STATUS, signed, statusList, unsigned } from '../fixtures/badges.fixture.js';
import { shapeGate } from './gate.js';

// T2: contexts and terms that are injected or defined anew.

const PASSED = { outcome: 'passed' };
const subjectOf = (more: JsonObject): JsonObject => ({ ...(unsigned().credentialSubject as JsonObject), ...more });

describe('the shape gate', () => {
  it('passes a signed badge and a status list as we issue them', async () => {
    expect(shapeGate(await signed(unsigned({ credentialStatus: STATUS })))).toEqual(PASSED);
    expect(shapeGate(await statusList())).toEqual(PASSED);
  });

  it.each([
    ['single values for sets', { evidence: { id: 'https://ada.example/work', type: 'Evidence' } }],
    ['an issuer that is only an address', { issuer: 'did:web:badges.example:issuers:acme' }],
    ['an image that is only an address', { credentialSubject: subjectOf({ image: 'https://badges.example/1.png' }) }],
    ['the issuer as the creator too', { credentialSubject: subjectOf({ source: unsigned().issuer ?? '' }) }],
    ['terms that any node may carry', { credentialSubject: subjectOf({ name: 'Ada Example' }) }],
    [
      'a subject typed Profile, to carry names',
      { credentialSubject: subjectOf({ type: ['AchievementSubject', 'Profile'], familyName: 'Example' }) },
    ],
    ['prose with a language', { name: { '@value': 'Web-API-Entwurf', '@language': 'de' } }],
    [
      'criteria of their class, with further members',
      {
        credentialSubject: subjectOf({
          achievement: { ...(subjectOf({}).achievement as JsonObject), criteria: { type: 'Criteria', name: 'How', narrative: 'x' } },
        }),
      },
    ],
    ['the claim of a token in a badge', { jti: 'urn:uuid:1' }],
    ['nulls and empty sets, which say nothing', { evidence: [], refreshService: null }],
    [
      'an id of the badge elsewhere that says nothing',
      { refreshService: { id: 'https://badges.example/credentials/1', type: '1EdTechCredentialRefresh' } },
    ],
    [
      'an evidence class of another vocabulary',
      { evidence: [{ id: 'https://ada.example/old', type: ['Evidence', 'https://w3id.org/openbadges#Assertion'] }] },
    ],
    ['a digest on a related document', { relatedResource: [{ id: 'https://badges.example/report.json', digestSRI: 'sha384-AAAA' }] }],
    [
      'an endorsement with contexts of its own',
      {
        endorsement: [
          {
            '@context': unsigned()['@context'] ?? null,
            id: 'https://endorser.example/1',
            type: ['VerifiableCredential', 'EndorsementCredential'],
            name: 'Assessed',
            issuer: { id: 'did:web:endorser.example', type: ['Profile'] },
            validFrom: '2026-11-22T09:00:00Z',
            validUntil: '2028-11-22T09:00:00Z',
            credentialSubject: { id: 'https://badges.example/credentials/1', type: ['EndorsementSubject'], endorsementComment: 'Good.' },
          },
        ],
      },
    ],
  ])('passes %s', (_, more) => {
    expect(shapeGate(unsigned(more as JsonObject))).toEqual(PASSED);
  });
});

describe('the shape gate for unknown vocabulary', () => {
  it.each([
    ['skillLevel', { skillLevel: 'high' }],
    ['ext:level', { 'ext:level': 'high' }],
    ['https://words.example/level', { 'https://words.example/level': 'high' }],
    ['https://words.example/context.json', { '@context': [...(unsigned()['@context'] as string[]), 'https://words.example/context.json'] }],
    ['@context', { '@context': [...(unsigned()['@context'] as string[]), { level: 'https://words.example/level' }] }],
    ['MedalCredential', { type: ['VerifiableCredential', 'OpenBadgeCredential', 'MedalCredential'] }],
    ['en', { name: { en: 'Web API design' } }],
    ['role', { credentialSubject: subjectOf({ achievement: { ...(subjectOf({}).achievement as JsonObject), role: 'x' } }) }],
  ])('answers unknown and names the term %s', (term, more) => {
    expect(shapeGate(unsigned(more as JsonObject))).toMatchObject({ outcome: 'unknown', code: 'unsupported-vocabulary', detail: { term } });
  });

  it('reports a forbidden term before an unknown one', () => {
    expect(shapeGate(unsigned({ skillLevel: 'high', '@included': [] }))).toMatchObject({
      outcome: 'failed',
      detail: { term: '@included' },
    });
  });
});
