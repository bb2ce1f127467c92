import { encodeBase64url } from '@proofmark/primitives';
import { toNumber } from './curves.js';
import type { KeyReading } from './key-reading.js';

const P = 2n ** 255n - 19n;

/**
 * An Ed25519 key from its 32 bytes (RFC 8032 section 5.1.5). Keys of small order are refused: under one of them, a signature that anyone can
 * write down fits every text, or every eighth. So is a second spelling of a point (y not below p, section 5.1.3).
 */
export function ed25519Key(bytes: Uint8Array | null): KeyReading {
  if (bytes?.length !== 32) return { ok: false, code: 'malformed-key' };
  if (isWeak(bytes)) return { ok: false, code: 'weak-key' };
  return { ok: true, key: { algorithm: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes) } } };
}

/**
 * The y of a point says enough, since both points with a y have the same order: 0 has order four, and ±1 have one and two. The double of a point
 * of order eight has y = 0, which makes its own a root of d·y⁴ + 2·y² − 1, where d is −121665/121666.
 */
function isWeak(bytes: Uint8Array): boolean {
  const y = toNumber(bytes.slice().reverse()) & (2n ** 255n - 1n);
  const y2 = y * y;
  return y >= P || (y * (y2 - 1n) * (121665n * y2 * y2 - 243332n * y2 + 121666n)) % P === 0n;
}
