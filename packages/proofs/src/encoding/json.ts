import type { Json, JsonObject } from '@proofmark/schemas';

/** Whether a JSON value is an object (and neither an array nor null). */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a member that may stand alone or in an array; nothing for an absent one. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Json[]) : [value as Json];
}

/** The text of a member, or null when it is absent or something else. */
export function textOrNull(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** A copy without one member. */
export function without(object: JsonObject, member: string): JsonObject {
  const { [member]: _, ...rest } = object;
  return rest as JsonObject;
}

/** Whether two JSON values are the same, whatever the order of their members. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]));
}
