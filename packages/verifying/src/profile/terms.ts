import type { Predicate } from '@proofmark/proofs';
import { CLASSES, VOCABULARIES } from './tables.js';

/** One property of a class; `kind` as in the tables, '' for text. */
export interface ProfileProperty {
  readonly kind: string;
  readonly many: boolean;
  readonly predicate: Predicate;
}

/** One class: how its `type` is written, its properties by name, and the names of those that it must have. */
export interface ProfileClass {
  /** The words of `type`; empty where a node of this class has none. */
  readonly types: readonly string[];
  /** Whether `type` is one text, an array, or either. */
  readonly typeForm: 'text' | 'array' | 'any';
  /** The IRIs of `types`, as N-Quads write them. */
  readonly typeIris: readonly string[];
  readonly properties: ReadonlyMap<string, ProfileProperty>;
  readonly required: readonly string[];
  /** Whether `type` may end with the class of tests. */
  readonly mayBeTest: boolean;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

const iris = new Map<string, string>();
for (const [base, words] of VOCABULARIES) {
  for (const word of words.split(/\s+/)) {
    const [name = '', local = name] = word.split('=');
    iris.set(name, base + local);
  }
}

/** The address of a word, a class or a property, as N-Quads write it. */
export function iriOf(word: string): string {
  return `<${iris.get(word) ?? `https://purl.imsglobal.org/spec/vc/ob/vocab.html#${word}`}>`;
}

const predicates = new Map<string, Predicate>();

/** A predicate by its IRI as N-Quads write it, with its place among all that the profile has. */
function predicateOf(name: string): Predicate {
  if (predicates.size === 0) {
    const words = Object.values(CLASSES).flatMap((line) => line.match(/(?<=\s)\w+/g) ?? []);
    const names = new Set([...words.map(iriOf), ...['type', 'first', 'rest'].map((word) => `<${RDF}${word}>`)]);
    for (const [rank, one] of [...names].sort().entries()) predicates.set(one, { name: one, between: ` ${one} `, rank });
  }
  return predicates.get(name) as Predicate;
}

/** `rdf:type`, and what links the items of a list. */
export const TYPE: () => Predicate = () => predicateOf(`<${RDF}type>`);
export const FIRST: () => Predicate = () => predicateOf(`<${RDF}first>`);
export const REST: () => Predicate = () => predicateOf(`<${RDF}rest>`);
/** The empty list, as N-Quads write it. */
export const NIL: string = `<${RDF}nil>`;

const classes = new Map<string, ProfileClass>();

/** A class of the tables; undefined for a name that is none. They are read on first use and kept. */
export function classOf(name: string): ProfileClass | undefined {
  const known = classes.get(name);
  if (known !== undefined || !Object.hasOwn(CLASSES, name)) return known;
  const definition = parse(name, CLASSES[name] as string);
  classes.set(name, definition);
  return definition;
}

function parse(name: string, line: string): ProfileClass {
  const [words = '', ...rest] = line.split(/\s+/);
  const types = words === '-' ? [] : words.replace('=', '').split(',');
  const properties = new Map<string, ProfileProperty>();
  const required: string[] = [];
  for (const one of rest) {
    const [, property = '', marks = '', kind = ''] = /(\w+)([!*]*):?(.*)/.exec(one) ?? [];
    properties.set(property, { kind, many: marks.includes('*'), predicate: predicateOf(iriOf(property)) });
    if (marks.includes('!')) required.push(property);
  }
  const typeForm = types.length > 1 ? 'array' : words.startsWith('=') ? 'text' : 'any';
  const mayBeTest = name === 'OpenBadgeCredential';
  return { types, typeForm, typeIris: types.map(iriOf), properties, required, mayBeTest };
}
