import { inspectJson, type Json, type JsonFault, type JsonReading, readJson } from '@proofmark/primitives';
import { LIMITS } from '../limits.js';

export type { JsonFault } from '@proofmark/primitives';

/** The bounds of every document that is read here. The outermost object or array counts as one. */
const RULES = { maxLength: LIMITS.textBytes, maxDepth: LIMITS.depth + 1, maxValues: LIMITS.values, maxNodes: LIMITS.nodes } as const;

/** Parses JSON text strictly (RFC 7493) and within the bounds. Never throws. */
export function parseJson(text: string): JsonReading {
  return readJson(text, RULES);
}

/** The first fault of a value that was parsed elsewhere, or null. */
export function inspect(json: Json): JsonFault | null {
  return inspectJson(json, RULES);
}
