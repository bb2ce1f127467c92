import type { JsonObject } from '@proofmark/schemas';
import { decodeBase64url } from '@proofmark/schemas';
import { textOf, utf8 } from '../encoding/bytes.js';
import { isObject, textOrNull } from '../encoding/json.js';
import { type KeyReading, readJwk } from '../keys/jwk.js';

/** A compact JWS with a JSON payload, taken apart and not yet believed. */
export interface DecodedJwt {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly alg: string;
  readonly kid: string | null;
  readonly typ: string | null;
  /** The key in the header, if there is one. It proves nothing by itself: whoever wrote the token chose it. */
  readonly headerKey: KeyReading | null;
  /** What is signed: the first two parts with the dot between them. */
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

export type JwtReading =
  | { readonly ok: true; readonly jwt: DecodedJwt }
  | {
      readonly ok: false;
      readonly code: 'not-a-jwt' | 'malformed-header' | 'malformed-payload' | 'malformed-signature' | 'limit-exceeded';
    };

/** Characters; a badge with a few embedded images stays well below. */
const MAX_LENGTH = 4_000_000;
const MAX_HEADER = 16_384;

/**
 * Takes a compact JWS apart (RFC 7515 section 5.2, RFC 7519 section 7.2). Strict: unpadded base64url in its one spelling, well-formed
 * UTF-8, a JSON object in header and payload. Surrounding white space is not part of a token and is refused.
 */
export function decodeJwt(text: string): JwtReading {
  if (text.length > MAX_LENGTH) return { ok: false, code: 'limit-exceeded' };
  const parts = text.split('.', 4);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3 || first === '' || second === '') return { ok: false, code: 'not-a-jwt' };
  if (first.length > MAX_HEADER) return { ok: false, code: 'limit-exceeded' };
  const header = readPart(first);
  if (header === null || typeof header.alg !== 'string') return { ok: false, code: 'malformed-header' };
  for (const member of ['kid', 'typ', 'cty'] as const) {
    if (header[member] !== undefined && typeof header[member] !== 'string') return { ok: false, code: 'malformed-header' };
  }
  const payload = readPart(second);
  if (payload === null) return { ok: false, code: 'malformed-payload' };
  const signature = decodeBase64url(third);
  if (signature === null) return { ok: false, code: 'malformed-signature' };
  return {
    ok: true,
    jwt: {
      header,
      payload,
      alg: header.alg,
      kid: textOrNull(header.kid),
      typ: textOrNull(header.typ),
      headerKey: header.jwk === undefined ? null : readJwk(header.jwk),
      signingInput: utf8(`${first}.${second}`),
      signature,
    },
  };
}

function readPart(part: string): JsonObject | null {
  const bytes = decodeBase64url(part);
  const text = bytes === null ? null : textOf(bytes);
  if (text === null) return null;
  try {
    const json = JSON.parse(text);
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}
