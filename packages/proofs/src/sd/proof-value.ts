import { decodeBase64url, encodeBase64url, type Json } from '@proofmark/schemas';
import { decodeBase58 } from '../encoding/base58.js';
import { concat } from '../encoding/bytes.js';
import { toMultikey } from '../keys/multikey.js';
import type { PublicKey } from '../ports.js';
import { encodeCbor } from './cbor.js';
import { type BaseParts, type DerivedParts, HEADER, readBaseParts } from './value-parts.js';

/** The parts of a base proof value as it stands in a proof; null when it is none. */
export function readBaseValue(proofValue: Json | undefined): BaseParts | null {
  const bytes = typeof proofValue === 'string' && proofValue.startsWith('u') ? decodeBase64url(proofValue.slice(1)) : null;
  const reading = bytes === null ? null : readBaseParts(bytes);
  return reading?.ok ? reading.parts : null;
}

/** The text of a base proof value. */
export function writeBaseValue({ baseSignature, ephemeralBytes, hmacKey, signatures, mandatoryPointers }: BaseParts): string {
  const payload = encodeCbor([baseSignature, ephemeralBytes, hmacKey, signatures, mandatoryPointers]);
  return `u${encodeBase64url(concat(HEADER.base, payload))}`;
}

/** The text of a derived proof value. */
export function writeDerivedValue({ baseSignature, ephemeralBytes, signatures, labels, mandatoryIndexes }: DerivedParts): string {
  const payload = encodeCbor([baseSignature, ephemeralBytes, signatures, labels, [...mandatoryIndexes]]);
  return `u${encodeBase64url(concat(HEADER.derived, payload))}`;
}

/** The bytes of a public key as a proof value holds it: a Multikey without its multibase. */
export function ephemeralBytesOf(key: PublicKey): Uint8Array {
  return decodeBase58(toMultikey(key).slice(1))!;
}
