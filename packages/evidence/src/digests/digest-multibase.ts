import { decodeMultibase, encodeMultibase, equalBytes } from '@proofmark/primitives';
import { type Digest, HASH_LENGTH, type HashName } from './digest.js';

// Multihash codes of the multicodec table; all are below 128, so each is one byte of varint.
const CODES: Readonly<Record<number, HashName>> = { 18: 'SHA-256', 32: 'SHA-384', 19: 'SHA-512' };
const SHA_256 = 0x12;
const MAX_LENGTH = 100;

/**
 * Writes a SHA-256 digest as `digestMultibase` (VC Data Model 2.0, 5.3): multibase base64url (`u`) of a multihash.
 *
 * @param sha256 32 bytes
 * @throws RangeError for any other length
 */
export function digestMultibase(sha256: Uint8Array): string {
  if (sha256.length !== HASH_LENGTH['SHA-256']) throw new RangeError('a SHA-256 digest has 32 bytes');
  return encodeMultibase('base64url', Uint8Array.from([SHA_256, sha256.length, ...sha256]));
}

/** Reads a `digestMultibase` in base64url (`u`) or base58btc (`z`) of a SHA-2 multihash; null when it is anything else. */
export function parseDigestMultibase(text: string): Digest | null {
  if (text.length > MAX_LENGTH) return null;
  const bytes = decodeMultibase(text);
  if (bytes === null) return null;
  const algorithm = CODES[bytes[0] ?? 0];
  if (algorithm === undefined || bytes[1] !== HASH_LENGTH[algorithm] || bytes.length !== bytes[1] + 2) return null;
  return { algorithm, bytes: bytes.slice(2) };
}

/**
 * Compares a `digestMultibase` with the digest of what was fetched.
 *
 * @returns `unreadable` when the text is no digest, or one of another algorithm than `actual`: an open question, not a change
 */
export function checkDigest(text: string, actual: Digest): 'matches' | 'changed' | 'unreadable' {
  const expected = parseDigestMultibase(text);
  if (expected === null || expected.algorithm !== actual.algorithm) return 'unreadable';
  return equalBytes(expected.bytes, actual.bytes) ? 'matches' : 'changed';
}
