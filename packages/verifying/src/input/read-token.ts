import { decodeBase64url, decodeUtf8, type JsonFault } from '@proofmark/primitives';
import { type DecodedJwt, decodeJwt } from '@proofmark/proofs';
import { parseJson } from './parse-json.js';

export type TokenReading =
  | { readonly ok: true; readonly jwt: DecodedJwt }
  | { readonly ok: false; readonly fault: JsonFault | 'not-a-token' };

/** A compact JWS whose payload keeps the bounds of all JSON that is read here: depth, size, and no name twice. Nothing of it is believed yet. */
export function readToken(text: string): TokenReading {
  const reading = decodeJwt(text);
  if (!reading.ok) return { ok: false, fault: reading.code === 'limit-exceeded' ? 'too-large' : 'not-a-token' };
  const payload = decodeBase64url(text.split('.')[1] ?? '');
  const again = parseJson((payload && decodeUtf8(payload)) ?? '');
  return again.ok ? { ok: true, jwt: reading.jwt } : { ok: false, fault: again.fault };
}
