import type { Json } from '@proofmark/primitives';
import type { Predicate } from './predicates.js';

/** A term of a quad: canonical N-Quads text, or the number of a blank node. */
export type Node = string | number;

/** One statement. `graph` is '' for the default graph. `value` is what the document has there, for texts, numbers and the like. */
export interface Quad {
  readonly subject: Node;
  readonly predicate: Predicate;
  readonly object: Node;
  readonly graph: Node;
  readonly value: Json | undefined;
}

/** All statements of a document; each group is what is said of one subject. */
export interface Dataset {
  readonly groups: readonly Quad[][];
  readonly blankNodes: number;
}

/** How a blank node is called. */
export type Namer = (node: number) => string;

/** One line of canonical N-Quads. */
export function line({ subject, predicate, object, graph }: Quad, namer: Namer): string {
  const end = graph === '' ? ' .\n' : ` ${nameOf(graph, namer)} .\n`;
  return nameOf(subject, namer) + predicate.between + nameOf(object, namer) + end;
}

export function nameOf(node: Node, namer: Namer): string {
  return typeof node === 'number' ? namer(node) : node;
}

/** Sorts the statements of one subject as their lines would be sorted, in place. Answers whether one of them is there twice. */
export function sortGroup(quads: Quad[], namer: Namer): boolean {
  return quads.length > 16 ? sortLong(quads, namer) : sortShort(quads, namer);
}

/** By insertion: for short groups, that is nearly all, several times as fast as the engine's own sort. */
function sortShort(quads: Quad[], namer: Namer): boolean {
  let repeats = false;
  for (let i = 1; i < quads.length; i++) {
    const quad = quads[i] as Quad;
    let at = i;
    for (; at > 0; at--) {
      const before = quads[at - 1] as Quad;
      const order = before.predicate.rank - quad.predicate.rank || compareObjects(before, quad, namer);
      if (order === 0) repeats = true;
      if (order <= 0) break;
      quads[at] = before;
    }
    quads[at] = quad;
  }
  return repeats;
}

function sortLong(quads: Quad[], namer: Namer): boolean {
  let repeats = false;
  quads.sort((a, b) => {
    const order = a.predicate.rank - b.predicate.rank || compareObjects(a, b, namer);
    if (order === 0) repeats = true;
    return order;
  });
  return repeats;
}

/** The order of two statements with the same subject and predicate; 0 when they are the same statement. */
function compareObjects(a: Quad, b: Quad, namer: Namer): number {
  return compareText(nameOf(a.object, namer), nameOf(b.object, namer)) || compareText(nameOf(a.graph, namer), nameOf(b.graph, namer));
}

export function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
