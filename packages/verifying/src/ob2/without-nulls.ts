import { isObject } from '@proofmark/primitives';
import type { Json, JsonObject } from '@proofmark/schemas';

/** A document without the members that are null, which JSON-LD takes for absent (JSON-LD 1.1, 9.1). Its depth was bounded when it was read. */
export function withoutNulls(document: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(document)
      .filter((entry): entry is [string, Json] => entry[1] !== null && entry[1] !== undefined)
      .map(([name, value]) => [name, cleaned(value)]),
  );
}

function cleaned(value: Json): Json {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(cleaned);
  return isObject(value) ? withoutNulls(value) : value;
}
