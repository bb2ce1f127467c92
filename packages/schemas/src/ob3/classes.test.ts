import { describe, expect, it } from 'vitest';
import { chooseClass, classNames, classOf, credentialTerms, documentClassOf, isNodeTerm, knownTerms, propertyOf } from './classes.js';

const KINDS = 'object id uri type context text string term dateTimeZ dateTime date number integer boolean jws index identityHash'.split(
  ' ',
);

describe('the class tables', () => {
  it('name only kinds, classes and vocabularies that exist', () => {
    for (const name of classNames()) {
      for (const property of classOf(name).properties.values()) {
        expect(KINDS, `${name}.${property.name}`).toContain(property.kind);
        expect(property.kind === 'object', `${name}.${property.name}`).toBe(property.classes.length > 0);
        expect(classNames()).toEqual(expect.arrayContaining([...property.classes]));
        expect(property.kind === 'term').toBe(property.vocabulary !== null);
      }
    }
  });
  it('inherit, and let a class override a property', () => {
    expect(propertyOf('AchievementCredential', 'validUntil')).toMatchObject({ kind: 'dateTimeZ', required: false });
    expect(propertyOf('VerifiableCredential', 'validFrom')?.required).toBe(false);
    expect(propertyOf('AchievementCredential', 'validFrom')?.required).toBe(true);
    expect(propertyOf('AchievementCredentialV1', 'validFrom')?.required).toBe(false);
    expect(propertyOf('AchievementCredential', 'credentialSubject')).toMatchObject({ classes: ['AchievementSubject'], arrayOk: false });
  });
  it('give the permitted forms of a property', () => {
    expect(propertyOf('AchievementCredential', 'evidence')).toMatchObject({ many: true, singleOk: false });
    expect(propertyOf('AchievementCredential', 'proof')).toMatchObject({ many: true, singleOk: true });
    expect(propertyOf('AchievementCredential', 'credentialStatus')).toMatchObject({ many: false, arrayOk: true });
    expect(propertyOf('AchievementCredential', 'issuer')).toMatchObject({ classes: ['Profile'], idOk: true });
    expect(propertyOf('Image', 'type')).toMatchObject({ many: false, required: true });
  });
  it('allow the common terms on an open node, and none on a closed one', () => {
    expect(propertyOf('AchievementSubject', 'name')?.kind).toBe('text');
    expect(propertyOf('Image', 'name')).toBeUndefined();
    expect(isNodeTerm('mediaType')).toBe(true);
    expect(isNodeTerm('validUntil')).toBe(false);
  });
  it('list the terms of credentials, all of them known', () => {
    for (const term of ['validFrom', 'validUntil', 'credentialStatus', 'evidence', 'refreshService'])
      expect(credentialTerms()).toContain(term);
    for (const term of ['name', 'description', 'id', 'type']) expect(credentialTerms()).not.toContain(term);
    for (const term of ['statusReference', 'digestMultibase', 'relatedResource', 'renderMethod', 'cryptosuite'])
      expect(knownTerms()).toContain(term);
  });
});

describe('chooseClass', () => {
  const status = propertyOf('AchievementCredential', 'credentialStatus')?.classes ?? [];
  it('chooses by the type of the node', () => {
    expect(chooseClass(status, { type: 'BitstringStatusListEntry' })).toBe('BitstringStatusListEntry');
    expect(chooseClass(status, { type: '1EdTechRevocationList' })).toBe('RevocationList');
    expect(chooseClass(status, { type: 'SomethingElse' })).toBe('CredentialStatus');
  });
  it('chooses by the data model where two classes share a type', () => {
    const endorsements = propertyOf('Profile', 'endorsement')?.classes ?? [];
    const type = ['VerifiableCredential', 'EndorsementCredential'];
    expect(chooseClass(endorsements, { type })).toBe('EndorsementCredential');
    expect(chooseClass(endorsements, { type, issuanceDate: '2020-01-01T00:00:00Z' })).toBe('EndorsementCredentialV1');
    expect(chooseClass(endorsements, { '@context': ['https://www.w3.org/2018/credentials/v1'], type })).toBe('EndorsementCredentialV1');
  });
  it('chooses the older form of a record, and leaves a status list of either data model what it is', () => {
    const older = { '@context': ['https://www.w3.org/2018/credentials/v1'], issuanceDate: '2020-01-01T00:00:00Z' };
    const typed = (type: string) => ({ ...older, type: ['VerifiableCredential', type] });
    expect(documentClassOf(typed('ClrCredential'))).toBe('ClrCredentialV1');
    expect(documentClassOf(typed('BitstringStatusListCredential'))).toBe('BitstringStatusListCredential');
    expect(documentClassOf(typed('StatusList2021Credential'))).toBe('StatusList2021Credential');
    expect(documentClassOf({ ...older, type: ['VerifiableCredential'] })).toBe('VerifiableCredentialV1');
  });
});
