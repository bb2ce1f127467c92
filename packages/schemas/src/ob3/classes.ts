import type { ClassDefinition, ClassName, Kind, PropertyDefinition } from './model.js';
import { CREDENTIAL_TERMS, TABLES } from './tables.js';
import { typesOf } from './types-of.js';

const KNOWN: ReadonlyMap<string, ClassName> = new Map((Object.keys(TABLES) as ClassName[]).map((name) => [name, name]));
const parsed = new Map<ClassName, ClassDefinition>();

function property(name: string, marks: string, kinds: string): PropertyDefinition {
  const many = marks.includes('*') || marks.includes('+');
  const names = kinds.split('|');
  // The very strings by which classes are looked up, not copies of them: that is several times as fast.
  const classes = names.flatMap((kind) => KNOWN.get(kind) ?? []);
  const vocabulary = kinds.startsWith('@') ? kinds.slice(1) : null;
  return {
    name,
    kind: classes.length > 0 ? 'object' : vocabulary !== null ? 'term' : (kinds as Kind),
    classes,
    idOk: classes.length > 0 && names.includes('id'),
    vocabulary,
    required: marks.includes('!') || marks.includes('+'),
    many,
    singleOk: many && marks.includes('~'),
    arrayOk: !many && marks.includes('~'),
  };
}

function parse(name: ClassName): ClassDefinition {
  const properties = new Map<string, PropertyDefinition>();
  const types: (readonly string[])[] = [];
  let typeRule: ClassDefinition['typeRule'] = 'optional';
  let closed = false;
  for (const word of TABLES[name].split(/\s+/)) {
    const base = word.startsWith('<') ? classOf(word.slice(1) as ClassName) : null;
    if (base !== null) {
      for (const inherited of base.properties.values()) properties.set(inherited.name, inherited);
      types.push(...base.types);
    } else if (word === 'closed') {
      closed = true;
    } else if (word === '=*') {
      typeRule = 'any';
    } else if (word.startsWith('=')) {
      typeRule = word.startsWith('==') ? 'exact' : 'contains';
      types.push(word.replace(/^=+/, '').split('|'));
    } else {
      const [, term = '', marks = '', kinds = ''] = /^([^!*+~:]+)([!*+~]*):(.+)$/.exec(word) ?? [];
      properties.set(term, property(term, marks, kinds));
    }
  }
  if (typeRule === 'optional' && types.length > 0) typeRule = 'contains';
  const typeMarks = typeRule === 'exact' ? '!' : typeRule === 'optional' ? '*~' : '+~';
  if (!TABLES[name].includes('type!~:type')) properties.set('type', property('type', typeMarks, 'type'));
  return { name, types, typeRule, closed, properties };
}

/** The definition of a class. The tables are read on first use and kept. */
export function classOf(name: ClassName): ClassDefinition {
  let definition = parsed.get(name);
  if (definition === undefined) {
    definition = parse(name);
    parsed.set(name, definition);
  }
  return definition;
}

/** The property that `term` is in a class, inherited ones and those of any open node included; undefined when it is none. */
export function propertyOf(name: ClassName, term: string): PropertyDefinition | undefined {
  const { properties, closed } = classOf(name);
  return properties.get(term) ?? (closed ? undefined : classOf('Node').properties.get(term));
}

/** Whether `term` is one that a node of any class may carry (`name`, `description`, `mediaType`, …). */
export function isNodeTerm(term: string): boolean {
  return classOf('Node').properties.has(term);
}

/** Every class name, in the order of the tables. */
export function classNames(): readonly ClassName[] {
  return [...KNOWN.values()];
}

/** Every term that some class knows. */
export function knownTerms(): ReadonlySet<string> {
  return new Set(classNames().flatMap((name) => [...classOf(name).properties.keys()]));
}

/** Terms that may stand only at a credential position: they state who, when, whether still valid, and on what grounds. */
export function credentialTerms(): ReadonlySet<string> {
  return new Set(CREDENTIAL_TERMS);
}

/** Whether the words of `type` satisfy a class. */
export function isA(name: ClassName, types: readonly string[]): boolean {
  return classOf(name).types.every((group) => group.some((word) => types.includes(word)));
}

/**
 * Which of several classes a node is meant to be: the first whose types it has, in its own data model, or the first of all when none fits.
 */
export function chooseClass(candidates: readonly ClassName[], node: unknown): ClassName {
  if (candidates.length === 1) return candidates[0] as ClassName;
  const types = typesOf(node);
  const fitting = candidates.filter((name) => isA(name, types));
  const base = fitting.find((name) => !name.endsWith('V1'));
  const older = fitting.find((name) => name === `${base}V1`);
  return (isVc1(node) ? older : base) ?? base ?? candidates[0] ?? 'Node';
}

const ROOTS: readonly ClassName[] = [
  'AchievementCredential',
  'AchievementCredentialV1',
  'EndorsementCredential',
  'EndorsementCredentialV1',
  'ClrCredential',
  'ClrCredentialV1',
  'BitstringStatusListCredential',
  'StatusList2021Credential',
  'VerifiableCredential',
  'VerifiableCredentialV1',
  'EnvelopedVerifiableCredential',
  'VerifiablePresentation',
];

/** The class of a document that stands on its own, by its `type` and data-model version; null when it is none of ours. */
export function documentClassOf(node: unknown): ClassName | null {
  const types = typesOf(node);
  const name = chooseClass(ROOTS, node);
  return isA(name, types) ? name : null;
}

function isVc1(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const context = (node as { readonly '@context'?: unknown })['@context'];
  const first = Array.isArray(context) ? context[0] : context;
  return first === undefined ? Object.hasOwn(node, 'issuanceDate') : first === 'https://www.w3.org/2018/credentials/v1';
}
