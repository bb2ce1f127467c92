import type { HashText } from '../compiled/canonical-labels.js';
import { sha256Hex } from '../encoding/sha256.js';
import type { CryptoPort } from '../ports.js';
import type { CanonicalHash } from './canonicalise.js';

/** The hash that RDFC-1.0 uses, at once: the host's, or an own SHA-256. Null for SHA-384 where the host has none. */
export function hashOf(crypto: Pick<CryptoPort, 'hashText'>, algorithm: CanonicalHash): HashText | null {
  const { hashText } = crypto;
  if (hashText !== undefined) return (text) => hashText(algorithm, text);
  return algorithm === 'SHA-256' ? sha256Hex : null;
}
