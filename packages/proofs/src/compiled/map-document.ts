import type { Json, JsonObject } from '@proofmark/primitives';
import { ABSOLUTE, type ActiveContext, Contexts, EMPTY, type Term } from './active-context.js';
import { escapedIri, literal, PLAIN_IRI, tagged } from './literals.js';
import { NotCompiled } from './not-compiled.js';
import { FIRST, NIL, REST, TYPE } from './predicates.js';
import type { Dataset, Node, Quad } from './quads.js';
import { PREFIXES } from './tables.js';

const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;
const prefixes: readonly string[] = PREFIXES.map((prefix) => `${prefix}:`);
// Below the limits of the full processor, so that nothing passes here that it would refuse.
const MAX_DEPTH = 31;
const MAX_VALUES = 50_000;
const MAX_BLANK_NODES = 5_000;

/**
 * Maps a document to RDF (JSON-LD 1.1 API, expansion and "Deserialize JSON-LD to RDF"), for the plain forms that the shape gate leaves and
 * for compiled contexts only. Answers null whenever it cannot promise exactly what a full processor in safe mode would say.
 * A statement that the document makes twice is there twice.
 */
export function mapDocument(document: JsonObject): Dataset | null {
  const mapper = new Mapper();
  try {
    mapper.node(document, EMPTY, '', 0, true);
  } catch (error) {
    if (error instanceof NotCompiled) return null;
    throw error;
  }
  return { groups: mapper.groups, blankNodes: mapper.blankNodes };
}

/** Where a property stands: at a node, in a graph, so deep in the document. */
interface Place {
  readonly subject: Node;
  readonly group: Quad[];
  readonly graph: Node;
  readonly depth: number;
}

class Mapper {
  readonly groups: Quad[][] = [];
  readonly #named = new Map<Json, Quad[]>();
  blankNodes = 0;
  #values = 0;
  readonly #contexts = new Contexts();

  /**
   * Writes all statements of one node and answers its term. `active` is what holds around it. `alone`: nothing refers to the node,
   * as at the root or in a graph of its own, and a processor would drop it if it were nothing but an id.
   */
  node(object: JsonObject, active: ActiveContext, graph: Node, depth: number, alone: boolean): Node {
    if (depth > MAX_DEPTH) throw new NotCompiled();
    const { '@context': context, id, type } = object;
    if (context !== undefined) this.#spend(10);
    const around = context === undefined ? active : this.#contexts.declared(active, context);
    const types = type === undefined ? [] : this.#types(type, around);
    const inside = types.length === 0 ? around : this.#contexts.typed(around, types);
    const subject = id === undefined ? this.#blank() : named(id, inside);
    const group = this.#groupOf(id);
    const place = { subject, group, graph, depth };
    for (const name of types) group.push({ subject, predicate: TYPE, object: classOf(name, around), graph, value: undefined });
    let says = types.length;
    const names = Object.keys(object);
    this.#spend(names.length);
    for (const name of names) {
      const value = object[name];
      if (value === undefined) throw new NotCompiled();
      if (name === '@context' || name === 'id' || name === 'type') continue;
      if (this.#property(place, name, value, inside)) says++;
    }
    // Nothing but an id is a reference; nothing at all, or a reference where none belongs, is dropped with a warning.
    if (says === 0 && (alone || id === undefined)) throw new NotCompiled();
    return subject;
  }

  /** Answers whether a processor would keep the property: it drops a graph without content, but not an empty set. */
  #property(place: Place, name: string, value: Json, active: ActiveContext): boolean {
    const term = active.terms.get(name);
    if (term === undefined) throw new NotCompiled();
    const { subject, group, graph } = place;
    if (typeof value === 'string' && term.plain) {
      group.push({ subject, predicate: term, object: literal(value, term.suffix), graph, value });
      return true;
    }
    if (term.name === '' || term.type === '@json') throw new NotCompiled();
    const inner = term.scope === undefined ? active : this.#contexts.within(active, term.scope);
    if (!Array.isArray(value) && term.container !== '@list') {
      group.push({ subject, predicate: term, object: this.#value(place, value, term, inner), graph, value });
      return true;
    }
    const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
    this.#spend(values.length);
    if (term.container === '@list') {
      group.push({ subject, predicate: term, object: this.#list(place, values, term, inner), graph, value: values });
      return true;
    }
    for (const item of values) group.push({ subject, predicate: term, object: this.#value(place, item, term, inner), graph, value: item });
    return values.length > 0 || term.container !== '@graph';
  }

  #value({ graph, depth }: Place, value: Json | undefined, term: Term, active: ActiveContext): Node {
    const { container } = term;
    if (typeof value !== 'object') {
      if ((container !== '' && container !== '@list') || term.scope === null) throw new NotCompiled();
      return scalar(value, term, active);
    }
    if (value === null || Array.isArray(value)) throw new NotCompiled();
    const object = value as JsonObject;
    if (container === '@graph') {
      const name = this.#blank();
      this.node(object, this.#reverted(active, term), name, depth + 1, true);
      return name;
    }
    if (container !== '' && container !== '@list') throw new NotCompiled();
    if (object['@value'] !== undefined) return languageText(object);
    return this.node(object, this.#reverted(active, term), graph, depth + 1, false);
  }

  /** Terms of the surrounding node's types end at the next node; those of the property do not. */
  #reverted(active: ActiveContext, { scope }: Term): ActiveContext {
    if (active.previous === null) return active;
    return scope === undefined ? active.previous : this.#contexts.within(active.previous, scope);
  }

  #list(place: Place, items: readonly (Json | undefined)[], term: Term, active: ActiveContext): Node {
    const { graph } = place;
    let head: Node = NIL;
    for (let i = items.length - 1; i >= 0; i--) {
      const subject = this.#blank();
      const item = this.#value(place, items[i], term, active);
      const cell = [
        { subject, predicate: FIRST, object: item, graph, value: items[i] },
        { subject, predicate: REST, object: head, graph, value: undefined },
      ];
      this.groups.push(cell);
      head = subject;
    }
    return head;
  }

  #types(value: Json, active: ActiveContext): readonly string[] {
    if (active.terms.get('type')?.iri !== '@type') throw new NotCompiled();
    const types = Array.isArray(value) ? (value as readonly Json[]) : [value];
    this.#spend(types.length);
    for (const type of types) if (typeof type !== 'string') throw new NotCompiled();
    return types as readonly string[];
  }

  #blank(): number {
    if (this.blankNodes >= MAX_BLANK_NODES) throw new NotCompiled();
    return this.blankNodes++;
  }

  /** What is said of one subject is kept together, wherever the document says it. */
  #groupOf(id: Json | undefined): Quad[] {
    const known = id === undefined ? undefined : this.#named.get(id);
    if (known !== undefined) return known;
    const group: Quad[] = [];
    this.groups.push(group);
    if (id !== undefined) this.#named.set(id, group);
    return group;
  }

  #spend(values: number): void {
    this.#values += values;
    if (this.#values > MAX_VALUES) throw new NotCompiled();
  }
}

function named(id: Json, active: ActiveContext): string {
  if (active.terms.get('id')?.iri !== '@id') throw new NotCompiled();
  return iri(id);
}

function classOf(type: string, active: ActiveContext): string {
  const term = active.terms.get(type);
  if (term === undefined) return iri(type);
  if (term.name === '') throw new NotCompiled();
  return term.name;
}

/** An IRI of the document. Relative ones, blank nodes by name, keywords and prefixes are left to the full processor. */
function iri(value: unknown): string {
  if (typeof value !== 'string') throw new NotCompiled();
  for (const prefix of prefixes) if (value.startsWith(prefix)) throw new NotCompiled();
  if (PLAIN_IRI.test(value)) return `<${value}>`;
  if (!ABSOLUTE.test(value)) throw new NotCompiled();
  return `<${escapedIri(value)}>`;
}

function scalar(value: unknown, { type, suffix }: Term, active: ActiveContext): string {
  if (type === '@id') return iri(value);
  if (type === '@vocab' && typeof value === 'string') return classOf(value, active);
  if (type.startsWith('@')) throw new NotCompiled();
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw new NotCompiled();
  return literal(value, suffix);
}

/** A text with a language: whatever the type of its term, it has none. Directions are left to the full processor. */
function languageText(object: JsonObject): string {
  const { '@value': text, '@language': language } = object;
  if (Object.keys(object).length !== 2 || typeof text !== 'string' || typeof language !== 'string') throw new NotCompiled();
  if (!LANGUAGE.test(language)) throw new NotCompiled();
  return tagged(text, language);
}
