import type { HashText } from './canonical-labels.js';
import type { Node, Quad } from './map-document.js';

/** Temporary names in the order in which they were given. */
type Names = ReadonlyMap<number, string>;
interface Hashed {
  readonly hash: string;
  readonly names: Names;
}

/** Badges need a few dozen steps; a graph that was made to keep this busy needs millions. */
const MAX_STEPS = 4000;
class TooMuchWork extends Error {}

/** Tells blank nodes with the same statements apart by their surroundings (RDF Canonicalization 1.0, sections 4.7 and 4.8). */
export class NDegree {
  readonly #mentions: readonly (readonly Quad[])[];
  readonly #hashes: readonly string[];
  readonly #labels: readonly (string | undefined)[];
  readonly #hash: HashText;
  #steps = 0;

  /** `labels` is read again at each step: labels that the caller gives in between count at once. */
  constructor(mentions: readonly (readonly Quad[])[], hashes: readonly string[], labels: readonly (string | undefined)[], hash: HashText) {
    this.#mentions = mentions;
    this.#hashes = hashes;
    this.#labels = labels;
    this.#hash = hash;
  }

  /** The order in which these nodes, and those met on the way, get their labels; null when it is too much work. */
  order(nodes: readonly number[]): readonly number[] | null {
    try {
      return nodes
        .filter((node) => this.#labels[node] === undefined)
        .map((node) => this.#hashed(node, new Map([[node, '_:b0']])))
        .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
        .flatMap(({ names }) => [...names.keys()]);
    } catch (error) {
      if (error instanceof TooMuchWork) return null;
      throw error;
    }
  }

  #hashed(node: number, given: Names): Hashed {
    if (++this.#steps > MAX_STEPS) throw new TooMuchWork();
    let names = given;
    let data = '';
    const related = this.#related(node, names);
    for (const value of [...related.keys()].sort()) {
      const best = this.#bestPath(related.get(value) as number[], names);
      data += value + best.path;
      names = best.names;
    }
    return { hash: this.#hash(data), names };
  }

  #related(node: number, names: Names): Map<string, number[]> {
    const related = new Map<string, number[]>();
    for (const quad of this.#mentions[node] ?? []) {
      for (const [position, term] of [
        ['s', quad.subject],
        ['o', quad.object],
        ['g', quad.graph],
      ] as readonly (readonly [string, Node])[]) {
        if (typeof term !== 'number' || term === node) continue;
        const name = this.#labels[term] ?? names.get(term) ?? this.#hashes[term];
        const value = this.#hash(`${position}${position === 'g' ? '' : quad.predicate}${name}`);
        const alike = related.get(value);
        if (alike === undefined) related.set(value, [term]);
        else alike.push(term);
      }
    }
    return related;
  }

  #bestPath(nodes: readonly number[], given: Names): { readonly path: string; readonly names: Names } {
    let best: { path: string; names: Names } | null = null;
    for (const permutation of permutations(nodes)) {
      if (++this.#steps > MAX_STEPS) throw new TooMuchWork();
      const tried = this.#path(permutation, given, best?.path ?? null);
      if (tried !== null && (best === null || tried.path < best.path)) best = tried;
    }
    return best as { path: string; names: Names };
  }

  #path(permutation: readonly number[], given: Names, best: string | null): { path: string; names: Names } | null {
    const longer = (path: string): boolean => best !== null && path.length >= best.length && path > best;
    let names: Names = given;
    let path = '';
    const fresh: number[] = [];
    for (const node of permutation) {
      const label = this.#labels[node];
      if (label === undefined && !names.has(node)) {
        fresh.push(node);
        names = new Map(names).set(node, `_:b${names.size}`);
      }
      path += label ?? names.get(node);
      if (longer(path)) return null;
    }
    for (const node of fresh) {
      const { hash, names: after } = this.#hashed(node, names);
      path += `${names.get(node)}<${hash}>`;
      names = after;
      if (longer(path)) return null;
    }
    return { path, names };
  }
}

function* permutations(nodes: readonly number[]): Generator<readonly number[]> {
  if (nodes.length <= 1) {
    yield nodes;
    return;
  }
  for (const [i, first] of nodes.entries()) {
    for (const rest of permutations([...nodes.slice(0, i), ...nodes.slice(i + 1)])) yield [first, ...rest];
  }
}
