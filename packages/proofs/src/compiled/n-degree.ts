import type { HashText, TellApart } from './canonical-labels.js';
import { permutations } from './permutations.js';
import type { Node, Quad } from './quads.js';

/** Temporary names in the order in which they were given. */
type Names = ReadonlyMap<number, string>;
interface Hashed {
  readonly hash: string;
  readonly names: Names;
}
interface Path {
  readonly path: string;
  readonly names: Names;
}

/** Related nodes to hash, and names to copy: badges need some hundreds; a hostile graph needs millions. */
const MAX_WORK = 10_000;
class TooMuchWork extends Error {}

/** See `NDegree`. */
export const nDegree: TellApart = (...of) => new NDegree(...of);

/** Tells blank nodes with the same statements apart by their surroundings (RDF Canonicalization 1.0, sections 4.7 and 4.8). */
class NDegree {
  readonly #mentions: readonly (readonly Quad[])[];
  readonly #hashes: readonly string[];
  readonly #labels: readonly (string | undefined)[];
  readonly #hash: HashText;
  #work = 0;

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
    for (const { subject, predicate, object, graph } of this.#mentions[node] ?? []) {
      for (const [position, term] of [
        [`s${predicate.name}`, subject],
        [`o${predicate.name}`, object],
        ['g', graph],
      ] as readonly (readonly [string, Node])[]) {
        if (typeof term !== 'number' || term === node) continue;
        this.#spend(1);
        const value = this.#hash(`${position}${this.#labels[term] ?? names.get(term) ?? this.#hashes[term]}`);
        const alike = related.get(value);
        if (alike === undefined) related.set(value, [term]);
        else alike.push(term);
      }
    }
    return related;
  }

  #bestPath(nodes: readonly number[], given: Names): Path {
    let best: Path | null = null;
    for (const permutation of this.#permutationsOf(nodes)) {
      this.#spend(1 + (given.size + nodes.length) / 16);
      const tried = this.#path(permutation, given, best);
      if (tried !== null && (best === null || tried.path < best.path)) best = tried;
    }
    return best as Path;
  }

  /** The same node may be met several times, as a graph is by each of its statements. With others among them, implementations differ. */
  #permutationsOf(nodes: readonly number[]): Iterable<readonly number[]> {
    const different = new Set(nodes);
    if (different.size === 1) return [nodes];
    if (different.size < nodes.length) throw new TooMuchWork();
    return permutations(nodes);
  }

  /** Null when the path comes to be greater than the best one. */
  #path(permutation: readonly number[], given: Names, best: Path | null): Path | null {
    const own = new Map(given);
    let path = '';
    const fresh: number[] = [];
    for (const node of permutation) {
      let name = this.#labels[node] ?? own.get(node);
      if (name === undefined) {
        name = `_:b${own.size}`;
        fresh.push(node);
        own.set(node, name);
      }
      path += name;
    }
    if (best !== null && path > best.path) return null;
    let names: Names = own;
    for (const node of fresh) {
      const { hash, names: after } = this.#hashed(node, names);
      path += `${names.get(node)}<${hash}>`;
      names = after;
      if (best !== null && path > best.path) return null;
    }
    return { path, names };
  }

  #spend(work: number): void {
    this.#work += work;
    if (this.#work > MAX_WORK) throw new TooMuchWork();
  }
}
