import { concat } from '../encoding/bytes.js';
import type { CryptoPort } from '../ports.js';

const BLOCK = 64;

/** HMAC-SHA-256 (RFC 2104) over the host's hash. The key is of 64 bytes at most. */
export async function hmacSha256(crypto: CryptoPort, key: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  if (key.length > BLOCK) throw new TypeError('the key is longer than a block');
  const padded = (byte: number) => Uint8Array.from({ length: BLOCK }, (_, i) => (key[i] ?? 0) ^ byte);
  const inner = await crypto.digest('SHA-256', concat(padded(0x36), data));
  return crypto.digest('SHA-256', concat(padded(0x5c), inner));
}
