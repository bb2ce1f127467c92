import type { Json, JsonObject } from '@proofmark/schemas';
import { type ActiveContext, declared, EMPTY, NotCompiled, type Term, typed, within } from './active-context.js';
import { literal } from './literals.js';

/** A term of a quad: canonical N-Quads text, or the number of a blank node. */
export type Node = string | number;

/** One statement. `graph` is '' for the default graph. */
export interface Quad {
  readonly subject: Node;
  readonly predicate: string;
  readonly object: Node;
  readonly graph: Node;
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
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]*$/;
const MAX_DEPTH = 64;

/**
 * Maps a document to RDF (JSON-LD 1.1 API, expansion and "Deserialize JSON-LD to RDF"), for the plain forms that the shape gate leaves and
 * for compiled contexts only. Answers null whenever it cannot promise exactly what a full processor in safe mode would say.
 */
export function mapDocument(document: JsonObject): Dataset | null {
  const mapper = new Mapper();
  try {
    mapper.node(document, EMPTY, '', 0);
  } catch (error) {
    if (error instanceof NotCompiled) return null;
    throw error;
  }
  return { quads: mapper.quads, blankNodes: mapper.blankNodes };
}

class Mapper {
  readonly quads: Quad[] = [];
  blankNodes = 0;
  readonly #seen = new Set<string>();

  /** Writes all statements of one node and answers its term. `active` is what holds around it. */
  node(object: JsonObject, active: ActiveContext, graph: Node, depth: number): Node {
    if (depth > MAX_DEPTH) throw new NotCompiled();
    const around = object['@context'] === undefined ? active : declared(active, object['@context']);
    const types = typesOf(object);
    const inside = typed(around, types);
    const id = object.id;
    if (id !== undefined && aliasOf(around, 'id') !== '@id') throw new NotCompiled();
    const subject = id === undefined ? this.blankNodes++ : iri(id, around);
    for (const type of types) this.#add(subject, TYPE, iriOfType(type, around), graph);
    let statements = types.length + (id === undefined ? 0 : 1);
    for (const name of Object.keys(object)) {
      if (name === '@context' || name === 'id' || name === 'type') continue;
      this.#property(subject, name, object[name], inside, graph, depth);
      statements++;
    }
    // An object that says nothing is dropped by a processor, with a warning.
    if (statements === 0) throw new NotCompiled();
    return subject;
  }

  #property(subject: Node, name: string, value: Json | undefined, active: ActiveContext, graph: Node, depth: number): void {
    const term = active.terms.get(name);
    if (term === undefined || term.iri.startsWith('@') || !ABSOLUTE.test(term.iri)) throw new NotCompiled();
    const inner = within(active, name, term);
    const predicate = `<${term.iri}>`;
    const values = Array.isArray(value) ? (value as readonly Json[]) : [value];
    if (term.container === '@list') {
      this.#add(subject, predicate, this.#list(values, term, inner, graph, depth), graph);
      return;
    }
    for (const item of values) this.#add(subject, predicate, this.#value(item, term, inner, graph, depth), graph);
  }

  #value(value: Json | undefined, term: Term, active: ActiveContext, graph: Node, depth: number): Node {
    if (term.container !== '' && term.container !== '@list' && term.container !== '@graph') throw new NotCompiled();
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      // Terms of the surrounding node's types end here.
      const reverted = active.previous === null ? active : scopedAgain(active.previous, term);
      if (term.container !== '@graph') return this.node(value as JsonObject, reverted, graph, depth + 1);
      const name = this.blankNodes++;
      this.node(value as JsonObject, reverted, name, depth + 1);
      return name;
    }
    if (term.container === '@graph' || value === null || value === undefined || typeof value === 'object') throw new NotCompiled();
    return scalar(value, term, active);
  }

  #list(items: readonly (Json | undefined)[], term: Term, active: ActiveContext, graph: Node, depth: number): Node {
    let head: Node = NIL;
    for (let i = items.length - 1; i >= 0; i--) {
      const cell = this.blankNodes++;
      this.#add(cell, FIRST, this.#value(items[i], term, active, graph, depth), graph);
      this.#add(cell, REST, head, graph);
      head = cell;
    }
    return head;
  }

  /** A dataset is a set: the same statement twice is one statement. */
  #add(subject: Node, predicate: string, object: Node, graph: Node): void {
    const key = `${subject} ${predicate} ${object} ${graph}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.quads.push({ subject, predicate, object, graph });
  }
}

function scopedAgain(previous: ActiveContext, term: Term): ActiveContext {
  return term.scope === undefined ? previous : within(previous, `${term.iri} again`, term);
}

function typesOf(object: JsonObject): readonly string[] {
  const { type } = object;
  if (type === undefined) return [];
  const types = Array.isArray(type) ? type : [type];
  if (!types.every((item) => typeof item === 'string')) throw new NotCompiled();
  return types as readonly string[];
}

function aliasOf(active: ActiveContext, name: string): string | undefined {
  return active.terms.get(name)?.iri;
}

function iriOfType(type: string, active: ActiveContext): string {
  if (aliasOf(active, 'type') !== '@type') throw new NotCompiled();
  const term = active.terms.get(type);
  if (term === undefined) return iri(type, active);
  if (!ABSOLUTE.test(term.iri)) throw new NotCompiled();
  return `<${term.iri}>`;
}

/** An IRI of the document. Relative ones, blank nodes by name and keywords are left to the full processor. */
function iri(value: Json | undefined, active: ActiveContext): string {
  if (typeof value !== 'string' || !ABSOLUTE.test(value)) throw new NotCompiled();
  const colon = value.indexOf(':');
  const prefix = active.terms.get(value.slice(0, colon));
  if (prefix?.container === 'prefix' && !value.startsWith('//', colon + 1)) throw new NotCompiled();
  return `<${value}>`;
}

function scalar(value: string | number | boolean, { type }: Term, active: ActiveContext): string {
  if (type === '@id' || type === '@vocab') {
    const term = type === '@vocab' && typeof value === 'string' ? active.terms.get(value) : undefined;
    if (term === undefined) return iri(value, active);
    if (!ABSOLUTE.test(term.iri)) throw new NotCompiled();
    return `<${term.iri}>`;
  }
  if (type.startsWith('@')) throw new NotCompiled();
  return literal(value, type);
}
