import { type DecodedJwt, decodeJwt } from '@proofmark/proofs';
import { type JsonObject, typesOf } from '@proofmark/schemas';
import { parseJson } from '../intake/parse-json.js';
import { isObject, member } from '../json.js';
import { utf8 } from './sources.js';

/** A status list credential as served: JSON with an embedded proof, or a VC-JWT. Null when it is neither. */
export function readListCredential(body: Uint8Array): { readonly credential: JsonObject; readonly jwt: DecodedJwt | null } | null {
  const text = utf8(body)?.trim() ?? '';
  if (!text.startsWith('{')) {
    const reading = decodeJwt(text);
    if (!reading.ok) return null;
    const vc = member(reading.jwt.payload, 'vc');
    return list(isObject(vc) ? vc : reading.jwt.payload, reading.jwt);
  }
  const reading = parseJson(text);
  return reading.ok && isObject(reading.json) ? list(reading.json, null) : null;
}

function list(credential: JsonObject, jwt: DecodedJwt | null): ReturnType<typeof readListCredential> {
  return typesOf(credential).includes('BitstringStatusListCredential') ? { credential, jwt } : null;
}
