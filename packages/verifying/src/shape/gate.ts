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
} from '@proofmark/schemas';
import { checkContexts } from './contexts.js';
import { checkExclusiveIds } from './exclusive-ids.js';
import { type GateFindings, gateFindings } from './findings.js';
import { isDisguised, isSpelledOut } from './iris.js';
import { checkContradictions, mergeNodes } from './merge.js';
import { isCredentialClass, isExclusive, Occurrences } from './occurrences.js';
import type { Place } from './place.js';
import { propertyAt } from './property-at.js';
import { type OnConflict, readingOf } from './reading.js';
import { isPlainText } from './same-value.js';

/** What the gate says of a credential, and the credential as its checks and views read it. */
export interface Shape {
  readonly outcome: Outcome;
  readonly reading: JsonObject;
}

interface Walk {
  readonly found: GateFindings;
  readonly places: Occurrences;
  /** Inside a credential that stands in the root. */
  readonly inside: boolean;
  /** Set when a value stands in another form than it is read in: alone in an array, or as the value of an object. */
  readonly form: { isLoose: boolean };
}

function walkFrom(): Walk {
  return { found: gateFindings(), places: new Occurrences(), inside: false, form: { isLoose: false } };
}

/** Type names of the contexts that no class here asks for. */
const OTHER_TYPES = `Criteria DataIntegrityProof Ed25519Signature2020 Ed25519Signature2018 EcdsaSecp256k1Signature2019
  EcdsaSecp256r1Signature2019 RsaSignature2018 JsonSchema JsonSchemaCredential EnvelopedVerifiablePresentation`.split(/\s+/);
let knownTypes: ReadonlySet<string> | undefined;

function isKnownType(word: string): boolean {
  knownTypes ??= new Set([...classNames().flatMap((name) => classOf(name).types.flat()), ...EXTENSION_TYPES, ...OTHER_TYPES]);
  return knownTypes.has(word);
}

/**
 * The shape gate, for proofs that sign RDF statements (Data Integrity with RDFC): every statement about a credential comes from that
 * credential's own root object, every term is written in a spelling that the checks read, and no node has two meanings.
 * In: a credential whose depth is bounded. Out: `passed`, `failed(restructured)`, or `unknown` with the word or the id.
 * Its proofs are not looked at here (each is signed by itself): see `proofGate`.
 */
export function shapeGate(credential: JsonObject): Outcome {
  return readShape(credential, 'no-value').outcome;
}

/** The same, with the reading of the credential. `onConflict`: how it reads a term that has two values where it is single. */
export function readShape(credential: JsonObject, onConflict: OnConflict): Shape {
  const walk = walkFrom();
  const { found, places, form } = walk;
  const className = documentClassOf(credential) ?? 'VerifiableCredential';
  walkNode(walk, credential, className, '', ['proof']);
  checkExclusiveIds(places, found);
  const merged = mergeNodes(places);
  checkContradictions(places, merged, found);
  const isPlain = merged.size === 0 && !form.isLoose && !hasCopies(places);
  const reading = isPlain ? credential : readingOf(credential, className, merged, onConflict, places.count);
  if (reading === null) found.exceeded('nodes');
  return { outcome: found.outcome(), reading: reading ?? credential };
}

/** The same for one embedded proof of the root: its members in their one spelling. */
export function proofGate(proof: JsonObject): Outcome {
  const walk = walkFrom();
  walkNode(walk, proof, 'Proof', '/proof', []);
  return walk.found.outcome();
}

function walkNode(outer: Walk, node: JsonObject, className: ClassName, place: Place, skipped: readonly string[]): void {
  const { found } = outer;
  const { properties } = classOf(className);
  const mayHaveContext = properties.has('@context');
  const isCredential = mayHaveContext && className !== 'Proof';
  const inside = outer.inside || (place !== '' && isCredentialClass(className));
  // Proofs are graphs of their own.
  const walk = className === 'Proof' ? { ...outer, places: new Occurrences() } : inside === outer.inside ? outer : { ...outer, inside };
  walk.places.count += 1;
  if (typeof node.id === 'string') walk.places.add({ node, className, place, inside });
  for (const key of Object.keys(node)) {
    const value = node[key];
    if (skipped.includes(key) || value === undefined) continue;
    const property = key === 'type' || key === '@context' ? undefined : (properties.get(key) ?? propertyAt(className, key, node));
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

function checkTypes(found: GateFindings, value: Json, place: Place): void {
  for (const word of Array.isArray(value) ? (value as readonly Json[]) : [value]) {
    // The schema finds what is no word.
    if (typeof word !== 'string') continue;
    if (isSpelledOut(word)) found.restructured(word, place);
    // An absolute address of someone else's vocabulary adds a class, and no word that a check reads.
    else if (!isKnownType(word) && !/^https?:\/\//.test(word)) found.foreign(word, place);
  }
}

function walkProperty(walk: Walk, value: Json, property: PropertyDefinition, place: Place): void {
  if (!Array.isArray(value)) {
    walkValue(walk, value, property, place);
    return;
  }
  // One value in an array is the same statement as the value alone; of several, and of arrays in it, the schema tells.
  if (!property.many) walk.form.isLoose = true;
  (value as readonly Json[]).forEach((item, index) => {
    const at = { within: place, key: index };
    if (Array.isArray(item)) walkProperty(walk, item, property, at);
    else walkValue(walk, item, property, at);
  });
}

function walkValue(walk: Walk, value: Json, property: PropertyDefinition, place: Place): void {
  const { found } = walk;
  const { name, kind, classes } = property;
  if (typeof value === 'string') {
    if ((kind === 'id' || kind === 'object') && isDisguised(value)) found.restructured(name, place);
    // Any label of a blank node says the same.
    if ((kind === 'id' || kind === 'object') && value.startsWith('_:')) found.foreign(name, place);
    if (kind === 'object')
      walk.places.add({ node: { id: value }, className: classes[0] as ClassName, place, inside: walk.inside, isName: true });
  } else if (isObject(value)) {
    if (kind === 'object') walkNode(walk, value, chooseClass(classes, value), place, []);
    else if (kind === 'text' && isProse(value)) walk.form.isLoose ||= isPlainText(value);
    else if (kind === 'text' && !Object.keys(value).some((key) => key.startsWith('@'))) found.foreign(Object.keys(value)[0] ?? name, place);
    else found.restructured(name, place);
  }
}

/** Text as an object, with its language if it says one. */
function isProse(value: JsonObject): boolean {
  const keys = Object.keys(value);
  return (
    typeof value['@value'] === 'string' &&
    ['@language', '@direction'].every((key) => (value[key] ?? null) === null || typeof value[key] === 'string') &&
    keys.every((key) => key === '@value' || key === '@language' || key === '@direction')
  );
}

/** Whether a credential or a status entry stands there twice. */
function hasCopies({ byId }: Occurrences): boolean {
  for (const places of byId.values()) if (places.length > 1 && places.filter(isExclusive).length > 1) return true;
  return false;
}
