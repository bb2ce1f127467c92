import { encodeHex, encodeUtf8, sha256 } from '@proofmark/primitives';
import type { HashText } from '../compiled/canonical-labels.js';
import type { CryptoPort } from '../ports.js';
import type { CanonicalHash } from './canonicalise.js';

/** The hash that RDFC-1.0 uses, at once: the host's, or SHA-256 of primitives. Null for SHA-384 where the host has none. */
export function hashOf(crypto: Pick<CryptoPort, 'hashText'>, algorithm: CanonicalHash): HashText | null {
  const { hashText } = crypto;
  if (hashText !== undefined) return (text) => hashText(algorithm, text);
  return algorithm === 'SHA-256' ? (text) => encodeHex(sha256(encodeUtf8(text))) : null;
}
