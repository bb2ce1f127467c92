import { encodeBase64url } from '@proofmark/primitives';
import { toNumber } from './curves.js';
import type { KeyReading } from './key-reading.js';

const P = 2n ** 255n - 19n;
/** y of two of the points of order eight; that of the two others is its negative. */
const Y8 = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;

/**
 * An Ed25519 key from its 32 bytes (RFC 8032 section 5.1.5). Keys of small order are refused: under one of them, a signature that anyone can
 * write down fits every text, or every eighth. So is a second spelling of a point (y not below p, section 5.1.3).
 */
export function ed25519Key(bytes: Uint8Array | null): KeyReading {
  if (bytes?.length !== 32) return { ok: false, code: 'malformed-key' };
  if (isWeak(bytes)) return { ok: false, code: 'weak-key' };
  return { ok: true, key: { algorithm: 'Ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes) } } };
}

/** The y of a point says enough: both points with a y have the same order. 0 has order four, 1 and p − 1 have one and two. */
function isWeak(bytes: Uint8Array): boolean {
  const y = toNumber(bytes.slice().reverse()) & (2n ** 255n - 1n);
  return y <= 1n || y >= P - 1n || y === Y8 || y === P - Y8;
}
