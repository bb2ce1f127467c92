import type { Outcome } from '@proofmark/schemas';
import { type Place, pointerOf } from './place.js';

/**
 * What the gate found. What was too large to be read whole is not judged. Else the first forbidden thing decides; a word that is not known,
 * or an id with two meanings, decides only when nothing is forbidden, for such a badge may be honest.
 */
export interface GateFindings {
  /** A known term in a forbidden place or spelling, or a key that no badge needs. */
  restructured(term: string, place: Place): void;
  /** A key, type or context that is not pinned here. */
  foreign(term: string, place: Place): void;
  /** Nodes with one id, which to the signature are one node, give a term two values where it has one. */
  ambiguous(term: string, id: string): void;
  /** More than any badge has: what was not read is not judged, and accuses nobody. */
  exceeded(limit: string): void;
  outcome(): Outcome;
}

export function gateFindings(): GateFindings {
  let failed: Outcome | null = null;
  let unknown: Outcome | null = null;
  let exceeded: Outcome | null = null;
  // The smallest of all, so that the answer does not depend on the order in which the nodes stand.
  let ambiguous: readonly [id: string, term: string] | null = null;
  return {
    restructured: (term, place) => {
      failed ??= { outcome: 'failed', code: 'restructured', detail: { term, pointer: pointerOf(place) } };
    },
    foreign: (term, place) => {
      unknown ??= { outcome: 'unknown', code: 'unsupported-vocabulary', detail: { term, pointer: pointerOf(place) } };
    },
    ambiguous: (term, id) => {
      if (ambiguous === null || `${id} ${term}` < ambiguous.join(' ')) ambiguous = [id, term];
    },
    exceeded: (limit) => {
      exceeded ??= { outcome: 'unknown', code: 'limit-exceeded', detail: { limit } };
    },
    outcome: () => exceeded ?? failed ?? unknown ?? twoMeanings(ambiguous) ?? { outcome: 'passed' },
  };
}

function twoMeanings(found: readonly [id: string, term: string] | null): Outcome | null {
  return found === null ? null : { outcome: 'unknown', code: 'ambiguous-id', detail: { term: found[1], id: found[0] } };
}
