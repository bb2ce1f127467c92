import type { Outcome } from '@proofmark/schemas';
import { type Place, pointerOf } from './place.js';

/**
 * What the gate found. The first forbidden thing decides; a word that is not known decides only when nothing is forbidden,
 * for such a badge may be honest.
 */
export interface GateFindings {
  /** A known term in a forbidden place or spelling, or a key that no badge needs. */
  restructured(term: string, place: Place): void;
  /** A key, type or context that is not pinned here. */
  foreign(term: string, place: Place): void;
  outcome(): Outcome;
}

export function gateFindings(): GateFindings {
  let failed: Outcome | null = null;
  let unknown: Outcome | null = null;
  return {
    restructured: (term, place) => {
      failed ??= { outcome: 'failed', code: 'restructured', detail: { term, pointer: pointerOf(place) } };
    },
    foreign: (term, place) => {
      unknown ??= { outcome: 'unknown', code: 'unsupported-vocabulary', detail: { term, pointer: pointerOf(place) } };
    },
    outcome: () => failed ?? unknown ?? { outcome: 'passed' },
  };
}
