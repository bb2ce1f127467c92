import type { Dataset, Node, Quad } from './map-document.js';
import { NDegree } from './n-degree.js';

/** A synchronous hash of a text's UTF-8 form, in lower-case hex. */
export type HashText = (text: string) => string;

/** By the number of the blank node; undefined for one of which nothing is said. */
export type Labels = readonly (string | undefined)[];

/**
 * Canonical labels of the blank nodes (RDF Canonicalization 1.0, section 4.4): by the hash of what is said about each, and
 * where that is the same for several, by the hashes of their surroundings. Null when telling them apart would take more work than a badge can need.
 */
export function canonicalLabels({ quads, blankNodes }: Dataset, hash: HashText): Labels | null {
  const labels: (string | undefined)[] = new Array(blankNodes);
  if (blankNodes === 0) return labels;
  const mentions = mentionsOf(quads, blankNodes);
  const hashes = mentions.map((about, node) => (about.length === 0 ? '' : hash(firstDegree(about, node))));
  const byHash = new Map<string, number[]>();
  for (const [node, value] of hashes.entries()) {
    if (value === '') continue;
    const alike = byHash.get(value);
    if (alike === undefined) byHash.set(value, [node]);
    else alike.push(node);
  }
  let issued = 0;
  const issue = (node: number): void => {
    labels[node] ??= `_:c14n${issued++}`;
  };
  const shared: number[][] = [];
  for (const value of [...byHash.keys()].sort()) {
    const nodes = byHash.get(value) as number[];
    if (nodes.length === 1) issue(nodes[0] as number);
    else shared.push(nodes);
  }
  if (shared.length === 0) return labels;
  const nDegree = new NDegree(mentions, hashes, labels, hash);
  for (const nodes of shared) {
    const order = nDegree.order(nodes);
    if (order === null) return null;
    for (const node of order) issue(node);
  }
  return labels;
}

function mentionsOf(quads: readonly Quad[], blankNodes: number): Quad[][] {
  const mentions: Quad[][] = Array.from({ length: blankNodes }, () => []);
  for (const quad of quads) {
    const { subject, object, graph } = quad;
    if (typeof subject === 'number') mentions[subject]?.push(quad);
    if (typeof object === 'number' && object !== subject) mentions[object]?.push(quad);
    if (typeof graph === 'number' && graph !== subject && graph !== object) mentions[graph]?.push(quad);
  }
  return mentions;
}

/** Section 4.6: the statements about a node, with `_:a` for itself and `_:z` for every other blank node. */
function firstDegree(about: readonly Quad[], node: number): string {
  const name = (term: Node): string => (typeof term === 'number' ? (term === node ? '_:a' : '_:z') : term);
  return about
    .map((quad) => line(name(quad.subject), quad.predicate, name(quad.object), name(quad.graph)))
    .sort()
    .join('');
}

/** One line of canonical N-Quads. */
export function line(subject: string, predicate: string, object: string, graph: string): string {
  return graph === '' ? `${subject} ${predicate} ${object} .\n` : `${subject} ${predicate} ${object} ${graph} .\n`;
}
