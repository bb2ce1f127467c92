import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCredential, checkPresentation, dataModelOf } from './check.js';
import { type Changes, credential, first, proof, V2 } from './credentials.fixture.js';

const entry = {
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '94567',
  statusListCredential: 'https://badges.example/status/3',
};
const sha256 = `sha256-${Buffer.alloc(32, 7).toString('base64')}`;
const multihash = `u${Buffer.from([0x12, 32, ...Buffer.alloc(32, 7)]).toString('base64url')}`;
const resource = { id: 'https://badges.example/image', digestSRI: sha256 };
const status = (changes: Changes): Changes => ({ credentialStatus: { ...entry, ...changes } });
const resources = (...list: unknown[]): Changes => ({ relatedResource: list });
const proofs = (...list: unknown[]): Changes => ({ proof: list });

describe('a credential conforms', () => {
  it.each<[string, Changes]>([
    ['with the least that it needs', {}],
    ['with a URN as id', { id: 'urn:uuid:0198c1a0-0000-7000-8000-000000000001' }],
    ['with several contexts', { '@context': [V2, 'https://www.w3.org/ns/credentials/examples/v2', { Word: 'https://example.org/#Word' }] }],
    ['with types as terms and URLs, in any order', { type: ['https://example.org/#Other', 'VerifiableCredential', 'Word'] }],
    ['with its type alone', { type: 'VerifiableCredential' }],
    [
      'with an issuer as an object',
      { issuer: { id: 'https://issuer.example', name: 'Acme', description: { '@value': 'A', '@language': 'en' } } },
    ],
    ['with a name in one language', { name: { '@value': 'Dog', '@language': 'en-GB', '@direction': 'ltr' } }],
    [
      'with a name in many',
      {
        name: [
          { '@value': 'Dog', '@language': 'en' },
          { '@value': 'Chien', '@language': 'fr' },
        ],
      },
    ],
    ['with a direction of null', { description: { '@value': 'x', '@direction': null } }],
    ['with several subjects', { credentialSubject: [{ id: 'did:example:ada' }, { alumniOf: 'Acme' }] }],
    ['with dates in other zones', { validFrom: '2023-02-26T01:21:23Z', validUntil: '2023-02-25T19:21:29-06:00' }],
    ['with fractions of a second', { validFrom: '2023-02-26T01:21:23.123456Z' }],
    ['beginning when it ends', { validFrom: '2023-02-26T01:21:23Z', validUntil: '2023-02-26T01:21:23Z' }],
    ['with a status', { credentialStatus: { type: 'Word' } }],
    [
      'with two entries of a status list',
      { credentialStatus: [entry, { ...entry, statusPurpose: 'suspension', id: 'https://a.example/#1' }] },
    ],
    [
      'with status messages',
      status({
        statusSize: 1,
        statusMessage: [
          { status: '0x0', message: 'a' },
          { status: '0x1', message: 'b' },
        ],
      }),
    ],
    ['with status references', status({ statusReference: ['https://a.example', 'https://b.example'] })],
    ['with schemas', { credentialSchema: [{ id: 'https://a.example/s', type: 'JsonSchema' }] }],
    ['with a refresh service without id', { refreshService: { type: 'https://example.org/#Refresh' } }],
    ['with terms of use', { termsOfUse: [{ type: 'Word' }, { type: 'Word', id: 'did:example:terms' }] }],
    ['with evidence', { evidence: [{ type: ['Word'] }] }],
    ['with related resources', resources(resource, { id: 'https://b.example', digestMultibase: multihash, mediaType: 'text/html' })],
    ['with a bare digest', resources({ id: 'https://b.example', digestMultibase: `u${Buffer.alloc(48).toString('base64url')}` })],
    ['with two hash expressions', resources({ ...resource, digestSRI: `${sha256} ${sha256}` })],
    ['with a proof', { proof }],
    [
      'with a set of proofs',
      proofs({ ...proof, id: 'urn:x:1' }, { ...proof, previousProof: ['urn:x:1'], expires: '2030-01-01T00:00:00Z' }),
    ],
    ['with a proof of another kind', { proof: { ...proof, type: 'Ed25519Signature2018', cryptosuite: undefined, jws: 'a..b' } }],
    ['with words of other vocabularies', { favourite: { colour: ['blue'] } }],
  ])('%s', (_, changes) => {
    const { cryptosuite: _suite, ...bare } = proof;
    const value = credential(changes);
    if (
      (value.proof as { cryptosuite?: string } | undefined)?.cryptosuite === undefined &&
      'proof' in value &&
      !Array.isArray(value.proof)
    ) {
      value.proof = { ...bare, type: 'Ed25519Signature2018' };
    }
    expect(checkCredential(value)).toEqual([]);
  });
});

describe('a credential does not conform', () => {
  it.each<[string, Changes, string, string]>([
    ['without contexts', { '@context': undefined }, '', 'missing'],
    ['with one context that is no list', { '@context': V2 }, '/@context', 'context'],
    ['with no context', { '@context': [] }, '/@context/0', 'context'],
    ['with the contexts in another order', { '@context': ['https://a.example', V2] }, '/@context/0', 'context'],
    ['with a number as context', { '@context': [V2, 123192875] }, '/@context/1', 'context'],
    ['with null as context', { '@context': [V2, null] }, '/@context/1', 'context'],
    ['with an array as context', { '@context': [V2, []] }, '/@context/1', 'context'],
    ['with a context that is no URL', { '@context': [V2, 'https ://not-a-url/v1'] }, '/@context/1', 'context'],
    ['with null as id', { id: null }, '/id', 'null-value'],
    ['with two ids', { id: ['urn:x:1', 'urn:x:2'] }, '/id', 'too-many'],
    ['with a relative id', { id: 'not-a-url' }, '/id', 'not-a-uri'],
    ['with a blank node as id', { id: '_:b0' }, '/id', 'not-a-uri'],
    ['without a type', { type: undefined }, '', 'missing'],
    ['with no types', { type: [] }, '/type', 'wrong-type'],
    ['with a number as type', { type: ['VerifiableCredential', 2] }, '/type', 'wrong-type'],
    ['with a type that is no term', { type: ['VerifiableCredential', 'two words'] }, '/type', 'wrong-type'],
    ['without the type that all have', { type: ['Word'] }, '/type', 'wrong-class'],
    ['with a number as name', { name: 1 }, '/name', 'wrong-type'],
    ['with a name with more than language', { name: { '@value': 'a', '@language': 'en', url: 'x' } }, '/name', 'wrong-type'],
    ['with a name without text', { name: { '@language': 'en' } }, '/name', 'wrong-type'],
    ['with a name in no direction', { description: { '@value': 'a', '@direction': 'up' } }, '/description', 'wrong-type'],
    ['with a name in no language', { name: [{ '@value': 'a', '@language': 'e n' }] }, '/name/0', 'wrong-type'],
    ['without an issuer', { issuer: undefined }, '', 'missing'],
    ['with null as issuer', { issuer: null }, '/issuer', 'null-value'],
    ['with an issuer that is no URL', { issuer: 'not-a-url' }, '/issuer', 'not-a-uri'],
    ['with two issuers', { issuer: ['urn:x:1', 'urn:x:2'] }, '/issuer', 'too-many'],
    ['with an issuer without id', { issuer: { name: 'Acme' } }, '/issuer', 'missing'],
    ['with an issuer whose id is null', { issuer: { id: null } }, '/issuer/id', 'null-value'],
    ['with an issuer whose id is no URL', { issuer: { id: 'acme' } }, '/issuer/id', 'not-a-uri'],
    ['with an issuer whose name is an object', { issuer: { id: 'urn:x:1', name: {} } }, '/issuer/name', 'wrong-type'],
    ['without a subject', { credentialSubject: undefined }, '', 'missing'],
    ['with an empty subject', { credentialSubject: {} }, '/credentialSubject', 'empty'],
    ['with a literal as subject', { credentialSubject: { '@value': 'x' } }, '/credentialSubject', 'empty'],
    ['with an empty set as subject', { credentialSubject: { '@set': [] } }, '/credentialSubject', 'empty'],
    ['with one empty subject of two', { credentialSubject: [{ id: 'urn:x:1' }, {}] }, '/credentialSubject/1', 'empty'],
    ['with no subjects', { credentialSubject: [] }, '/credentialSubject', 'empty'],
    ['with a text as subject', { credentialSubject: 'did:example:ada' }, '/credentialSubject', 'wrong-type'],
    ['with two ids of a subject', { credentialSubject: { id: ['urn:x:1'] } }, '/credentialSubject/id', 'too-many'],
    ['with a bad id deep inside', { credentialSubject: { a: [{ id: 'no url' }] } }, '/credentialSubject/a/0/id', 'not-a-uri'],
    ['with a date alone', { validFrom: '2023-02-26' }, '/validFrom', 'not-a-date-time'],
    ['with a date without zone', { validUntil: '2023-02-26T00:00:00' }, '/validUntil', 'not-a-date-time'],
    ['with a number as date', { validUntil: 2023 }, '/validUntil', 'not-a-date-time'],
    [
      'ending before it begins',
      { validFrom: '2024-01-01T00:00:00Z', validUntil: '2023-01-01T00:00:00Z' },
      '/validUntil',
      'validity-reversed',
    ],
    ['with a status without type', { credentialStatus: { id: 'urn:x:1' } }, '/credentialStatus', 'missing'],
    ['with a number as status type', { credentialStatus: { type: 2 } }, '/credentialStatus/type', 'wrong-type'],
    ['with a status id that is no URL', { credentialStatus: { type: 'Word', id: 'https ://x' } }, '/credentialStatus/id', 'not-a-uri'],
    ['with two ids of a status', { credentialStatus: { type: 'Word', id: ['urn:x:1', 'urn:x:2'] } }, '/credentialStatus/id', 'too-many'],
    ['with an index as a number', status({ statusListIndex: 3 }), '/credentialStatus/statusListIndex', 'not-an-index'],
    ['with a negative index', status({ statusListIndex: '-1' }), '/credentialStatus/statusListIndex', 'not-an-index'],
    ['without a purpose', status({ statusPurpose: undefined }), '/credentialStatus/statusPurpose', 'wrong-type'],
    ['with a list that is no URL', status({ statusListCredential: 'list' }), '/credentialStatus/statusListCredential', 'not-a-uri'],
    ['with the list as id', status({ id: entry.statusListCredential }), '/credentialStatus/id', 'status-id-is-list'],
    ['with a status of no size', status({ statusSize: 0 }), '/credentialStatus/statusSize', 'wrong-type'],
    ['with a big status without messages', status({ statusSize: 2 }), '/credentialStatus', 'missing'],
    ['with too few messages', status({ statusMessage: [] }), '/credentialStatus/statusMessage', 'wrong-type'],
    ['with a reference that is no URL', status({ statusReference: 'here' }), '/credentialStatus/statusReference', 'not-a-uri'],
    ['with a schema without type', { credentialSchema: { id: 'urn:x:1' } }, '/credentialSchema', 'missing'],
    ['with a schema without id', { credentialSchema: [{ type: 'JsonSchema' }] }, '/credentialSchema/0', 'missing'],
    ['with a schema whose id is a number', { credentialSchema: { type: 'JsonSchema', id: 4 } }, '/credentialSchema/id', 'wrong-type'],
    ['with a refresh service without type', { refreshService: { id: 'urn:x:1' } }, '/refreshService', 'missing'],
    ['with terms of use without type', { termsOfUse: [{ id: 'urn:x:1' }] }, '/termsOfUse/0', 'missing'],
    ['with evidence without type', { evidence: [{ type: 'Word' }, {}] }, '/evidence/1', 'missing'],
    ['with a text as evidence', { evidence: 'https://a.example' }, '/evidence', 'wrong-type'],
    ['with a confidence method without type', { confidenceMethod: {} }, '/confidenceMethod', 'missing'],
    ['with a render method without type', { renderMethod: [{}] }, '/renderMethod/0', 'missing'],
    ['with resources as text', resources('https://a.example'), '/relatedResource/0', 'wrong-type'],
    ['with a resource without id', resources({ digestSRI: sha256 }), '/relatedResource/0', 'missing'],
    ['with a resource twice', resources(resource, resource), '/relatedResource/1/id', 'duplicate-id'],
    ['with a resource without digest', resources({ id: 'urn:x:1' }), '/relatedResource/0', 'digest-missing'],
    [
      'with a digest of another length',
      resources({ ...resource, digestSRI: 'sha256-AAAA' }),
      '/relatedResource/0/digestSRI',
      'not-a-digest',
    ],
    [
      'with a digest in hexadecimal',
      resources({ ...resource, digestSRI: `sha256-${'ab'.repeat(32)}` }),
      '/relatedResource/0/digestSRI',
      'not-a-digest',
    ],
    ['with an unknown algorithm', resources({ ...resource, digestSRI: 'md5-AAAA' }), '/relatedResource/0/digestSRI', 'not-a-digest'],
    [
      'with a multibase of no digest',
      resources({ id: 'urn:x:1', digestMultibase: 'uAAAA' }),
      '/relatedResource/0/digestMultibase',
      'not-a-digest',
    ],
    ['with null as proof', { proof: null }, '/proof', 'null-value'],
    ['with no proofs', { proof: [] }, '/proof', 'empty'],
    ['with a text as proof', { proof: 'z1' }, '/proof', 'wrong-type'],
    ['with a proof without type', { proof: { ...proof, type: undefined } }, '/proof/type', 'wrong-type'],
    ['with a proof without suite', { proof: { ...proof, cryptosuite: undefined } }, '/proof/cryptosuite', 'wrong-type'],
    ['with a number as suite', { proof: { ...proof, cryptosuite: 1 } }, '/proof/cryptosuite', 'wrong-type'],
    ['with null as proof value', { proof: { ...proof, proofValue: null } }, '/proof/proofValue', 'null-value'],
    ['with a relative method', { proof: { ...proof, verificationMethod: '#key' } }, '/proof/verificationMethod', 'not-a-uri'],
    ['with a number as purpose', { proof: { ...proof, proofPurpose: 1 } }, '/proof/proofPurpose', 'wrong-type'],
    ['with a proof made at no time', { proof: { ...proof, created: 'yesterday' } }, '/proof/created', 'not-a-date-time'],
    ['with a proof made in no zone', { proof: { ...proof, created: '2023-01-01T00:00:00' } }, '/proof/created', 'not-a-date-time'],
    ['with a proof that ends at no time', { proof: { ...proof, expires: 'soon' } }, '/proof/expires', 'not-a-date-time'],
    ['with a number as domain', { proof: { ...proof, domain: [1] } }, '/proof/domain/0', 'wrong-type'],
    ['with a number as challenge', { proof: { ...proof, challenge: 1 } }, '/proof/challenge', 'wrong-type'],
    ['with a number as previous proof', { proof: { ...proof, previousProof: 4 } }, '/proof/previousProof', 'wrong-type'],
    ['with a proof whose id is no URL', { proof: { ...proof, id: '456321' } }, '/proof/id', 'not-a-uri'],
    ['with two proofs of one id', proofs({ ...proof, id: 'urn:x:1' }, { ...proof, id: 'urn:x:1' }), '/proof/1/id', 'duplicate-id'],
  ])('%s', (_, changes, pointer, code) => {
    expect(checkCredential(credential(changes))).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('when it is no object, or nested too deep', () => {
    for (const value of [null, undefined, 'x', 1, [], [credential()]]) expect(checkCredential(value)).not.toEqual([]);
    let deep: unknown = {};
    for (let i = 0; i < 100; i += 1) deep = { a: deep };
    expect(checkCredential(credential({ credentialSubject: deep }))).toEqual([expect.objectContaining({ code: 'too-deep' })]);
  });

  it('never throws, and is never content with nothing', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => checkCredential(value).length > 0 && checkPresentation(value).length > 0));
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(credential())), fc.jsonValue(), (term, value) =>
        Array.isArray(checkCredential(credential({ [term]: value }))),
      ),
    );
  });
});

describe('a credential of VC 1.1', () => {
  it.each<[string, Changes]>([
    ['with the least that it needs', {}],
    ['with a date without zone', { issuanceDate: '2023-01-01T00:00:00' }],
    ['with names of its own vocabulary', { name: { any: 'thing' } }],
    ['with a status', { credentialStatus: { id: 'urn:x:1', type: 'Word' } }],
  ])('conforms %s', (_, changes) => {
    expect(checkCredential(first(changes))).toEqual([]);
    expect(dataModelOf(first(changes))).toBe('1.1');
  });

  it.each<[string, Changes, string, string]>([
    ['without a date of issue', { issuanceDate: undefined }, '', 'missing'],
    ['with a status without id', { credentialStatus: { type: 'Word' } }, '/credentialStatus', 'missing'],
    ['with a refresh service without id', { refreshService: { type: 'Word' } }, '/refreshService', 'missing'],
    ['ending before it begins', { expirationDate: '2020-01-01T00:00:00Z' }, '/expirationDate', 'validity-reversed'],
  ])('does not conform %s', (_, changes, pointer, code) => {
    expect(checkCredential(first(changes))).toContainEqual(expect.objectContaining({ pointer, code }));
  });
});
