import type { Json, JsonObject } from '@proofmark/schemas';
import { ABSOLUTE, type ActiveContext, Contexts, EMPTY, type Term } from './active-context.js';
import { literal, tagged } from './literals.js';
import { NotCompiled } from './not-compiled.js';
import { PREFIXES } from './tables.js';

/** A term of a quad: canonical N-Quads text, or the number of a blank node. */
export type Node = string | number;

/** One statement. `graph` is '' for the default graph. `value` is what the document has there, for texts, numbers and the like. */
export interface Quad {
  readonly subject: Node;
  readonly predicate: string;
  readonly object: Node;
  readonly graph: Node;
  readonly value: Json | undefined;
}

export interface Dataset {
  readonly quads: readonly Quad[];
  readonly blankNodes: number;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const TYPE = `<${RDF}type>`;
const FIRST = `<${RDF}first>`;
const REST = `<${RDF}rest>`;
const NIL = `<${RDF}nil>`;
const LANGUAGE = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;
const prefixes: ReadonlySet<string> = new Set(PREFIXES);
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
  return { quads: mapper.quads, blankNodes: mapper.blankNodes };
}

class Mapper {
  readonly quads: Quad[] = [];
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
    for (const name of types) this.#add(subject, TYPE, classOf(name, around), graph, undefined);
    let says = types.length;
    const names = Object.keys(object);
    this.#spend(names.length);
    for (const name of names) {
      const value = object[name];
      if (value === undefined) throw new NotCompiled();
      if (name === '@context' || name === 'id' || name === 'type') continue;
      if (this.#property(subject, name, value, inside, graph, depth)) says++;
    }
    // Nothing but an id is a reference; nothing at all, or a reference where none belongs, is dropped with a warning.
    if (says === 0 && (alone || id === undefined)) throw new NotCompiled();
    return subject;
  }

  /** Answers whether a processor would keep the property: it drops a graph without content, but not an empty set. */
  #property(subject: Node, name: string, value: Json, active: ActiveContext, graph: Node, depth: number): boolean {
    const term = active.terms.get(name);
    if (term === undefined || term.name === '' || term.type === '@json') throw new NotCompiled();
    const inner = term.scope === undefined ? active : this.#contexts.within(active, term.scope);
    if (!Array.isArray(value) && term.container !== '@list') {
      this.#add(subject, term.name, this.#value(value, term, inner, graph, depth), graph, value);
      return true;
    }
    const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
    if (term.container === '@list') {
      this.#add(subject, term.name, this.#list(values, term, inner, graph, depth), graph, values);
      return true;
    }
    for (const item of values) this.#add(subject, term.name, this.#value(item, term, inner, graph, depth), graph, item);
    return values.length > 0 || term.container !== '@graph';
  }

  #value(value: Json | undefined, term: Term, active: ActiveContext, graph: Node, depth: number): Node {
    const { container } = term;
    if (typeof value !== 'object') {
      if ((container !== '' && container !== '@list') || term.scope === null) throw new NotCompiled();
      return scalar(value, term, active);
    }
    if (value === null || Array.isArray(value)) throw new NotCompiled();
    const object = value as JsonObject;
    if (container !== '@graph') {
      if (container !== '' && container !== '@list') throw new NotCompiled();
      return object['@value'] === undefined
        ? this.node(object, this.#reverted(active, term), graph, depth + 1, false)
        : languageText(object);
    }
    const name = this.#blank();
    this.node(object, this.#reverted(active, term), name, depth + 1, true);
    return name;
  }

  /** Terms of the surrounding node's types end at the next node; those of the property do not. */
  #reverted(active: ActiveContext, { scope }: Term): ActiveContext {
    if (active.previous === null) return active;
    return scope === undefined ? active.previous : this.#contexts.within(active.previous, scope);
  }

  #list(items: readonly (Json | undefined)[], term: Term, active: ActiveContext, graph: Node, depth: number): Node {
    let head: Node = NIL;
    for (let i = items.length - 1; i >= 0; i--) {
      const cell = this.#blank();
      this.#add(cell, FIRST, this.#value(items[i], term, active, graph, depth), graph, items[i]);
      this.#add(cell, REST, head, graph, undefined);
      head = cell;
    }
    return head;
  }

  #types(value: Json, active: ActiveContext): readonly string[] {
    if (active.terms.get('type')?.iri !== '@type') throw new NotCompiled();
    const types = Array.isArray(value) ? (value as readonly Json[]) : [value];
    for (const type of types) if (typeof type !== 'string') throw new NotCompiled();
    return types as readonly string[];
  }

  #blank(): number {
    if (this.blankNodes >= MAX_BLANK_NODES) throw new NotCompiled();
    return this.blankNodes++;
  }

  #add(subject: Node, predicate: string, object: Node, graph: Node, value: Json | undefined): void {
    this.#spend(1);
    this.quads.push({ subject, predicate, object, graph, value });
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
  if (typeof value !== 'string' || !ABSOLUTE.test(value)) throw new NotCompiled();
  if (prefixes.has(value.slice(0, value.indexOf(':')))) throw new NotCompiled();
  return `<${value}>`;
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
