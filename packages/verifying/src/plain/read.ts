import { decodeBase64url, type Json, type JsonObject } from '@proofmark/schemas';
import type { Sources } from '../documents/sources.js';
import { utf8 } from '../documents/sources.js';
import { isObject } from '../json.js';
import type { FetchRequest } from '../ports.js';
import { must } from './must.js';

/** More values, and deeper ones, than any document of ours has; so few that no limit of the full verification is met. */
const MAX_VALUES = 4000;
const MAX_DEPTH = 40;
/** Characters of a token's header. */
const MAX_HEADER = 4000;

/** A compact JWS, taken apart and not yet believed. */
export interface Token {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly signingInput: string;
  readonly signature: Uint8Array;
}

/** JSON text, read strictly (RFC 7493): no name twice in one object, and no text or number that only a parser understands. */
export function parse(text: string): JsonObject {
  // What stands outside of strings, once nothing in them is escaped any more.
  const outside = text
    .replace(/\\./g, '')
    .split('"')
    .filter((_, i) => i % 2 === 0)
    .join('');
  must(outside.split(/[[{:,]/).length < MAX_VALUES);
  const json: Json = JSON.parse(text);
  must(isObject(json) && namesIn(json) === outside.split(':').length - 1);
  return json;
}

/** How many members all objects have together; none of them, and no value, may be one that means different things to different readers. */
export function namesIn(value: Json | undefined, depth = 0): number {
  must(depth < MAX_DEPTH);
  if (typeof value === 'string') must(!/\0|\p{Surrogate}/u.test(value));
  if (typeof value === 'number') must(Number.isFinite(value));
  if (typeof value !== 'object' || value === null) return 0;
  const names = Array.isArray(value) ? [] : Object.keys(value);
  must(!names.includes('__proto__'));
  return [...names, ...Object.values(value)].reduce((sum: number, inner) => sum + namesIn(inner, depth + 1), names.length);
}

/** A VC-JWT or the like. */
export function readToken(text: string): Token {
  const [first = '', second = '', third = '', ...more] = text.split('.');
  const signature = decodeBase64url(third);
  must(signature !== null && more.length === 0 && first.length < MAX_HEADER);
  return { header: part(first), payload: part(second), signingInput: `${first}.${second}`, signature };
}

function part(text: string): JsonObject {
  const bytes = decodeBase64url(text);
  // A byte order mark, which is dropped elsewhere, has no place in a token.
  must(bytes?.[0] === 0x7b);
  return parse(utf8(bytes) ?? '');
}

/** A document as JSON. */
export async function fetchJson(request: FetchRequest, sources: Sources): Promise<JsonObject> {
  const fetched = await sources.fetch(request);
  must(fetched.ok);
  return parse(utf8(fetched.body) ?? '');
}
