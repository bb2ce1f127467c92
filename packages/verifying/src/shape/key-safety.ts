import type { Json, JsonObject, Outcome } from '@proofmark/schemas';
import { LIMITS } from '../limits.js';
import { type Place, pointerOf } from './place.js';

/**
 * The rules for every badge and every kind of proof: no member that could replace a prototype, and the limits (design: the shape gate).
 * Where bytes are signed (VC-JWT, JCS) nothing else is asked. Reading the input has bounded the depth.
 */
export function keySafety(credential: Json): Outcome {
  let nodes = 0;
  let blanks = 0;
  const visit = (value: Json, place: Place): Outcome | null => {
    if (typeof value !== 'object' || value === null) return null;
    nodes += 1;
    if (!Array.isArray(value) && (value as JsonObject).id === undefined) blanks += 1;
    if (nodes > LIMITS.nodes || blanks > LIMITS.blankNodes) {
      return { outcome: 'unknown', code: 'limit-exceeded', detail: { limit: nodes > LIMITS.nodes ? 'nodes' : 'blank-nodes' } };
    }
    if (Array.isArray(value)) return visitAll(value as readonly Json[], place);
    for (const key of Object.keys(value)) {
      if (key === '__proto__') return { outcome: 'failed', code: 'restructured', detail: { term: key, pointer: pointerOf(place) } };
      const inner = (value as JsonObject)[key];
      const found = typeof inner === 'object' ? visit(inner, { within: place, key }) : null;
      if (found !== null) return found;
    }
    return null;
  };
  const visitAll = (items: readonly Json[], place: Place): Outcome | null => {
    for (const [key, item] of items.entries()) {
      const found = visit(item, { within: place, key });
      if (found !== null) return found;
    }
    return null;
  };
  return visit(credential, '') ?? { outcome: 'passed' };
}
