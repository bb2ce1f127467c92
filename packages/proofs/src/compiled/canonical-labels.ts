import { type Dataset, line, type Quad, sortGroup } from './quads.js';

/** A synchronous hash of a text's UTF-8 form, in lower-case hex. */
export type HashText = (text: string) => string;

/**
 * Makes what tells blank nodes with the same statements apart by their surroundings (`NDegree`). A caller whose documents have no such
 * nodes leaves it out, and need not load it.
 */
export type TellApart = (
  mentions: readonly (readonly Quad[])[],
  hashes: readonly string[],
  labels: readonly (string | undefined)[],
  hash: HashText,
) => { order(nodes: readonly number[]): readonly number[] | null };

/** By the number of the blank node; undefined for one of which nothing is said. */
export type Labels = readonly (string | undefined)[];

/**
 * Canonical labels of the blank nodes (RDF Canonicalization 1.0, section 4.4): by the hash of what is said about each, and
 * where that is the same for several, by the hashes of their surroundings. Null when telling them apart would take more work than a badge
 * can need, or `tellApart` is left out.
 */
export function canonicalLabels(dataset: Dataset, hash: HashText, tellApart?: TellApart): Labels | null {
  const labels: (string | undefined)[] = new Array(dataset.blankNodes);
  if (dataset.blankNodes === 0) return labels;
  const mentions = mentionsOf(dataset);
  const alone = mentions.filter((about) => about.length > 0).length === 1;
  const hashes = mentions.map((about, node) => (about.length === 0 ? '' : alone ? 'the only one' : hash(firstDegree(about, node))));
  const byHash = new Map<string, number[]>();
  for (let node = 0; node < hashes.length; node++) {
    const value = hashes[node] as string;
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
  if (tellApart === undefined) return null;
  const nDegree = tellApart(mentions, hashes, labels, hash);
  for (const nodes of shared) {
    const order = nDegree.order(nodes);
    if (order === null) return null;
    for (const node of order) issue(node);
  }
  return labels;
}

function mentionsOf({ groups, blankNodes }: Dataset): Quad[][] {
  const mentions: Quad[][] = [];
  for (let node = 0; node < blankNodes; node++) mentions.push([]);
  for (const group of groups) {
    for (const quad of group) {
      const { subject, object, graph } = quad;
      if (typeof subject === 'number') mentions[subject]?.push(quad);
      if (typeof object === 'number' && object !== subject) mentions[object]?.push(quad);
      if (typeof graph === 'number' && graph !== subject && graph !== object) mentions[graph]?.push(quad);
    }
  }
  return mentions;
}

/** Section 4.6: the statements about a node, with `_:a` for itself and `_:z` for every other blank node. */
function firstDegree(about: readonly Quad[], node: number): string {
  const namer = (other: number): string => (other === node ? '_:a' : '_:z');
  const own: Quad[] = [];
  const lines: string[] = [];
  for (const quad of about) {
    if (quad.subject === node) own.push(quad);
    else lines.push(line(quad, namer));
  }
  sortGroup(own, namer);
  let text = '';
  for (const quad of own) text += line(quad, namer);
  if (lines.length > 1) lines.sort();
  // What is said of the node itself begins with `_:a`: after addresses, before other blank nodes.
  const after = lines.findIndex((other) => other.startsWith('_:z'));
  const before = after === -1 ? lines : lines.slice(0, after);
  return before.join('') + text + (after === -1 ? '' : lines.slice(after).join(''));
}
