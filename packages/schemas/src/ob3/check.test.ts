import { describe, expect, it } from 'vitest';
import { fullBadge, withValue } from './badge.fixture.js';
import { checkSchema } from './check.js';
import { documentClassOf } from './classes.js';

const A = 'AchievementCredential';
const violations = (value: unknown, mode: 'issue' | 'read' = 'read') => checkSchema(value, A, mode).violations;

describe('a badge that conforms', () => {
  it('has no violation and no note, issued or read', () => {
    expect(checkSchema(fullBadge(), A, 'issue')).toEqual({ violations: [], notes: [] });
    expect(checkSchema(fullBadge(), A, 'read')).toEqual({ violations: [], notes: [] });
  });
  it('may leave out all that is optional', () => {
    const badge = withValue('/evidence', undefined) as Record<string, unknown>;
    for (const key of ['validUntil', 'name', 'relatedResource', 'credentialStatus']) delete badge[key];
    expect(violations(badge, 'issue')).toEqual([]);
  });
  it('may carry an endorsement with contexts and a proof of its own', () => {
    const endorsement = {
      '@context': fullBadge()['@context'],
      id: 'https://endorser.example/1',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      issuer: { id: 'did:web:endorser.example', type: ['Profile'] },
      name: 'Assessed',
      validFrom: '2026-11-22T09:00:00Z',
      credentialSubject: { id: fullBadge().id, type: ['EndorsementSubject'], endorsementComment: 'I read it.' },
      proof: { type: 'DataIntegrityProof', created: '2026-11-22T09:00:00Z', verificationMethod: 'did:web:endorser.example#k' },
    };
    expect(violations(withValue('/endorsement', [endorsement]), 'issue')).toEqual([]);
    const { name: _, ...nameless } = endorsement;
    expect(violations(withValue('/endorsement', [nameless]))).toMatchObject([
      { pointer: '/endorsement/0', code: 'missing', expected: 'name' },
    ]);
  });
});

// Each line damages one value. All of them count, also when reading.
const WRONG: readonly [path: string, value: unknown, code: string, pointer?: string][] = [
  ['/id', undefined, 'missing', ''],
  ['/id', 'not a uri', 'not-a-uri'],
  ['/id', '_:b0', 'not-a-uri'],
  ['/issuer', undefined, 'missing', ''],
  ['/issuer/type', ['Organization'], 'wrong-class'],
  ['/issuer/id', undefined, 'missing', '/issuer'],
  ['/issuer/name', 7, 'wrong-type'],
  ['/issuer/parentOrg', { id: 'https://a.example', type: ['Person'] }, 'wrong-class', '/issuer/parentOrg/type'],
  [
    '/issuer/otherIdentifier',
    [{ type: 'Other', identifier: '1', identifierType: 'isbn' }],
    'wrong-class',
    '/issuer/otherIdentifier/0/type',
  ],
  ['/type', ['VerifiableCredential', 'OtherCredential'], 'wrong-class'],
  ['/type', ['OpenBadgeCredential'], 'wrong-class'],
  ['/type', [], 'wrong-type'],
  ['/@context/0', 'https://www.w3.org/2018/credentials/v1', 'context'],
  ['/@context/1', 'https://example.com/context.json', 'context'],
  ['/validFrom', '2026-11-22T09:00:00', 'not-a-date-time'],
  ['/validFrom', '2026-02-30T09:00:00Z', 'not-a-date-time'],
  ['/validUntil', 5, 'wrong-type'],
  ['/credentialSubject/type', ['Subject'], 'wrong-class'],
  ['/credentialSubject/achievement', undefined, 'missing', '/credentialSubject'],
  ['/credentialSubject/achievement', 'https://a.example', 'wrong-type'],
  ['/credentialSubject/achievement', [], 'empty'],
  ['/credentialSubject/achievement/criteria', undefined, 'missing', '/credentialSubject/achievement'],
  ['/credentialSubject/achievement/criteria', {}, 'criteria-empty'],
  ['/credentialSubject/achievement/achievementType', 'Medal', 'not-in-vocabulary'],
  ['/credentialSubject/achievement/resultDescription/0/type', ['Result'], 'wrong-class'],
  ['/credentialSubject/achievement/resultDescription/0/resultType', 'Marks', 'not-in-vocabulary'],
  ['/credentialSubject/achievement/alignment/0/targetName', undefined, 'missing', '/credentialSubject/achievement/alignment/0'],
  ['/credentialSubject/result/0/type', ['Outcome'], 'wrong-class'],
  ['/credentialSubject/result/0/status', 'ext:Done', 'not-in-vocabulary'],
  ['/credentialSubject/identifier/0/type', 'Identity', 'wrong-class'],
  ['/credentialSubject/identifier/0/hashed', 'true', 'wrong-type'],
  ['/credentialSubject/identifier/0/email', 'a@example.com', 'unknown-property'],
  ['/credentialSubject/source', { id: 'https://a.example', type: ['Person'] }, 'wrong-class', '/credentialSubject/source/type'],
  ['/credentialSubject/creditsEarned', '3', 'wrong-type'],
  ['/credentialSubject/achievement/image/digestSRI', 'sha384-a', 'unknown-property'],
  ['/evidence/0/type', ['Work'], 'wrong-class'],
  ['/evidence/0', 'https://work.example', 'wrong-type'],
  ['/evidence/0/name', null, 'null-value'],
  ['/credentialStatus/statusListIndex', '-1', 'not-an-index'],
  ['/credentialStatus/statusListIndex', '007', 'not-an-index'],
  ['/credentialStatus/statusPurpose', ['revocation', 'suspension'], 'too-many'],
  ['/credentialStatus/id', ['https://badges.example/status/3#94567'], 'too-many'],
  ['/credentialStatus/statusListCredential', undefined, 'missing', '/credentialStatus'],
  ['/endorsementJwt', ['one.two'], 'not-a-jws', '/endorsementJwt/0'],
];

describe('checkSchema of a damaged badge', () => {
  it.each(WRONG)('refuses %s = %j: %s', (path, value, code, pointer = path) => {
    expect(violations(withValue(path, value))).toEqual([expect.objectContaining({ code, pointer })]);
    expect(violations(withValue(path, value), 'issue')).toContainEqual(expect.objectContaining({ code, pointer }));
  });
  it('notes when reading that a subject has neither id nor identifier, and refuses it when issuing', () => {
    const badge = withValue('/credentialSubject/id', undefined) as { credentialSubject: Record<string, unknown> };
    expect(violations(badge)).toEqual([]);
    badge.credentialSubject.identifier = [];
    const missing = { pointer: '/credentialSubject', code: 'identifier-missing' };
    expect(violations(badge)).toEqual([]);
    expect(checkSchema(badge, A, 'read').notes).toContainEqual(missing);
    expect(violations(badge, 'issue')).toContainEqual(expect.objectContaining(missing));
  });
});

// Slips of open-badges practice: understood when reading, refused when issuing.
const SLIPS: readonly [path: string, value: unknown, code: string, pointer?: string][] = [
  ['/issuer', 'did:web:badges.example', 'string-for-object'],
  ['/image', 'https://badges.example/image.png', 'string-for-object'],
  ['/credentialStatus/statusListIndex', 94567, 'number-for-string'],
  ['/credentialStatus', [fullBadge().credentialStatus], 'array-for-single'],
  ['/credentialStatus/id', 'https://badges.example/status/3', 'status-id-is-list'],
  ['/credentialStatus/type', ['BitstringStatusListEntry'], 'array-for-single'],
  ['/evidence', fullBadge().evidence?.[0], 'single-for-array'],
  ['/credentialStatus/statusPurpose', ['revocation'], 'array-for-single'],
  ['/credentialSubject', [fullBadge().credentialSubject], 'array-for-single'],
  ['/credentialSubject/achievement', [fullBadge().credentialSubject.achievement], 'array-for-single'],
  ['/validUntil', ['2028-11-22T09:00:00Z'], 'array-for-single'],
  ['/evidence', [], 'empty'],
  ['/awardedDate', [], 'empty'],
  ['/credentialSubject/identifier/0/type', ['IdentityObject'], 'array-for-single'],
  ['/credentialSubject/identifier/0/identityType', 'email', 'identity-type-email'],
  ['/credentialSubject/identifier/0/identityHash', 'sha256$abc', 'not-an-identity-hash'],
  ['/credentialSubject/achievement/name', { en: 'Web API design', 'de-CH': 'Web-API-Entwurf' }, 'language-map'],
  ['/credentialSubject/achievement/name', { '@value': 'Web API design', '@language': 'en' }, 'language-map'],
  ['/credentialSubject/achievement/alignment/0/targetUrl', 'n/a', 'not-a-uri'],
  ['/credentialSubject/achievement/id', 'https://bücher.example/1', 'not-a-uri'],
  ['/credentialSubject/activityStartDate', '2026-01-01', 'not-a-date-time'],
  ['/credentialSubject/result/0/resultDescription', 'urn:uuid:other', 'result-link'],
  ['/credentialSubject/result/0/achievedLevel', 'urn:uuid:other', 'result-link'],
  ['/validUntil', '2020-01-01T00:00:00Z', 'validity-reversed'],
  ['/@context/1', 'https://purl.imsglobal.org/spec/ob/v3p0/context.json', 'context-alias'],
  ['/relatedResource/0/digestSRI', undefined, 'digest-missing', '/relatedResource/0'],
  ['/refreshService', { id: 'https://a.example/r', type: '1EdTechCredentialRefresh' }, 'extensions-context-missing'],
];

describe('checkSchema of a badge with a common mistake', () => {
  it.each(SLIPS)('notes when reading and refuses when issuing %s = %j: %s', (path, value, code, pointer = path) => {
    const read = checkSchema(withValue(path, value), A, 'read');
    expect(read).toEqual({ violations: [], notes: [{ pointer, code }] });
    expect(violations(withValue(path, value), 'issue')).toContainEqual(expect.objectContaining({ pointer, code }));
  });
});

describe('checkSchema of ids', () => {
  const codes = (value: unknown) => violations(value, 'issue').map(({ pointer, code }) => `${pointer} ${code}`);
  it('refuses the id of the badge on other nodes', () => {
    const { id } = fullBadge();
    expect(codes(withValue('/evidence/0/id', id))).toEqual(['/id duplicate-id', '/evidence/0/id duplicate-id']);
    expect(codes(withValue('/credentialSubject/achievement/criteria/id', id))).toEqual([
      '/id duplicate-id',
      '/credentialSubject/achievement/criteria/id duplicate-id',
    ]);
  });
  it('refuses two nodes of one id that contradict each other', () => {
    const { evidence = [], issuer } = fullBadge();
    expect(codes(withValue('/evidence', [...evidence, { ...evidence[0], name: 'Other' }]))).toEqual([
      '/evidence/0/id duplicate-id',
      '/evidence/1/id duplicate-id',
    ]);
    expect(codes(withValue('/credentialSubject/achievement/creator', { ...issuer, name: 'Other' }))).toEqual([
      '/issuer/id duplicate-id',
      '/credentialSubject/achievement/creator/id duplicate-id',
    ]);
  });
  it('accepts a page that is criteria and evidence, a resource that pins a piece of evidence, and the issuer as creator', () => {
    const { evidence = [], issuer } = fullBadge();
    const page = evidence[0]?.id;
    expect(codes(withValue('/credentialSubject/achievement/criteria/id', page))).toEqual([]);
    expect(codes(withValue('/relatedResource/0', { id: page, digestSRI: 'sha384-abc' }))).toEqual([]);
    expect(codes(withValue('/credentialSubject/achievement/creator', issuer))).toEqual([]);
    expect(codes(withValue('/evidence', [...evidence, ...evidence]))).toEqual([]);
  });
  it('accepts shared ids of other nodes, such as criteria at the page of the achievement', () => {
    expect(codes(withValue('/credentialSubject/achievement/criteria/id', fullBadge().credentialSubject.achievement.id))).toEqual([]);
  });
});

describe('checkSchema when issuing', () => {
  it('refuses terms that the contexts do not define, since they would not be signed', () => {
    expect(violations(withValue('/grade', 'A'))).toEqual([]);
    expect(violations(withValue('/grade', 'A'), 'issue')).toMatchObject([{ pointer: '/grade', code: 'unknown-property' }]);
  });
  it('refuses terms that older copies of the context lack', () => {
    expect(violations(withValue('/endorsementJwt', ['a.b.c']))).toEqual([]);
    expect(violations(withValue('/endorsementJwt', ['a.b.c']), 'issue')).toMatchObject([{ pointer: '/endorsementJwt', code: 'late-term' }]);
  });
  it('takes one value without its array where the specification does', () => {
    expect(violations(withValue('/credentialSubject/type', 'AchievementSubject'), 'issue')).toEqual([]);
    expect(violations(withValue('/credentialSchema', { id: 'https://a.example/s', type: 'JsonSchema' }), 'issue')).toEqual([]);
  });
  it('takes extension words where the vocabulary is open', () => {
    expect(violations(withValue('/credentialSubject/achievement/achievementType', 'ext:Medal'), 'issue')).toEqual([]);
  });
});

describe('documents of other classes', () => {
  const v1 = () => {
    const { validFrom, validUntil, ...badge } = fullBadge();
    const contexts = ['https://www.w3.org/2018/credentials/v1', ...badge['@context'].slice(1)];
    return { ...badge, '@context': contexts, issuanceDate: validFrom, expirationDate: validUntil };
  };
  it('are recognised by type and data model', () => {
    expect(documentClassOf(fullBadge())).toBe('AchievementCredential');
    expect(documentClassOf(v1())).toBe('AchievementCredentialV1');
    expect(documentClassOf({ type: ['VerifiableCredential', 'ClrCredential'] })).toBe('ClrCredential');
    expect(documentClassOf({ type: 'VerifiablePresentation' })).toBe('VerifiablePresentation');
    expect(documentClassOf({ type: ['Assertion'] })).toBe(null);
    expect(documentClassOf(null)).toBe(null);
  });
  it('need the dates of VC 1.1 under its data model', () => {
    expect(checkSchema(v1(), 'AchievementCredentialV1').violations).toEqual([]);
    expect(checkSchema({ ...v1(), issuanceDate: undefined }, 'AchievementCredentialV1').violations).toMatchObject([{ code: 'wrong-type' }]);
  });
  it('are checked with the same tables, such as a status list', () => {
    const list = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'https://badges.example/status/3',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: 'did:web:badges.example:issuers:acme',
      validFrom: '2026-11-22T09:00:00Z',
      credentialSubject: {
        id: 'https://badges.example/status/3#list',
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: 'u',
      },
    };
    expect(checkSchema(list, 'BitstringStatusListCredential', 'issue')).toEqual({ violations: [], notes: [] });
    const { encodedList: _, ...without } = list.credentialSubject;
    expect(checkSchema({ ...list, credentialSubject: without }, 'BitstringStatusListCredential').violations).toMatchObject([
      { pointer: '/credentialSubject', code: 'missing', expected: 'encodedList' },
    ]);
  });
});
