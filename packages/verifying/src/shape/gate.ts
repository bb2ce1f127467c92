import { isObject } from '@proofmark/primitives';
import {
  type ClassName,
  chooseClass,
  classNames,
  classOf,
  credentialTerms,
  documentClassOf,
  EXTENSION_TYPES,
  type Json,
  type JsonObject,
  type Outcome,
  type PropertyDefinition,
  propertyOf,
  typesOf,
} from '@proofmark/schemas';
import { checkContexts } from './contexts.js';
import { type GateFindings, gateFindings } from './findings.js';
import { type Identities, identities } from './identities.js';
import { isDisguised, isSpelledOut } from './iris.js';
import type { Place } from './place.js';

interface Walk {
  readonly found: GateFindings;
  readonly ids: Identities;
}

const OTHER_TYPES = ['DataIntegrityProof', 'Ed25519Signature2020', 'Ed25519Signature2018', 'JsonSchema', 'JsonSchemaCredential'];
let knownTypes: ReadonlySet<string> | undefined;

function isKnownType(word: string): boolean {
  knownTypes ??= new Set([...classNames().flatMap((name) => classOf(name).types.flat()), ...EXTENSION_TYPES, ...OTHER_TYPES]);
  return knownTypes.has(word);
}

/**
 * The shape gate, for proofs that sign RDF statements (Data Integrity with RDFC): every statement about a credential comes from that
 * credential's own root object, and every term is written in the one spelling that the checks read.
 * In: a credential whose depth is bounded. Out: `passed`, `failed(restructured)`, or `unknown(unsupported-vocabulary)` with the word.
 * Its proofs are not looked at here (each is signed by itself): see `proofGate`.
 */
export function shapeGate(credential: JsonObject): Outcome {
  const walk: Walk = { found: gateFindings(), ids: identities() };
  walkNode(walk, credential, documentClassOf(credential) ?? 'VerifiableCredential', '', ['proof']);
  walk.ids.check(walk.found);
  return walk.found.outcome();
}

/** The same for one embedded proof of the root: its members in their one spelling. */
export function proofGate(proof: JsonObject): Outcome {
  const walk: Walk = { found: gateFindings(), ids: identities() };
  walkNode(walk, proof, 'Proof', '/proof', []);
  return walk.found.outcome();
}

function walkNode(walk: Walk, node: JsonObject, className: ClassName, place: Place, skipped: readonly string[]): void {
  const { found } = walk;
  const { properties } = classOf(className);
  const mayHaveContext = properties.has('@context');
  const isCredential = mayHaveContext && className !== 'Proof';
  walk.ids.add(node, className, place);
  for (const key of Object.keys(node)) {
    const value = node[key];
    if (skipped.includes(key) || value === undefined) continue;
    const property = key === 'type' || key === '@context' ? undefined : (properties.get(key) ?? lookUp(className, key, node));
    if (property !== undefined) {
      // Nearly all of a badge: text where text belongs.
      if (typeof value !== 'string' || property.kind === 'id' || property.kind === 'object') {
        walkProperty(walk, value, property, { within: place, key });
      }
      continue;
    }
    const at = { within: place, key };
    if (key === '@context' && mayHaveContext) checkContexts(value, at, found);
    else if (key === '__proto__' || key.startsWith('@')) found.restructured(key, at);
    else if (key.includes(':')) (isSpelledOut(key) ? found.restructured : found.foreign)(key, at);
    else if (key === 'type') checkTypes(found, value, at);
    else if (!isCredential && credentialTerms().has(key)) found.restructured(key, at);
    else found.foreign(key, at);
  }
}

/** A subject may be typed `Profile` besides, to carry names (OB 3.0 implementation guide). */
function lookUp(className: ClassName, key: string, node: JsonObject): PropertyDefinition | undefined {
  const own = propertyOf(className, key);
  return own === undefined && className === 'AchievementSubject' && typesOf(node).includes('Profile') ? propertyOf('Profile', key) : own;
}

function checkTypes(found: GateFindings, value: Json, place: Place): void {
  for (const word of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    if (typeof word !== 'string') found.restructured('type', place);
    else if (isSpelledOut(word)) found.restructured(word, place);
    // An absolute address of someone else's vocabulary adds a class, and no word that a check reads.
    else if (!isKnownType(word) && !/^https?:\/\//.test(word)) found.foreign(word, place);
  }
}

function walkProperty(walk: Walk, value: Json, property: PropertyDefinition, place: Place): void {
  if (!Array.isArray(value)) {
    walkValue(walk, value, property, place);
    return;
  }
  const items = value as readonly Json[];
  // One value in an array is the same statement as the value alone; two are none that a single value could make.
  if (!property.many && !property.arrayOk && distinct(items) <= 1) walk.found.restructured(property.name, place);
  items.forEach((item, index) => {
    const at = { within: place, key: index };
    if (Array.isArray(item)) walk.found.restructured(property.name, at);
    else walkValue(walk, item, property, at);
  });
}

function distinct(items: readonly Json[]): number {
  return new Set(items.filter((item) => item !== null).map((item) => (typeof item === 'object' ? item : String(item)))).size;
}

function walkValue(walk: Walk, value: Json, property: PropertyDefinition, place: Place): void {
  const { found } = walk;
  const { name, kind, classes } = property;
  if (typeof value === 'string') {
    if ((kind === 'id' || kind === 'object') && isDisguised(value)) found.restructured(name, place);
  } else if (isObject(value)) {
    if (kind === 'object') walkNode(walk, value, chooseClass(classes, value), place, []);
    else if (kind === 'text' && isLanguageValue(value)) return;
    else if (kind === 'text' && !Object.keys(value).some((key) => key.startsWith('@'))) found.foreign(Object.keys(value)[0] ?? name, place);
    else found.restructured(name, place);
  }
}

/** Prose with a language is a statement of its own; without one it is the plain text in disguise. */
function isLanguageValue(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return (
    typeof value['@value'] === 'string' &&
    typeof value['@language'] === 'string' &&
    keys.every((key) => key === '@value' || key === '@language' || key === '@direction')
  );
}
