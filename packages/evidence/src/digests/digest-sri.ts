import { decodeBase64, encodeBase64, equalBytes } from '@proofmark/primitives';
import { type Digest, HASH_LENGTH, type HashName } from './digest.js';

const NAMES: Readonly<Record<string, HashName>> = { sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512' };
const MAX_LENGTH = 1000;

/**
 * Writes a SHA-384 digest as `digestSRI` (VC Data Model 2.0, 5.3, after Subresource Integrity).
 *
 * @param sha384 48 bytes
 * @throws RangeError for any other length
 */
export function digestSRI(sha384: Uint8Array): string {
  if (sha384.length !== HASH_LENGTH['SHA-384']) throw new RangeError('a SHA-384 digest has 48 bytes');
  return `sha384-${encodeBase64(sha384)}`;
}

/**
 * Reads a `digestSRI`: one or more hash expressions, of which those of the strongest algorithm count (Subresource Integrity 3.3.4).
 *
 * @returns the digests that count, any of which may match; empty when there is no readable one
 */
export function parseDigestSRI(text: string): readonly Digest[] {
  if (text.length > MAX_LENGTH) return [];
  const digests: Digest[] = [];
  for (const expression of text.split(/[ \t\n\f\r]+/)) {
    const [, name = '', value = ''] = /^(sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})(?:\?[\x21-\x7e]*)?$/.exec(expression) ?? [];
    const algorithm = NAMES[name];
    const bytes = algorithm === undefined ? null : decodeBase64(value);
    if (algorithm !== undefined && bytes !== null && bytes.length === HASH_LENGTH[algorithm]) digests.push({ algorithm, bytes });
  }
  const strongest = Math.max(...digests.map(({ bytes }) => bytes.length));
  return digests.filter(({ bytes }) => bytes.length === strongest);
}

/** Compares a `digestSRI` with the digest of what was fetched; `unreadable` when there is none of the algorithm of `actual` to compare. */
export function checkDigestSRI(text: string, actual: Digest): 'matches' | 'changed' | 'unreadable' {
  const expected = parseDigestSRI(text).filter(({ algorithm }) => algorithm === actual.algorithm);
  if (expected.length === 0) return 'unreadable';
  return expected.some(({ bytes }) => equalBytes(bytes, actual.bytes)) ? 'matches' : 'changed';
}
