import { decodeBase64url } from '../base-n/base64.js';
import { decodeUtf8, encodeUtf8 } from '../bytes/text.js';
import { isObject } from '../json/guards.js';
import type { JsonObject } from '../json/json.js';
import { readJson } from '../json/read-json.js';

/** A compact JWS, taken apart and not yet believed. */
export interface CompactJws {
  readonly header: JsonObject;
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** What is signed: the first two parts with the dot between them, as UTF-8. */
  readonly signingInput: Uint8Array<ArrayBuffer>;
}

export type CompactJwsReading =
  | { readonly ok: true; readonly jws: CompactJws }
  | { readonly ok: false; readonly code: 'not-compact' | 'malformed-header' | 'malformed-payload' | 'malformed-signature' | 'too-large' };

/** Characters; a badge with a few embedded images stays well below. */
const MAX_LENGTH = 4_000_000;
const MAX_HEADER = 16_384;
const HEADER_RULES = { maxLength: MAX_HEADER, maxDepth: 16 };

/**
 * Takes a compact JWS apart (RFC 7515 section 5.2). Strict: three parts in unpadded base64url, each in its one spelling, and a header that is
 * a JSON object in UTF-8 in which no name occurs twice (section 4). White space around it is not part of a token and is refused. An empty
 * payload is refused too: a detached one has to be put in before.
 */
export function decodeCompact(text: string): CompactJwsReading {
  if (text.length > MAX_LENGTH) return { ok: false, code: 'too-large' };
  const parts = text.split('.', 4);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3 || first === '' || second === '') return { ok: false, code: 'not-compact' };
  if (first.length > MAX_HEADER) return { ok: false, code: 'too-large' };
  const header = readHeader(first);
  if (header === null) return { ok: false, code: 'malformed-header' };
  const payload = decodeBase64url(second);
  if (payload === null) return { ok: false, code: 'malformed-payload' };
  const signature = decodeBase64url(third);
  if (signature === null) return { ok: false, code: 'malformed-signature' };
  return { ok: true, jws: { header, payload, signature, signingInput: encodeUtf8(`${first}.${second}`) } };
}

function readHeader(part: string): JsonObject | null {
  const bytes = decodeBase64url(part);
  const text = bytes === null ? null : decodeUtf8(bytes);
  const reading = text === null ? null : readJson(text, HEADER_RULES);
  return reading?.ok === true && isObject(reading.json) ? reading.json : null;
}
