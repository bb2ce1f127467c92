import { TABLES } from './tables.js';

/** What stands in the middle of a statement. */
export interface Predicate {
  /** The IRI as N-Quads write it; '' for what is no IRI. */
  readonly name: string;
  /** The same with the spaces around it. */
  readonly between: string;
  /** Its place in the order of all predicates, so that statements are sorted without comparing long addresses. */
  readonly rank: number;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
let ranks: ReadonlyMap<string, number> | undefined;

/** Knows the addresses of the tables and those of RDF itself; `name` is `<…>`. */
export function predicate(name: string): Predicate {
  ranks ??= ranked();
  return { name, between: ` ${name} `, rank: ranks.get(name) ?? -1 };
}

function ranked(): ReadonlyMap<string, number> {
  const names = Object.values(TABLES).flatMap((table) => table.match(/"[a-zA-Z]+:[^"]+"/g) ?? []);
  const iris = new Set([...names.map((name) => name.slice(1, -1)), `${RDF}type`, `${RDF}first`, `${RDF}rest`]);
  return new Map(
    [...iris]
      .map((iri) => `<${iri}>`)
      .sort()
      .map((name, rank) => [name, rank]),
  );
}

export const TYPE: Predicate = predicate(`<${RDF}type>`);
export const FIRST: Predicate = predicate(`<${RDF}first>`);
export const REST: Predicate = predicate(`<${RDF}rest>`);
/** The empty list, as N-Quads write it. */
export const NIL: string = `<${RDF}nil>`;
