import { isObject, listOf, member } from '@proofmark/primitives';
import type { DecodedJwt } from '@proofmark/proofs';
import { type Json, type JsonObject, VC1_CONTEXT } from '@proofmark/schemas';

/**
 * The credential of a token: its payload, or the value of `vc`. Signers of VC 1.1 may take out of `vc` what a claim says already, and
 * readers put it back (VC Data Model 1.1, 6.3.1, "JWT Decoding"); members in both are compared later. All of it is signed.
 */
export function credentialOfToken({ payload }: DecodedJwt): JsonObject {
  const vc = member(payload, 'vc');
  if (!isObject(vc)) return payload;
  if (listOf(member(vc, '@context'))[0] !== VC1_CONTEXT) return vc;
  const subject = member(vc, 'credentialSubject');
  const sub = member(payload, 'sub');
  const whole = { ...claimed(payload), ...vc };
  return isObject(subject) && sub !== undefined ? { ...whole, credentialSubject: { id: sub, ...subject } } : whole;
}

function claimed(payload: JsonObject): JsonObject {
  const members: readonly (readonly [string, Json | undefined])[] = [
    ['id', member(payload, 'jti')],
    ['issuer', member(payload, 'iss')],
    ['issuanceDate', dateTime(member(payload, 'nbf'))],
    ['expirationDate', dateTime(member(payload, 'exp'))],
  ];
  return Object.fromEntries(members.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

/** A NumericDate as RFC 3339; what is none is left to the claim itself. */
function dateTime(value: Json | undefined): string | undefined {
  const inRange = typeof value === 'number' && value >= 0 && value < 253_402_300_800;
  return inRange ? new Date(Math.floor(value) * 1000).toISOString().replace('.000', '') : undefined;
}
