import type { Json, JsonObject } from '@proofmark/schemas';
import { encodeBase64url } from '@proofmark/schemas';
import { utf8 } from '../encoding/bytes.js';
import { isObject } from '../encoding/json.js';
import type { Signer } from '../ports.js';
import { JOSE } from './jose-names.js';
import { SigningError } from './signing-error.js';

export interface JwtSigning {
  readonly credential: JsonObject;
  /** The absolute DID URL (or https URL) at which the key is found. */
  readonly kid: string;
  readonly signer: Signer;
}

/**
 * A VC-JWT as OB 3.0 section 8.2.4 has it: the credential is the payload, with `iss`, `jti`, `nbf`, `sub`, and `exp` when it ends;
 * the header is `alg`, `kid`, `typ` and nothing else. ECDSA signatures differ every time: the first one is the one to keep.
 * Throws `SigningError` when a claim has no value.
 */
export async function signJwt({ credential, kid, signer }: JwtSigning): Promise<string> {
  const header = { alg: JOSE[signer.algorithm], kid, typ: 'JWT' };
  const signingInput = `${encode(header)}.${encode({ ...credential, ...claimsOf(credential) })}`;
  return `${signingInput}.${encodeBase64url(await signer.sign(utf8(signingInput)))}`;
}

/** The registered claims that repeat the credential (OB 3.0 section 8.2.3). */
function claimsOf(credential: JsonObject): JsonObject {
  const { id, issuer, credentialSubject, validFrom, validUntil } = credential;
  const claims = {
    iss: text(isObject(issuer) ? issuer.id : issuer, 'iss'),
    jti: text(id, 'jti'),
    nbf: seconds(validFrom, 'nbf'),
    sub: text(isObject(credentialSubject) ? credentialSubject.id : undefined, 'sub'),
    ...(validUntil === undefined ? {} : { exp: seconds(validUntil, 'exp') }),
  };
  for (const claim of ['iss', 'jti', 'nbf', 'sub', 'exp']) {
    if (credential[claim] !== undefined) throw new TypeError(`the credential has a member ${claim} of its own`);
  }
  return claims;
}

function text(value: Json | undefined, claim: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new SigningError('claim-missing', `the credential has no value for ${claim}`);
}

/** A NumericDate must equal the credential's own time, so that time must have whole seconds. */
function seconds(value: Json | undefined, claim: string): number {
  const time = typeof value === 'string' ? Date.parse(value) / 1000 : Number.NaN;
  if (Number.isInteger(time)) return time;
  throw new SigningError('claim-missing', `the credential has no time in whole seconds for ${claim}`);
}

function encode(value: JsonObject): string {
  return encodeBase64url(utf8(JSON.stringify(value)));
}
