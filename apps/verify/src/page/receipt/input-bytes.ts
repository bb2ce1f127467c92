import { decodeUtf8Lossy, encodeHex, encodeUtf8 } from '@proofmark/primitives';
import type { Row } from '../checking/batch.js';

/** The bytes of an input: of a file, of the answer of an address, or of the pasted text in UTF-8. Null when there are none. */
export function inputBytes({ candidate, fetched }: Pick<Row, 'candidate' | 'fetched'>): Uint8Array | null {
  const { input } = candidate;
  if ('bytes' in input) return input.bytes;
  if (fetched !== null) return fetched;
  return 'text' in input ? encodeUtf8(input.text) : null;
}

export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return encodeHex(digest);
}

/**
 * The hashes by which a receipt may name a badge: of its bytes, and, for a text, of the trimmed text,
 * which is the input when the same text is pasted.
 */
export async function possibleHashes(bytes: Uint8Array): Promise<readonly string[]> {
  const text = decodeUtf8Lossy(bytes).trim();
  return Promise.all([sha256Hex(bytes), sha256Hex(encodeUtf8(text))]);
}
