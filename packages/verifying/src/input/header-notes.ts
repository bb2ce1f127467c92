import { type JsonObject, memberPointer } from '@proofmark/primitives';
import type { Note } from '@proofmark/schemas';

/** `cty` and repeated claims are judged; those that may mislead are refused with the signature. */
const KNOWN = ['alg', 'kid', 'jwk', 'typ', 'cty', 'iss', 'sub', 'jti', 'nbf', 'exp'];
const MAX_NOTES = 5;

/**
 * Members of a token's header that nobody reads here. OB 3.0 8.2.1 says that they are "NOT allowed", VC-JOSE-COSE 3.1.3 that what is not
 * understood "MUST be ignored": so each is told, and changes nothing. The pointer is into the token: `/header/…`.
 */
export function headerNotes(header: JsonObject): readonly Note[] {
  const others = Object.keys(header).filter((name) => !KNOWN.includes(name));
  return others.slice(0, MAX_NOTES).map((name) => ({ pointer: memberPointer('/header', name), code: 'token-header' }));
}
