import type { Quad } from 'jsonld';

const MAX_BLANK_NODES = 10_000;
const MAX_ITERATIONS = 1_000;
/** Related blank nodes that may be hashed in all: each deep iteration hashes all neighbours of one node. */
const MAX_RELATED = 60_000;

/**
 * How often RDFC-1.0 may tell blank nodes apart by their surroundings before it gives up; null when the graph has too many of them.
 * Badges need a few dozen iterations. Poison graphs need millions, or fewer over nodes with thousands of neighbours.
 */
export function workLimit(quads: readonly Quad[]): number | null {
  const degrees = new Map<string, number>();
  for (const { subject, object } of quads) {
    const ends = [subject, object].filter((term) => term.termType === 'BlankNode');
    for (const { value } of ends) degrees.set(value, (degrees.get(value) ?? 0) + ends.length - 1);
  }
  if (degrees.size > MAX_BLANK_NODES) return null;
  const most = [...degrees.values()].reduce((a, b) => Math.max(a, b), 1);
  return Math.min(MAX_ITERATIONS, Math.ceil(MAX_RELATED / most));
}
