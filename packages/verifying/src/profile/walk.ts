import type { Json, JsonObject } from '@proofmark/primitives';
import { isObject } from '@proofmark/primitives';
import type { Dataset, Node, Predicate, Quad } from '@proofmark/proofs';
import { ACHIEVEMENT_WORDS, isWordIn, TEST_TYPE } from '@proofmark/schemas';
import { must, text } from './not-in-profile.js';
import { checkRules } from './rules.js';
import { address, datatypeOf, date, literal } from './scalars.js';
import { classOf, FIRST, iriOf, NIL, type ProfileClass, type ProfileProperty, REST, TYPE } from './terms.js';

/** More than any document of the profile has: below every limit of the gate and of the canonicaliser. */
const MAX_BLANK_NODES = 300;
const MAX_STATEMENTS = 4000;
const INDEX = /^(?:0|[1-9]\d{0,14})$/;

/**
 * Walks a node, and all that it holds, as one of a class: every word known and in its place, every value of its kind, the rules kept.
 * Then the shape gate and the schema have nothing to say, and the statements are those that a JSON-LD processor finds.
 *
 * @throws NotInProfile for anything else
 */
export function walk(root: JsonObject, className: string): Dataset {
  const walker = new Walker();
  walker.node(root, className);
  return walker;
}

class Walker implements Dataset {
  readonly groups: Quad[][] = [];
  blankNodes = 0;
  #statements = 0;
  readonly #ids = new Set<Json>();

  /** Writes the statements of a node and answers its term. */
  node(value: Json | undefined, className: string): Node {
    const definition = classOf(className);
    must(definition !== undefined && isObject(value));
    const { id } = value;
    const subject = id === undefined ? this.#blank() : this.#name(id, definition);
    const group = this.#group();
    this.#types(subject, group, value, definition);
    const keys = Object.keys(value);
    must(keys.length > 0);
    for (const key of keys) {
      const item = value[key];
      must(item !== undefined);
      if (key === 'id' || key === 'type') continue;
      const property = definition.properties.get(key);
      must(property !== undefined);
      this.#member(subject, group, key, item, property);
    }
    for (const name of definition.required) must(value[name] !== undefined);
    checkRules(className, value);
    return subject;
  }

  #blank(): Node {
    must(this.blankNodes < MAX_BLANK_NODES);
    return this.blankNodes++;
  }

  /** Nodes of one id are read as one, which is left to the full readers. */
  #name(id: Json, { properties }: ProfileClass): Node {
    must(properties.has('id') && !this.#ids.has(id));
    this.#ids.add(id);
    return address(id);
  }

  /** What is said of one subject. */
  #group(): Quad[] {
    const group: Quad[] = [];
    this.groups.push(group);
    return group;
  }

  #say(subject: Node, group: Quad[], predicate: Predicate, object: Node, value?: Json): void {
    this.#statements += 1;
    must(this.#statements < MAX_STATEMENTS);
    group.push({ subject, predicate, object, graph: '', value });
  }

  #types(subject: Node, group: Quad[], { type }: JsonObject, { types, typeForm, typeIris, mayBeTest }: ProfileClass): void {
    if (types.length === 0) must(type === undefined);
    else if (Array.isArray(type)) {
      const isTest = mayBeTest && type.length > types.length && type.at(-1) === TEST_TYPE;
      must(typeForm !== 'text' && type.length === types.length + (isTest ? 1 : 0) && types.every((word, i) => type[i] === word));
      if (isTest) this.#say(subject, group, TYPE(), `<${TEST_TYPE}>`);
    } else must(typeForm !== 'array' && type === types[0]);
    for (const iri of typeIris) this.#say(subject, group, TYPE(), iri);
  }

  #member(subject: Node, group: Quad[], key: string, value: Json | undefined, property: ProfileProperty): void {
    const { many, predicate } = property;
    if (!many) {
      this.#say(subject, group, predicate, this.#term(key, value, property), value);
      return;
    }
    must(Array.isArray(value) && value.length > 0);
    const items = value as readonly Json[];
    if (key === 'allowedValue') this.#say(subject, group, predicate, this.#list(items), value);
    else for (const item of items) this.#say(subject, group, predicate, this.#term(key, item, property), item);
  }

  #term(key: string, value: Json | undefined, { kind }: ProfileProperty): Node {
    if (kind === '') return literal(text(value), datatypeOf(key, kind));
    if (classOf(kind) !== undefined) return this.node(value, kind);
    if (kind === 'id') return address(value);
    if (kind === 'boolean' || kind === 'number') {
      must(kind === 'number' ? Number.isSafeInteger(value) && (value as number) >= 0 : typeof value === 'boolean');
      return literal(value as number | boolean, datatypeOf(key, kind));
    }
    const word = text(value);
    if (kind.startsWith('"') || kind.startsWith('<')) must(word === kind.slice(1, -1));
    else if (kind.startsWith('@')) must(isWordIn(ACHIEVEMENT_WORDS, kind.slice(1), word));
    else if (kind === 'uri') address(word);
    else if (kind === 'date') date(word);
    else if (kind === 'index') must(INDEX.test(word));
    else must(kind === 'identity' && (word === 'emailAddress' || word === 'name'));
    return kind.startsWith('<') ? iriOf(word) : literal(word, datatypeOf(key, kind));
  }

  /** An ordered list, as RDF links one (JSON-LD 1.1 API, list to RDF). */
  #list(items: readonly Json[]): Node {
    return items.reduceRight((rest: Node, item): Node => {
      const cell = this.#blank();
      const group = this.#group();
      this.#say(cell, group, FIRST(), literal(text(item), ''), item);
      this.#say(cell, group, REST(), rest);
      return cell;
    }, NIL);
  }
}
