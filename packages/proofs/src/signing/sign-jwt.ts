import { encodeUtf8, type JsonObject, signCompact } from '@proofmark/primitives';
import type { Signer } from '../ports.js';
import { JOSE } from './jose-names.js';
import { type ClaimsReading, readClaims } from './jwt-claims.js';
import type { PreparedCredential } from './prepare-credential.js';
import { SigningError } from './signing-error.js';

interface TokenSigning {
  /** The absolute DID URL (or https URL) at which the key is found. */
  readonly kid: string;
  readonly signer: Signer;
}

export interface JwtSigning extends TokenSigning {
  readonly credential: JsonObject;
}

export interface PreparedJwtSigning extends TokenSigning {
  readonly prepared: PreparedCredential;
}

/**
 * A VC-JWT as OB 3.0 section 8.2.4 has it: the credential is the payload, with `iss`, `jti`, `nbf`, `sub`, and `exp` when it ends;
 * the header is `alg`, `kid`, `typ` and nothing else. ECDSA signatures differ every time: the first one is the one to keep.
 * Throws `SigningError` when a claim has no value, and `TypeError` when the credential has a member of a claim's name.
 */
export function signJwt({ credential, ...signing }: JwtSigning): Promise<string> {
  return sign(JSON.stringify(credential), readClaims(credential), signing);
}

/** The same token of a credential that was prepared: its payload is the prepared text and the claims. */
export function signPreparedJwt({ prepared, ...signing }: PreparedJwtSigning): Promise<string> {
  return sign(prepared.json, prepared.claims, signing);
}

async function sign(json: string, reading: ClaimsReading, { kid, signer }: TokenSigning): Promise<string> {
  if (!reading.ok) {
    if (reading.fault === 'occupied') throw new TypeError(`the credential has a member ${reading.claim} of its own`);
    throw new SigningError('claim-missing', `the credential has no usable value for ${reading.claim}`);
  }
  // Both are objects with at least one member.
  const payload = `${json.slice(0, -1)},${JSON.stringify(reading.claims).slice(1)}`;
  return signCompact({ alg: JOSE[signer.algorithm], kid, typ: 'JWT' }, encodeUtf8(payload), signer);
}
