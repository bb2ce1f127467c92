import type { Json, JsonObject } from '@proofmark/primitives';

const MAX_DEPTH = 64;
const MAX_VALUES = 100_000;

/**
 * Whether a document may be handed to the JSON-LD processor, which recurses without a limit of its own.
 * `__proto__` as a member would reach the prototypes of its tables.
 */
export function admit(document: JsonObject): 'ok' | 'limit-exceeded' | 'malformed-document' {
  let values = 0;
  const open: [Json, number][] = [[document, 0]];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const [value, depth] = item;
    values++;
    if (depth > MAX_DEPTH || values > MAX_VALUES) return 'limit-exceeded';
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, '__proto__')) return 'malformed-document';
    for (const member of Object.values(value)) if (member !== undefined) open.push([member, depth + 1]);
  }
  return 'ok';
}
