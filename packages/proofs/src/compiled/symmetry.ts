import type { Node, Quad } from './quads.js';

/** Tells whether blank nodes can be exchanged without a difference. */
export class Symmetry {
  readonly #mentions: readonly (readonly Quad[])[];
  readonly #spend: (work: number) => void;
  #statements: ReadonlySet<string> | null = null;

  /** `spend` is told how many statements were looked at, and may throw. */
  constructor(mentions: readonly (readonly Quad[])[], spend: (work: number) => void) {
    this.#mentions = mentions;
    this.#spend = spend;
  }

  /** Whether the dataset stays the same when each node of the first list is put where the node at its place in the second one was. */
  holds(first: readonly number[], second: readonly number[]): boolean {
    const moved = exchange(first, second);
    if (moved === null) return false;
    const move = (node: Node): Node => (typeof node === 'number' ? (moved.get(node) ?? node) : node);
    this.#statements ??= new Set(this.#mentions.flat().map((quad) => written(quad, (node) => node)));
    for (const node of moved.keys()) {
      const about = this.#mentions[node] ?? [];
      this.#spend(about.length);
      for (const quad of about) if (!this.#statements.has(written(quad, move))) return false;
    }
    return true;
  }
}

const written = ({ subject, predicate, object, graph }: Quad, name: (node: Node) => Node): string =>
  `${name(subject)} ${predicate.name} ${name(object)} ${name(graph)}`;

/** Where each node that moves goes. A node of the second list alone goes where the chain that ends in it began. Null for lists of two lengths. */
function exchange(first: readonly number[], second: readonly number[]): Map<number, number> | null {
  if (first.length !== second.length) return null;
  const to = new Map(first.map((node, i) => [node, second[i] as number]));
  const from = new Map(second.map((node, i) => [node, first[i] as number]));
  for (const end of second) {
    if (to.has(end)) continue;
    let start = end;
    for (let before = from.get(start); before !== undefined; before = from.get(start)) start = before;
    to.set(end, start);
  }
  for (const [node, place] of to) if (node === place) to.delete(node);
  return to;
}
