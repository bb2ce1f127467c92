import type { HashText, TellApart } from './canonical-labels.js';
import { permutations } from './permutations.js';
import type { Node, Quad } from './quads.js';
import { Symmetry } from './symmetry.js';

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
class NoAnswer extends Error {}

/** See `NDegree`. */
export const nDegree: TellApart = (...of) => new NDegree(...of);

/**
 * Tells blank nodes with the same statements apart by their surroundings (RDF Canonicalization 1.0, sections 4.7 and 4.8). Where the
 * algorithm leaves two orders open, and they make a difference, its answer hangs on the order of the statements: then there is none here.
 */
class NDegree {
  readonly #mentions: readonly (readonly Quad[])[];
  readonly #hashes: readonly string[];
  readonly #labels: readonly (string | undefined)[];
  readonly #hash: HashText;
  readonly #symmetry: Symmetry;
  #work = 0;

  /** `labels` is read again at each step: labels that the caller gives in between count at once. */
  constructor(mentions: readonly (readonly Quad[])[], hashes: readonly string[], labels: readonly (string | undefined)[], hash: HashText) {
    this.#mentions = mentions;
    this.#hashes = hashes;
    this.#labels = labels;
    this.#hash = hash;
    this.#symmetry = new Symmetry(mentions, (statements) => this.#spend(statements / 16));
  }

  /** The order in which these nodes, and those met on the way, get their labels; null when it is too much work. */
  order(nodes: readonly number[]): readonly number[] | null {
    try {
      const hashed = nodes
        .filter((node) => this.#labels[node] === undefined)
        .map((node) => this.#hashed(node, new Map([[node, '_:b0']])))
        .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0));
      for (const [i, { hash, names }] of hashed.entries()) {
        const before = hashed[i - 1];
        if (before?.hash === hash) this.#mustBeAlike(before.names, names);
      }
      return hashed.flatMap(({ names }) => [...names.keys()]);
    } catch (error) {
      if (error instanceof NoAnswer) return null;
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
      if (tried === null) continue;
      if (best?.path === tried.path) this.#mustBeAlike(best.names, tried.names);
      else best = tried;
    }
    return best as Path;
  }

  #mustBeAlike(one: Names, other: Names): void {
    if (!this.#symmetry.holds([...one.keys()], [...other.keys()])) throw new NoAnswer();
  }

  /** The same node may be met several times, as a graph is by each of its statements. With others among them, implementations differ. */
  #permutationsOf(nodes: readonly number[]): Iterable<readonly number[]> {
    const different = new Set(nodes);
    if (different.size === 1) return [nodes];
    if (different.size < nodes.length) throw new NoAnswer();
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
    if (this.#work > MAX_WORK) throw new NoAnswer();
  }
}
