import type { Json, JsonObject } from '@proofmark/schemas';

/** Whether a JSON value is an object, and neither an array nor null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that the object itself has, never one that it inherits; undefined for anything else, and for null. */
export function member(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? (value[key] ?? undefined) : undefined;
}

/** A value as a list: what is absent or null is empty, what is single is a list of one. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

/** The objects of a member that may be single or a set. */
export function nodesOf(value: Json | undefined, key: string): readonly JsonObject[] {
  return listOf(member(value, key)).filter(isObject);
}

/** A member's text, or null. */
export function textOf(value: Json | undefined, key: string): string | null {
  const found = member(value, key);
  return typeof found === 'string' ? found : null;
}

/** The id of a member that is a node or a bare address (`issuer`), or null. */
export function idOf(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : textOf(value, 'id');
}
