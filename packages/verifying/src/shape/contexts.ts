import { listOf } from '@proofmark/primitives';
import { PINNED_CONTEXTS } from '@proofmark/proofs';
import { type Json, VC1_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import type { GateFindings } from './findings.js';
import type { Place } from './place.js';

/** The contexts of a credential: pinned addresses, one data model, and it comes first. Order and number of the others are free. */
export function checkContexts(value: Json | undefined, place: Place, found: GateFindings): void {
  listOf(value).forEach((context, index) => {
    const at = { within: place, key: index };
    if (typeof context !== 'string') found.foreign('@context', at);
    else if (!PINNED_CONTEXTS.has(context)) found.foreign(context, at);
    else if ((context === VC1_CONTEXT || context === VC2_CONTEXT) !== (index === 0)) found.foreign(context, at);
  });
}
