import { encodeBase64url, encodeUtf8, type JsonObject } from '@proofmark/primitives';
import { readClaims } from './jwt-claims.js';

/** A token without its payload (RFC 7515 appendix F): header and signature, with two points between them. */
export function detachJwt(jwt: string): string {
  return `${jwt.slice(0, jwt.indexOf('.'))}..${jwt.slice(jwt.lastIndexOf('.') + 1)}`;
}

/**
 * The token of a credential that was prepared and signed in both forms: its payload is the credential without its proof, and the claims that repeat
 * it. The bytes are those of `signPreparedJwt`.
 *
 * @param detached what `detachJwt` made of the token
 * @param signed the text that `signPrepared` made of the same credential
 * @throws TypeError when the two cannot belong to one credential
 */
export function attachJwt(detached: string, signed: string): string {
  const [header, , signature] = detached.split('.');
  // The proof is the last member, and within a text of JSON no quotation mark stands bare.
  const end = signed.lastIndexOf(',"proof":');
  const claims = end === -1 ? null : readClaims(JSON.parse(`${signed.slice(0, end)}}`) as JsonObject);
  if (claims === null || !claims.ok) throw new TypeError('the text is not that of a signed credential');
  const payload = `${signed.slice(0, end)},${JSON.stringify(claims.claims).slice(1)}`;
  return `${header}.${encodeBase64url(encodeUtf8(payload))}.${signature}`;
}
