import { encodeBase64url } from '../base-n/base64.js';
import { encodeUtf8 } from '../bytes/text.js';
import type { JsonObject, MaybePromise } from '../json/json.js';

/** Signs bytes: the part that this module needs of a signing key, wherever it lives. ECDSA answers raw r‖s. */
export interface JwsSigner {
  sign(data: Uint8Array): MaybePromise<Uint8Array>;
}

/**
 * A JWS in compact serialisation (RFC 7515 section 7.1).
 *
 * @param header the protected header; the caller sets `alg` to what the signer does
 * @param payload an object, written as JSON, or the bytes themselves
 */
export async function signCompact(header: JsonObject, payload: JsonObject | Uint8Array, signer: JwsSigner): Promise<string> {
  const body = payload instanceof Uint8Array ? payload : encodeUtf8(JSON.stringify(payload));
  const signingInput = `${encodeBase64url(encodeUtf8(JSON.stringify(header)))}.${encodeBase64url(body)}`;
  return `${signingInput}.${encodeBase64url(await signer.sign(encodeUtf8(signingInput)))}`;
}

/** The same with detached content (RFC 7515 appendix F): the payload is signed, and left out. */
export async function signDetached(header: JsonObject, payload: JsonObject | Uint8Array, signer: JwsSigner): Promise<string> {
  const [first, , third] = (await signCompact(header, payload, signer)).split('.');
  return `${first}..${third}`;
}
