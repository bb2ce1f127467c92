import type { Json, JsonObject } from '@proofmark/primitives';
import { describe, expect, it } from 'vitest';
import { credential } from '../credential.fixture.js';
import { canonicaliseCompiled } from './canonicalise-compiled.js';
import { compare, sha256 } from './compare.fixture.js';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';
const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

type Case = readonly [sentence: string, document: JsonObject];

/** The fixture's subject with other members. */
const subject = (changes: JsonObject): JsonObject =>
  credential({ credentialSubject: { id: 'urn:s', type: ['AchievementSubject'], ...changes } });
const evidence = (...items: Json[]): JsonObject => credential({ evidence: items });
const clr = (changes: JsonObject): JsonObject => ({
  '@context': [V2, CLR, OB],
  id: 'urn:clr',
  type: ['VerifiableCredential', 'ClrCredential'],
  credentialSubject: { type: ['ClrSubject'], ...changes },
});
const proof = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-01-02T03:04:05Z',
  proofPurpose: 'assertionMethod',
};
const emptyList = { type: ['ResultDescription'], allowedValue: [] };
const endorsement = { '@context': [V2, OB], id: 'urn:e', type: ['VerifiableCredential', 'EndorsementCredential'] };

describe('the compiled path', () => {
  it.each<Case>([
    ['a badge', credential()],
    ['a badge without an id', without(credential(), 'id')],
    ['an endorsement with its own context and proof', credential({ endorsement: [{ ...endorsement, proof: [proof, proof] }] })],
    ['an endorsement under the contexts of the badge', credential({ endorsement: [{ ...without(endorsement, '@context'), proof }] })],
    [
      'a data integrity context, whose terms are those of the first',
      credential({ '@context': [V2, OB, DATA_INTEGRITY, EXTENSIONS], proof }),
    ],
    ['one context as a text', { '@context': V2, id: 'urn:x', name: 'Name' }],
    ['the same context again', credential({ '@context': [V2, OB, V2, OB] })],
    ['contexts in another order', credential({ '@context': [OB, V2] })],
    [
      'the same words twice',
      credential({ type: ['VerifiableCredential', 'OpenBadgeCredential', 'AchievementCredential', 'VerifiableCredential'] }),
    ],
    [
      'two nodes of one id',
      evidence({ id: 'urn:e', type: ['Evidence'], name: 'A' }, { id: 'urn:e', type: ['Evidence'], name: 'A', genre: 'B' }),
    ],
    [
      'nodes that say the same',
      evidence({ type: ['Evidence'], name: 'A' }, { type: ['Evidence'], name: 'A' }, { type: ['Evidence'], name: 'A' }),
    ],
    ['a node with an empty set and nothing else', evidence({ name: [] }, { name: [] })],
    [
      'an empty list',
      subject({ achievement: { type: ['Achievement'], resultDescription: [{ type: ['ResultDescription'], allowedValue: [] }] } }),
    ],
    ['a list with one word twice', list('A', 'A', 'B')],
    ['a list of one', list('A')],
    ['a proof that is nothing but an empty set', credential({ proof: { type: [], name: [] } })],
    [
      'texts with a language',
      credential({ name: { '@value': 'Ü', '@language': 'DE-at' }, description: [{ '@value': 'a', '@language': 'en' }, 'a'] }),
    ],
    [
      'a text with a language twice',
      credential({
        name: [
          { '@value': 'a', '@language': 'en' },
          { '@language': 'EN', '@value': 'a' },
        ],
      }),
    ],
    ['numbers that print a point', subject({ creditsEarned: [0.1, 1.5e-7, -2.5e21, 123456789.125] })],
    ['numbers that print none', subject({ creditsEarned: [0, 1, -1, 2 ** 53, 1e20, 999999999999999900000] })],
    ['a number too small to print a point', subject({ creditsEarned: 1e-7 })],
    ['numbers too large for an integer', subject({ creditsEarned: [1e21, -1e21, 1.7976931348623157e308] })],
    ['numbers without a type', credential({ name: [1, 1.5, 1e21, -1e22, 1e-7, true] })],
    ['zero with and without a sign', credential({ name: [0, -0], description: -0 })],
    ['a text where a number belongs', subject({ creditsEarned: ['1', '1.0'] })],
    ['every character that is escaped', credential({ name: Array.from({ length: 0xa0 }, (_, i) => String.fromCharCode(i)).join('') })],
    ['characters beyond the first plane, and halves of them', credential({ name: '🎓𝔘\u2028\ufeff', description: '\ud83c and \udf93' })],
    ['an address with other letters', credential({ id: 'https://badges.example/ü/数/🎓' })],
    ['characters that no address may have', credential({ id: 'urn:\u0001<x>|^`{}\\"\u007f' })],
    ['a type by its address', credential({ type: ['VerifiableCredential', 'https://x.example/#Type', 'urn:type'] })],
    ['a reference in words', credential({ issuer: 'did:web:acme.example' })],
    ['a text that is the name of a prototype', credential({ name: '__proto__' })],
    ['an empty graph', credential({ proof: [] })],
    ['types that bring several contexts', subject({ type: ['Profile', 'AchievementSubject'], givenName: 'Ada' })],
    ['a presentation, whose credentials begin anew', presentation({ ...endorsement, name: 'E' })],
    [
      'a transcript',
      clr({
        verifiableCredential: [{ '@context': [V2, OB], id: 'urn:c', type: ['VerifiableCredential', 'OpenBadgeCredential'], name: 'C' }],
      }),
    ],
  ])('gives the bytes of the full processor for %s', async (_, document) => {
    expect(await compare(document)).toBe('same');
  });
});

describe('the compiled path, for input that can be read in two ways', () => {
  it.each<Case>([
    ['two addresses in one text, which is what they are remembered by', credential({ '@context': `${V2} ${OB}` })],
    ['arrays in the array', credential({ '@context': [[V2], [OB]] })],
    ['a context that is an object', credential({ '@context': [V2, OB, { colour: 'urn:colour' }] })],
    ['no context', without(credential(), '@context')],
    ['a context by the name of a member of every object', credential({ '@context': ['toString'] })],
    ['a context of VC 1.1', credential({ '@context': ['https://www.w3.org/2018/credentials/v1', OB] })],
    ['revisions that contradict each other', credential({ '@context': [V2, OB, OB.replace('3.0.3', '3.0.2')] })],
    ['types that contradict each other', subject({ type: ['AchievementSubject', 'IdentifierEntry'] })],
    ['a prefix of the surrounding type, in a reference', clr({ achievement: [{ id: 'cred:x' }] })],
    ['a prefix of the own type', clr({ id: 'obi:x' })],
    ['a prefix where it is none', credential({ id: 'cred:x' })],
    ['JSON literals', { '@context': [V2], id: 'urn:x', type: ['JsonSchema'], jsonSchema: { id: 'urn:y' } }],
    ['empty JSON literals', { '@context': [V2], id: 'urn:x', _sd: [] }],
    ['a comma in a scheme', credential({ id: 'a,b:c' })],
    ['a relative address', credential({ id: 'credentials/1' })],
    ['a blank node by name', credential({ id: '_:b0' })],
    ['no address', credential({ id: '' })],
    ['a proof that is only a reference', credential({ proof: { id: 'urn:proof' } })],
    ['a proof by its address', credential({ proof: 'urn:proof' })],
    ['a credential in a presentation that says nothing', presentation({ '@context': [V2, DATA_INTEGRITY], proof: [] })],
    ['numbers that differ and read the same', subject({ creditsEarned: [1e-7, 2e-7] })],
    ['a number and its text', subject({ creditsEarned: [1, '1'] })],
    ['two empty lists of one node', evidence({ id: 'urn:e', ...emptyList }, { id: 'urn:e', ...emptyList })],
    ['null', credential({ name: null })],
    ['an array in an array', credential({ name: [['a']] })],
    ['a node that says nothing', evidence({})],
    ['a document that says nothing', { '@context': [V2, OB], id: 'urn:x' }],
    ['a direction', credential({ name: { '@value': 'a', '@language': 'ar', '@direction': 'rtl' } })],
    ['a text without a language', credential({ name: { '@value': 'a' } })],
    ['a language that is none', credential({ name: { '@value': 'a', '@language': 'not a tag' } })],
    ['a number with a language', credential({ name: { '@value': 1, '@language': 'en' } })],
    ['a word that is not defined', credential({ colour: 'red' })],
    ['words of every object', credential({ constructor: 'x' } as JsonObject)],
    ['a keyword', credential({ '@type': ['Achievement'] })],
    ['an alias of a keyword as a type', credential({ type: ['VerifiableCredential', 'id'] })],
    [
      'a type of its own prototype',
      JSON.parse('{"@context":["https://www.w3.org/ns/credentials/v2"],"__proto__":{"type":"Profile"},"name":"x"}'),
    ],
    ['a number as an address', credential({ issuer: 5 })],
    ['a document 33 nodes deep', deep(33)],
    ['a name that is undefined', credential({ name: undefined as never })],
    ['an id that is undefined', credential({ id: undefined as never })],
    ['a type that is undefined', credential({ type: undefined as never })],
    ['a context that is undefined', evidence({ '@context': undefined as never, id: 'urn:e', name: 'E' })],
    ['nothing under a name', evidence({ name: [undefined as never] })],
    ['what is no number', subject({ creditsEarned: Number.NaN })],
    ['what is no JSON', subject({ creditsEarned: (() => 1) as never })],
  ])('leaves to the full processor: %s', async (_, document) => {
    expect(await compare(document)).toMatch(/^left/);
  });

  it('leaves a document with too many values, nodes or contexts to the full processor', () => {
    const many = (count: number, make: (i: number) => Json): Json[] => Array.from({ length: count }, (_, i) => make(i));
    expect(canonicaliseCompiled(credential({ name: many(60_000, String) }), sha256)).toBeNull();
    expect(canonicaliseCompiled(evidence(...many(6_000, (i) => ({ name: `${i}` }))), sha256)).toBeNull();
    const orders = many(1000, (i) => ({
      '@context': Array.from({ length: 5 }, (_, at) => [V2, OB, EXTENSIONS][Math.floor(i / 3 ** at) % 3] as string),
      id: 'urn:x',
    }));
    expect(canonicaliseCompiled(credential({ endorsement: orders }), sha256)).toBeNull();
  });

  it('gives the same answer when its cache is warm', async () => {
    for (const _ of [1, 2]) {
      expect(await compare(credential({ '@context': `${V2} ${OB}` }))).toMatch(/^left/);
      expect(await compare(credential())).toBe('same');
    }
  });
});

function without(document: JsonObject, member: string): JsonObject {
  const { [member]: _, ...rest } = document;
  return rest as JsonObject;
}

function list(...allowedValue: string[]): JsonObject {
  return subject({ achievement: { type: ['Achievement'], resultDescription: [{ type: ['ResultDescription'], allowedValue }] } });
}

function presentation(verifiableCredential: JsonObject): JsonObject {
  return { '@context': [V2], type: ['VerifiablePresentation'], verifiableCredential, proof };
}

function deep(levels: number): JsonObject {
  let parentOrg: JsonObject = { type: 'Profile', name: 'last' };
  for (let i = 2; i < levels; i++) parentOrg = { type: 'Profile', parentOrg };
  return credential({ issuer: parentOrg });
}
