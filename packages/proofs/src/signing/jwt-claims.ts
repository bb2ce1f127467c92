import { isObject, type Json, type JsonObject } from '@proofmark/primitives';

type Claim = 'iss' | 'jti' | 'nbf' | 'sub' | 'exp';

export type ClaimsReading =
  | { readonly ok: true; readonly claims: Readonly<Partial<Record<Claim, string | number>>> }
  /** `no-value`: the credential has nothing for the claim. `occupied`: it has a member of the claim's name. */
  | { readonly ok: false; readonly claim: Claim; readonly fault: 'no-value' | 'occupied' };

/** The registered claims that repeat a credential in its token (OB 3.0 section 8.2.3): `iss`, `jti`, `nbf`, `sub`, and `exp` when it ends. */
export function readClaims(credential: JsonObject): ClaimsReading {
  const { id, issuer, credentialSubject, validFrom, validUntil } = credential;
  const claims = {
    iss: text(isObject(issuer) ? issuer.id : issuer),
    jti: text(id),
    nbf: seconds(validFrom),
    sub: text(isObject(credentialSubject) ? credentialSubject.id : undefined),
    ...(validUntil === undefined ? {} : { exp: seconds(validUntil) }),
  };
  for (const claim of ['iss', 'jti', 'nbf', 'sub', 'exp'] as const) {
    if (claims[claim] === null) return { ok: false, claim, fault: 'no-value' };
    if (credential[claim] !== undefined) return { ok: false, claim, fault: 'occupied' };
  }
  return { ok: true, claims: claims as Readonly<Partial<Record<Claim, string | number>>> };
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A NumericDate must equal the credential's own time, so that time must have whole seconds. */
function seconds(value: Json | undefined): number | null {
  const time = typeof value === 'string' ? Date.parse(value) / 1000 : Number.NaN;
  return Number.isInteger(time) ? time : null;
}
