import { checkSchema } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { buildEndorsement } from './endorsement.js';

const input = {
  id: 'https://badges.example/credentials/1/endorsements/2',
  name: 'Endorsement: Web API design',
  endorser: { id: 'did:web:badges.example:issuers:acme:assessors:3', name: 'Grace Hopper', url: 'https://grace.example' },
  about: 'https://badges.example/credentials/1',
  comment: 'I read *every* line.',
  validFrom: Date.parse('2026-11-22T09:00:00.987Z'),
};

describe('buildEndorsement', () => {
  it('gives an EndorsementCredential that conforms', () => {
    const endorsement = buildEndorsement(input);
    expect(endorsement).toMatchObject({
      issuer: { id: input.endorser.id, type: ['Profile'], name: 'Grace Hopper', url: 'https://grace.example' },
      validFrom: '2026-11-22T09:00:00Z',
      credentialSubject: { id: input.about, type: ['EndorsementSubject'], endorsementComment: 'I read *every* line.' },
    });
    expect(checkSchema(endorsement, 'EndorsementCredential', 'issue').violations).toEqual([]);
  });

  it('says of a person who proved an address at which domain it is, in terms of the standard', () => {
    const endorsement = buildEndorsement({ ...input, endorser: { ...input.endorser, provenEmailDomain: 'school.example' } });
    const entry = { type: 'IdentifierEntry', identifier: 'school.example', identifierType: 'ext:provenEmailDomain' };
    expect(endorsement.issuer.otherIdentifier).toEqual([entry]);
    expect(checkSchema(endorsement, 'EndorsementCredential', 'issue').violations).toEqual([]);
  });

  it('leaves out absent members, and marks a test endorsement', () => {
    const endorsement = buildEndorsement({ ...input, endorser: { id: input.endorser.id, name: 'Grace' }, test: true });
    expect(endorsement.issuer).toEqual({ id: input.endorser.id, type: ['Profile'], name: 'Grace (TEST)' });
  });
});
