import type { Json, JsonObject } from '@proofmark/primitives';

/** Values that are seldom expected: of every JSON type, of JSON-LD's own words, and names that a careless program takes for its own. */
export const HOSTILE_JSON: readonly Json[] = [
  ...[null, 0, 1e308, '', 'did:key:z', '\ud800', '2026-13-45T99:00:00Z', [], [[]], [null], {}],
  ...[{ '@value': 'x' }, { '@id': null }, { '@set': [] }, { '@list': [1] }, { '@context': null }, { constructor: 1 }],
  { id: 'urn:x:1', type: ['__proto__'] },
];

type Place = readonly string[];

/** The value with each of its places, itself included, replaced by each hostile value in turn. */
export function hostileVariants(value: Json): readonly Json[] {
  return placesOf(value).flatMap((place) => HOSTILE_JSON.map((hostile) => withPlace(value, place, hostile)));
}

function placesOf(value: Json, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([name, part]) => placesOf(part ?? null, [...place, name]))];
}

function withPlace(value: Json, [name, ...rest]: Place, to: Json): Json {
  if (name === undefined) return to;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((part, index) => (String(index) === name ? withPlace(part, rest, to) : part));
  }
  const node = value as JsonObject;
  return { ...node, [name]: withPlace(node[name] ?? null, rest, to) };
}
