import type { Json, JsonObject } from './json.js';

/*
 * One rule for null: JSON-LD reads a member that is null as absent (JSON-LD 1.1, 4.1), and so do `member`, `listOf` and `textOf`.
 * A null inside of an array stays where it is.
 */

/** Whether a value is a JSON object, and neither an array nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that the object itself has, never one that it inherits; undefined when it is absent or null, and for a value that is no object. */
export function member(value: unknown, key: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? (value[key] ?? undefined) : undefined;
}

/** A value that may stand alone or in an array, as a list: empty for one that is absent or null. */
export function listOf<T>(value: T | readonly T[] | null | undefined): readonly T[];
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A text, or null for anything else. */
export function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A member's text, or null when it is absent or something else. */
export function textOf(value: unknown, key: string): string | null {
  return textOrNull(member(value, key));
}

/** A copy of an object without one member. */
export function without(object: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = object;
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

/** The JSON Pointer (RFC 6901) of a member or an item of what `pointer` names. */
export function memberPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
