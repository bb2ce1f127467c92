import { decodeCompact, decodeUtf8, isObject, type JsonObject, textOrNull } from '@proofmark/primitives';
import { readJwk } from '../keys/jwk.js';
import type { KeyReading } from '../keys/key-reading.js';

/** A compact JWS with a JSON payload, taken apart and not yet believed. */
export interface DecodedJwt {
  /** The token itself. */
  readonly text: string;
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly alg: string;
  readonly kid: string | null;
  readonly typ: string | null;
  /** The key in the header, if there is one. It proves nothing by itself, since the writer of the token chose it. */
  readonly headerKey: KeyReading | null;
  readonly signature: Uint8Array;
}

export type JwtReading =
  | { readonly ok: true; readonly jwt: DecodedJwt }
  | {
      readonly ok: false;
      readonly code: 'not-a-jwt' | 'malformed-header' | 'malformed-payload' | 'malformed-signature' | 'limit-exceeded';
    };

const CODES = { 'not-compact': 'not-a-jwt', 'too-large': 'limit-exceeded' } as const;

/**
 * Takes a token apart (RFC 7519 section 7.2): a compact JWS, as strict as `decodeCompact` of primitives reads it, with a JSON object for a
 * payload. It decides nothing about the signature.
 */
export function decodeJwt(text: string): JwtReading {
  const reading = decodeCompact(text);
  if (!reading.ok) {
    const { code } = reading;
    return { ok: false, code: code === 'not-compact' || code === 'too-large' ? CODES[code] : code };
  }
  const { header, payload: bytes, signature } = reading.jws;
  if (typeof header.alg !== 'string') return { ok: false, code: 'malformed-header' };
  for (const member of ['kid', 'typ', 'cty'] as const) {
    if (header[member] !== undefined && typeof header[member] !== 'string') return { ok: false, code: 'malformed-header' };
  }
  const payload = readPayload(bytes);
  if (payload === null) return { ok: false, code: 'malformed-payload' };
  const headerKey = header.jwk === undefined ? null : readJwk(header.jwk);
  const { alg } = header;
  return { ok: true, jwt: { text, header, payload, alg, kid: textOrNull(header.kid), typ: textOrNull(header.typ), headerKey, signature } };
}

function readPayload(bytes: Uint8Array): JsonObject | null {
  const text = decodeUtf8(bytes);
  if (text === null) return null;
  try {
    const json = JSON.parse(text);
    return isObject(json) ? json : null;
  } catch {
    return null;
  }
}
