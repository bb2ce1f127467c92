import type { Json, JsonObject } from '@proofmark/primitives';
import { classNames, classOf, knownTerms } from '@proofmark/schemas';
import fc from 'fast-check';
import { documents } from './documents.fixture.js';
import { COMPILED_URLS } from './render-tables.js';

type Members = Record<string, Json | undefined>;

const [V2 = '', OB = ''] = COMPILED_URLS;
const TYPES = classNames().flatMap((name) => classOf(name).types.flat());
const TERMS = [...knownTerms()];

/** Keys that a document may have and a badge has not. */
const KEYS = [
  '@id', '@type', '@value', '@language', '@direction', '@index', '@list', '@set', '@graph', '@included', '@reverse', '@nest', '@none', '@json',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', 'cred', 'obi', 'xsd', 'jsonSchema', '_sd', 'cnf', 'jwk', 'kid', '...', '',
  'https://schema.org/name', 'cred:evidence', 'colour', 'assertionMethod', 'verifiableCredential', 'proof', 'statusMessage',
]; // biome-ignore format: a list of words

const VALUES: readonly (Json | undefined)[] = [
  null, undefined, true, false, 0, -0, 1, -1, 1.5, 1e-7, 2e-7, 1e21, -1e21, 1e300, 2 ** 53, '', 'x', '_:b1', 'cred:x', 'obi:x', 'obi://x', 'xsd:x', 'id',
  'type', '@id', '@json', '@type', 'relative/iri', 'Achievement', 'urn:x', 'urn:uuid:1', 'urn:x y', 'urn:\u0001', 'urn:\u00a0', 'urn:<x>', 'a,b:c', 'http:', 'h:',
  '\ud800', '\udc00x', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#nil', [], {}, [[]], [null], [{}], ['x', 'x'], [1, '1'], [true, 'true'], [1e-7, 2e-7], [0, -0],
  { id: 'urn:uuid:1' }, { id: '' }, { id: null }, { id: 'cred:x' }, { id: 'urn:a', type: [] }, { type: [] }, { type: 'Profile' }, { name: 'x' }, { name: [] },
  { name: null }, { '@value': 'x' }, { '@value': 'x', '@language': 'EN' }, { '@value': 'x', '@language': 'not a tag' }, { '@value': 1, '@language': 'en' },
  { '@value': 'x', '@type': 'urn:t' }, { '@value': null }, { '@list': ['a'] }, { '@set': ['a'] }, { '@id': 'urn:uuid:1' }, { '@graph': [] }, { en: 'x' },
  { '@value': 'x', '@language': 'en', '@direction': 'rtl' }, [{ '@value': 'x', '@language': 'en' }, { '@value': 'x', '@language': 'EN' }],
  { '@context': [V2, OB], id: 'urn:uuid:1' }, { '@context': V2, type: 'Profile' }, { '@context': null, id: 'urn:x' },
]; // biome-ignore format: a list of values

const CONTEXTS: readonly (Json | undefined)[] = [
  null, undefined, [], '', {}, V2, OB, [V2], [OB], [V2, OB], [OB, V2], `${V2} ${OB}`, [[V2, OB]], [[V2], [OB]], [V2, [OB]], [V2, {}], [V2, null], [null, V2],
  [V2, { name: 'urn:name' }], { '@vocab': 'urn:v#' }, [V2, V2, OB, OB], 'https://evil.example/', ['constructor'], 'toString', [V2, 1], ...COMPILED_URLS, [...COMPILED_URLS],
  [...COMPILED_URLS].reverse(), [V2, 'https://www.w3.org/2018/credentials/v1'],
]; // biome-ignore format: a list of values

/** Randomly mutated documents: most are refused by every processor, some have another meaning than before. */
export function brokenDocuments(): fc.Arbitrary<JsonObject> {
  return fc.gen().map((draw) => {
    const one = <T>(items: readonly T[]): T => items[draw(() => fc.noBias(fc.nat(items.length - 1)))] as T;
    const document = structuredClone(draw(documents)) as Members;
    for (let left = one([1, 1, 1, 2, 2, 3, 5]); left > 0; left--) mutate(document, one);
    return document as JsonObject;
  });
}

function mutate(document: Members, one: <T>(items: readonly T[]) => T): void {
  const nodes = nodesOf(document);
  const node = one(nodes);
  const names = Object.keys(node).filter((name) => name !== '@context');
  const name = one(names.length > 0 ? names : ['name']);
  const other = one(nodes);
  switch (
    one([
      'value',
      'value',
      'value',
      'key',
      'key',
      'rename',
      'rename',
      'drop',
      'wrap',
      'copy',
      'merge',
      'id',
      'type',
      'type',
      'context',
      'context',
      'undefined',
    ])
  ) {
    case 'value':
      return void put(node, name, structuredClone(one(VALUES)));
    case 'key':
      return void put(node, one([one(KEYS), one(TERMS)]), structuredClone(one(VALUES)));
    case 'rename': {
      const value = node[name];
      delete node[name];
      return void put(node, one([one(KEYS), one(TERMS)]), value);
    }
    case 'drop':
      return void delete node[name];
    case 'wrap':
      return void put(
        node,
        name,
        one<Json>([[node[name] ?? null], [[node[name] ?? null]], { '@set': node[name] ?? null }, { '@list': [node[name] ?? null] }]),
      );
    case 'copy':
      return void put(node, one([name, one(TERMS)]), structuredClone(other) as Json);
    case 'merge':
      return void Object.assign(node, structuredClone(other));
    case 'id':
      return void put(node, 'id', structuredClone(one([other.id, one(VALUES)])));
    case 'type':
      return void put(
        node,
        'type',
        one<Json | undefined>([one(TYPES), [one(TYPES), one(TYPES)], [one(TYPES), one(TYPES), one(TYPES)], one(VALUES)]),
      );
    case 'context':
      return void put(one([node, document]), '@context', structuredClone(one(CONTEXTS)));
    case 'undefined':
      return void put(node, one([name, 'id', 'type', '@context', one(TERMS)]), undefined);
  }
}

/** As `JSON.parse` would put it: `__proto__` is a member like any other. */
function put(node: Members, name: string, value: Json | undefined): void {
  Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true });
}

function nodesOf(value: Json | undefined | Members): Members[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  const object = value as Members;
  return [object, ...Object.keys(object).flatMap((name) => nodesOf(object[name]))];
}
