import type { JsonObject } from '@proofmark/primitives';
import { CANARY_CREDENTIAL } from './second-opinion/canary-credential.js';

/** An unsigned badge that uses most of what Open Badges 3.0 has. */
export function credential(changes: JsonObject = {}): JsonObject {
  return { ...structuredClone(CANARY_CREDENTIAL), ...changes };
}
