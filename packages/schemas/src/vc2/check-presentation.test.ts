import { describe, expect, it } from 'vitest';
import { checkPresentation } from './check.js';
import { type Changes, credential, first, proof, V2 } from './credentials.fixture.js';
import { checkEnveloped } from './envelope.js';

function presentation(changes: Changes = {}): Record<string, unknown> {
  return { '@context': [V2], type: ['VerifiablePresentation'], verifiableCredential: [credential()], ...changes };
}

describe('a presentation', () => {
  const envelope = { '@context': V2, id: 'data:application/vc+jwt,eyJ.e.e', type: 'EnvelopedVerifiableCredential' };

  it.each<[string, Changes]>([
    ['of one credential', {}],
    ['of none', { verifiableCredential: [] }],
    ['that says nothing about credentials', { verifiableCredential: undefined }],
    ['of one without a list', { verifiableCredential: credential() }],
    ['of an envelope', { verifiableCredential: [envelope] }],
    ['by a holder', { holder: 'did:example:ada' }],
    ['by a holder as an object', { holder: { id: 'did:example:ada' } }],
    ['of older credentials', { verifiableCredential: [first()] }],
    ['with a proof', { proof: { ...proof, proofPurpose: 'authentication', domain: 'a.example', challenge: 'x' } }],
  ])('%s conforms', (_, changes) => {
    const value = Object.fromEntries(Object.entries(presentation(changes)).filter(([, item]) => item !== undefined));
    expect(checkPresentation(value)).toEqual([]);
  });

  it.each<[string, Changes, string, string]>([
    ['without type', { type: ['Word'] }, '/type', 'wrong-class'],
    ['with its contexts in another order', { '@context': [{}, V2] }, '/@context/0', 'context'],
    ['of a text', { verifiableCredential: ['https://a.example'] }, '/verifiableCredential/0', 'wrong-type'],
    ['of a number', { verifiableCredential: 1 }, '/verifiableCredential', 'wrong-type'],
    ['of a credential without type', { verifiableCredential: [credential({ type: undefined })] }, '/verifiableCredential/0', 'missing'],
    [
      'of an envelope without context',
      { verifiableCredential: [{ ...envelope, '@context': [] }] },
      '/verifiableCredential/0/@context',
      'context',
    ],
    ['by a holder without a URL', { holder: { id: 'z6Mk' } }, '/holder/id', 'not-a-uri'],
    ['by two holders', { holder: ['urn:x:1'] }, '/holder', 'too-many'],
    ['with an id that is none', { id: 'nowhere' }, '/id', 'not-a-uri'],
  ])('%s does not conform', (_, changes, pointer, code) => {
    expect(checkPresentation(presentation(changes))).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('envelopes name their context, their one type and a data: URL', () => {
    expect(checkEnveloped(envelope)).toEqual([]);
    expect(checkEnveloped({ ...envelope, '@context': [V2, 'https://a.example'] })).toEqual([]);
    expect(checkEnveloped({ ...envelope, '@context': 'https://www.w3.org/ns/credentials/examples/v2' })).toHaveLength(1);
    expect(checkEnveloped({ ...envelope, id: 'eyJ.e.e' })).toHaveLength(1);
    expect(checkEnveloped({ ...envelope, type: [envelope.type, 'VerifiableCredential'] })).toHaveLength(1);
    expect(checkEnveloped(null)).toHaveLength(1);
  });
});
