import type { DecodedJwt } from '@proofmark/proofs';
import type { JsonObject } from '@proofmark/schemas';
import { readToken } from '../../input/read-token.js';
import { contentOfToken } from '../../input/token-content.js';

/** The credential that a text holds as a token, or none. Nothing of it is believed yet. */
export function credentialIn(text: string): { readonly credential: JsonObject | null; readonly jwt: DecodedJwt | null } {
  const reading = readToken(text);
  const content = reading.ok ? contentOfToken(reading.jwt) : null;
  return reading.ok && content?.kind === 'credential' ? { credential: content.json, jwt: reading.jwt } : { credential: null, jwt: null };
}
