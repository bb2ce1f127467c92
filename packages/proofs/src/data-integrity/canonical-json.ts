import { isObject, type Json } from '@proofmark/primitives';

/**
 * JSON Canonicalization Scheme (RFC 8785). JavaScript's own number and string forms are the ones the scheme demands;
 * members are sorted by UTF-16 code units, which is how JavaScript compares strings. Throws on NaN and infinities: misuse.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('not a JSON number');
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] as Json)}`);
  return `{${members.join(',')}}`;
}
